import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../../../server/modules/triage/queue-contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { BoardRing, MissedBy } from './board/board-ring.tsx';
import classes from './board.module.css';
import { News2Mark } from './news2-mark.tsx';
import { TargetClock } from './target-clock.tsx';
import { UrgencyBadge, urgencyTones } from './urgency-badge.tsx';

/** Requests of one state as small cards; a press shows the whole request. */
export function BoardColumn(props: {
  title: string;
  items: readonly BoardItem[];
  onOpen: (requestId: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={props.title}>
      {props.items.length === 0 ? (
        <Text c="dimmed">{t('triage.board.none')}</Text>
      ) : (
        <ul className={classes.column}>
          {props.items.map((item) => (
            <li key={item.requestId}>
              <button
                type="button"
                className={classes.card}
                data-tone={urgencyTones[item.urgency]}
                onClick={() => props.onOpen(item.requestId)}
              >
                <span className={classes.head}>
                  <UrgencyBadge urgency={item.urgency} />
                  <News2Mark score={item.news2} />
                </span>
                <span className={classes.question}>{item.question}</span>
                <span className={classes.asker}>
                  {item.requester.organisation} <Time at={item.raisedAt} show="time" />
                </span>
                {item.state === 'waiting' ? (
                  <>
                    <span className={classes.clock}>
                      <TargetClock from={item.raisedAt} until={item.targetAt} size={64} />
                    </span>
                    <BoardRing item={item} />
                  </>
                ) : (
                  <span className={classes.state}>
                    {item.claimedBy
                      ? t('triage.board.by', { name: item.claimedBy })
                      : t('triage.board.nobody')}
                    {item.missed.length > 0 && <MissedBy item={item} />}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
