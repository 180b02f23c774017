import { useTranslation } from 'react-i18next';
import { clockOf } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Countdown } from '../../ui/countdown.tsx';
import classes from './waiting/waiting.module.css';

/** Time left until a physician should be on screen; past it, how long over. */
export function TargetClock(props: { from: string; until: string; size: number }) {
  const { t } = useTranslation();
  const over = (useNow('second') - Date.parse(props.until)) / 1000;
  if (over <= 0) {
    // Hours need more room than minutes.
    const fontSize = props.size * (over < -3600 ? 0.19 : 0.23);
    return (
      <span style={{ fontSize }}>
        <Countdown from={props.from} until={props.until} size={props.size} label={t('triage.clock.left')} />
      </span>
    );
  }
  return (
    <span
      role="timer"
      aria-label={t('triage.clock.over')}
      className={classes.over}
      style={{ width: props.size, height: props.size, fontSize: Math.max(16, props.size * 0.18) }}
    >
      <span>{t('triage.clock.plus', { clock: clockOf(over) })}</span>
    </span>
  );
}
