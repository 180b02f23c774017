import { IconBellOff, IconBellRinging, IconPhoneX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardItem } from '../../../../server/modules/triage/queue-contract.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { QueueNotes } from '../queue/queue-notes.tsx';
import classes from './board-ring.module.css';
import { ringWords } from './board-words.ts';

/** Of a waiting request: who is rung, until the next step begins, who let the deadline pass, who promised what. */
export function BoardRing({ item }: { item: BoardItem }) {
  const { t } = useTranslation();
  const { key, values } = ringWords(item);
  const isRung = item.rung.length > 0;
  const Sign = isRung ? IconBellRinging : IconBellOff;
  return (
    <span className={classes.ring}>
      <span className={classes.line} data-tone={isRung ? 'action' : 'attention'}>
        <Sign size={20} aria-hidden />
        <span>{t(key, values ?? {})}</span>
      </span>
      {item.stepDueAt && (
        <span className={classes.soft}>
          {t('triage.board.nextStep')} <Countdown until={item.stepDueAt} label={t('triage.board.nextStep')} />
        </span>
      )}
      {item.missed.length > 0 && <MissedBy item={item} />}
      <span className={classes.notes}>
        <QueueNotes item={item} />
      </span>
    </span>
  );
}

/** Names of who was rung and let the deadline pass. */
export function MissedBy({ item }: { item: BoardItem }) {
  const { t } = useTranslation();
  return (
    <span className={classes.line} data-tone="attention">
      <IconPhoneX size={20} aria-hidden />
      <span>{t('triage.board.missedBy', { names: item.missed.join(', ') })}</span>
    </span>
  );
}
