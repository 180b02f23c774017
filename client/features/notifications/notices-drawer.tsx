import { Button, Drawer, Group, Stack } from '@mantine/core';
import { IconBellOff, IconChecks, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { NoticeRow } from './notice-row.tsx';
import classes from './notices.module.css';
import { useMarkRead, type useNotices } from './use-notices.ts';

/** The list behind the bell: each entry leads to its consult. */
export function NoticesDrawer(props: {
  opened: boolean;
  onClose: () => void;
  notices: ReturnType<typeof useNotices>;
}) {
  const { t } = useTranslation();
  const { query, items, unread } = props.notices;
  const mark = useMarkRead();
  const newest = items[0]?.at;
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size={480}
      title={t('notifications.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Stack>
        <Group gap="sm">
          {unread > 0 && newest !== undefined && (
            <Button
              variant="default"
              leftSection={<IconChecks size={20} aria-hidden />}
              loading={mark.isPending}
              onClick={() => mark.mutate({ until: newest })}
            >
              {t('notifications.allRead')}
            </Button>
          )}
          <Button
            component={Link}
            to={paths.notifications}
            variant="subtle"
            leftSection={<IconSettings size={20} aria-hidden />}
            onClick={props.onClose}
          >
            {t('notifications.choose')}
          </Button>
        </Group>
        <Loaded query={query}>
          {() =>
            items.length === 0 ? (
              <EmptyState
                icon={IconBellOff}
                title={t('notifications.empty')}
                hint={t('notifications.emptyHint')}
              />
            ) : (
              <ul className={classes.list} aria-label={t('notifications.title')}>
                {items.map((notice) => (
                  <NoticeRow
                    key={notice.id}
                    notice={notice}
                    onFollow={() => {
                      if (notice.readAt === null) mark.mutate({ ids: [notice.id] });
                      props.onClose();
                    }}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('notifications.more')}
          </Button>
        )}
      </Stack>
    </Drawer>
  );
}
