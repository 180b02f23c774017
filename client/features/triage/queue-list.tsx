import { IconCoffee } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../server/modules/triage/queue-contract.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NewItemsBar } from '../../ui/new-items-bar.tsx';
import { muteRings, useMutedRings } from './muted-rings.ts';
import { GoneCard, QueueRow, RingCard } from './queue-cards.tsx';
import classes from './queue-page.module.css';
import { useSteadyQueue } from './steady-queue.ts';

/** The queue: the first one large, the others below it, nothing moves by itself. */
export function QueueList(props: {
  items: readonly QueueItem[];
  sortedBy: 'rule' | 'time';
  /** Takes requests; a coordinator only looks. */
  claims: boolean;
  onOpen: (requestId: string) => void;
}) {
  const { t } = useTranslation();
  const { items, claims, onOpen } = props;
  const queue = useSteadyQueue(items);
  const muted = useMutedRings();
  const ringing = items.filter(
    ({ requestId, urgency, ringing }) => ringing && urgency !== 'today' && !muted.has(requestId),
  );
  if (queue.shown.length === 0) {
    return (
      <div className={classes.calm}>
        <EmptyState
          icon={IconCoffee}
          title={t('triage.queue.empty')}
          hint={t(claims ? 'triage.queue.emptyHint' : 'triage.queue.emptyHintLook')}
        />
      </div>
    );
  }
  const waiting = queue.fresh + (queue.reordered ? 1 : 0);
  return (
    <div className={classes.list}>
      <NewItemsBar
        count={waiting}
        label={
          queue.fresh > 0
            ? t(queue.immediate ? 'triage.queue.freshImmediate' : 'triage.queue.fresh', {
                count: queue.fresh,
              })
            : t('triage.queue.reordered')
        }
        onReveal={queue.reveal}
      />
      {props.sortedBy === 'time' && <p className={classes.sorted}>{t('triage.queue.sortedByTime')}</p>}
      {queue.shown.map(({ item, gone }, at) => {
        if (gone) return <GoneCard key={item.requestId} item={item} large={at === 0} />;
        const card = { item, claims, onOpen: () => onOpen(item.requestId) };
        return at === 0 ? (
          <RingCard
            key={item.requestId}
            {...card}
            onMute={
              claims && ringing.length > 0 ? () => muteRings(ringing.map(({ requestId }) => requestId)) : null
            }
          />
        ) : (
          <QueueRow key={item.requestId} {...card} />
        );
      })}
    </div>
  );
}
