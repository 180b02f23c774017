import { Button, Table, Text } from '@mantine/core';
import { IconListSearch, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listEvents } from '../../../server/modules/audit/contract.ts';
import { call } from '../../lib/call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './audit.module.css';
import { AuditFilters } from './audit-filters.tsx';
import { EventRow } from './event-row.tsx';
import type { useAuditFilter } from './use-audit-filter.ts';

/** The log, newest first. It stands still while it is read: each look is an event itself. */
export function EventsView(props: ReturnType<typeof useAuditFilter>) {
  const { t } = useTranslation();
  const { asked } = props;
  const query = useInfiniteQuery({
    queryKey: [listEvents.path, asked],
    queryFn: ({ pageParam, signal }) =>
      call(listEvents, { ...asked, ...(pageParam ? { before: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const events = query.data?.pages.flatMap((page) => page.events);
  const refresh = (
    <Button
      variant="subtle"
      leftSection={<IconRefresh size={20} aria-hidden />}
      loading={query.isRefetching}
      onClick={() => void query.refetch()}
    >
      {t('audit.table.refresh')}
    </Button>
  );
  return (
    <Panel title={t('audit.tabs.events')} actions={refresh} flush>
      <AuditFilters {...props} />
      {query.isPending && (
        <div className={classes.inset}>
          <ListSkeleton rows={8} />
        </div>
      )}
      {query.isError && (
        <div className={classes.inset}>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {events?.length === 0 && (
        <EmptyState icon={IconListSearch} title={t('audit.empty.title')} hint={t('audit.empty.hint')} />
      )}
      {events && events.length > 0 && (
        <>
          <Table className={classes.table} horizontalSpacing="md" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {(['at', 'who', 'what', 'about'] as const).map((name) => (
                  <Table.Th key={name}>{t(`audit.table.${name}`)}</Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </Table.Tbody>
          </Table>
          <div className={classes.more}>
            {query.hasNextPage ? (
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('audit.table.older')}
              </Button>
            ) : (
              <Text c="dimmed">{t('audit.table.end')}</Text>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}
