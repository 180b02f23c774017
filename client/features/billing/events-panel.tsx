import { IconCircleCheck, IconFilterOff, IconReceiptEuro } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EventState } from '../../../server/modules/billing/contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './billing.module.css';
import { EventFilters } from './event-filters.tsx';
import { EventsTable } from './events-table.tsx';
import { ReasonChips } from './reason-chips.tsx';
import type { useBillingEvents } from './use-billing-events.ts';
import type { ViewControl } from './use-billing-view.ts';

/** The services of a quarter with their reasons in words. */
export function EventsPanel(
  props: ViewControl & { quarter: string; list: ReturnType<typeof useBillingEvents> },
) {
  const { view, change, search, list } = props;
  const { query, events, totals } = list;
  const narrowed = search !== '' || view.organisation !== null || view.reason !== null;
  return (
    <Panel flush>
      <EventFilters {...props} />
      {/* Of everything at once there are too many to choose from. */}
      {(view.state !== null || view.reason !== null) && (
        <ReasonChips reasons={list.reasons} chosen={view.reason} onChoose={(reason) => change({ reason })} />
      )}
      {query.isPending && (
        <div className={classes.inset}>
          <ListSkeleton rows={8} height={56} />
        </div>
      )}
      {query.isError && !query.data && (
        <div className={classes.inset}>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} retrying={query.isFetching} />
        </div>
      )}
      {query.data && events.length === 0 && <Nothing narrowed={narrowed} state={view.state} />}
      {events.length > 0 && (
        <EventsTable
          events={events}
          withState={view.state === null || view.state === 'exported'}
          all={view.reason === null ? countOf(totals, view.state) : reasonCount(list, view.reason)}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
          loadingMore={query.isFetchingNextPage}
        />
      )}
    </Panel>
  );
}

type Totals = ReturnType<typeof useBillingEvents>['totals'];

function countOf(totals: Totals, state: EventState | null): number | null {
  if (!totals) return null;
  if (state) return totals[state].events;
  return Object.values(totals).reduce((all, { events }) => all + events, 0);
}

const reasonCount = ({ reasons }: ReturnType<typeof useBillingEvents>, reason: string): number | null =>
  reasons.find((one) => one.reason === reason)?.events ?? null;

function Nothing(props: { narrowed: boolean; state: EventState | null }) {
  const { t } = useTranslation();
  if (props.narrowed || props.state === 'not_billable' || props.state === 'exported') {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('billing.empty.filtered.title')}
        hint={t('billing.empty.filtered.hint')}
      />
    );
  }
  const kind = props.state === 'incomplete' || props.state === 'ready' ? props.state : 'quarter';
  return (
    <EmptyState
      icon={kind === 'incomplete' ? IconCircleCheck : IconReceiptEuro}
      title={t(`billing.empty.${kind}.title`)}
      hint={t(`billing.empty.${kind}.hint`)}
    />
  );
}
