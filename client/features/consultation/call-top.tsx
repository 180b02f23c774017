import { useTranslation } from 'react-i18next';
import type { Room } from '../../../server/modules/consultation/contract.ts';
import type { CallState } from '../../call/call-state.ts';
import { clockOf } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './call-top.module.css';
import { LineNotice } from './line-notice.tsx';
import { TopPhone } from './phone/top-phone.tsx';
import { SafetyButton } from './safety-button.tsx';
import { useServerNow } from './use-server-now.ts';

/** Whom it is about (initials only: somebody may look over one's shoulder), how long, and how good the line is. */
export function CallTop({ room, state }: { room: Room; state: CallState }) {
  const { t } = useTranslation();
  const { initials } = room.patient;
  return (
    <header className={classes.top}>
      <p className={classes.patient}>
        <span className={classes.initials} aria-hidden>
          {initials}
        </span>
        <span className={classes.words}>
          <span>{t('consultation.top.patient', { initials })}</span>
          <span className={classes.number}>{t('consultation.top.number', { number: numberOf(room) })}</span>
        </span>
      </p>
      {room.startedAt && <Clock room={room} startedAt={room.startedAt} />}
      <TopPhone other={room.other} />
      <SafetyButton state={state} />
      <LineLight state={state} />
      <LineNotice state={state} />
    </header>
  );
}

const numberOf = ({ number }: Room) => String(number).padStart(6, '0');

function Clock({ room, startedAt }: { room: Room; startedAt: string }) {
  const { t } = useTranslation();
  const now = useServerNow(room.now, useNow('second'));
  const clock = clockOf((now - Date.parse(startedAt)) / 1000);
  return (
    <p className={`${classes.clock} digits`} role="timer" aria-label={t('consultation.top.since')}>
      {clock}
    </p>
  );
}

const tones = {
  unknown: 'neutral',
  good: 'done',
  fair: 'attention',
  poor: 'attention',
  lost: 'danger',
} as const;

/** Light and word, never the colour alone. */
function LineLight({ state }: { state: CallState }) {
  const { t } = useTranslation();
  const quality = state.phase === 'joined' ? state.quality : 'lost';
  const shown = state.phase === 'joining' || state.phase === 'idle' ? 'unknown' : quality;
  return (
    <p className={classes.line} data-tone={tones[shown]}>
      <span className={classes.light} data-quality={shown} aria-hidden />
      {t(`consultation.line.${shown}`)}
    </p>
  );
}
