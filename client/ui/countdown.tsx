import { clockOf } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import classes from './countdown.module.css';
import type { Tone } from './tone.ts';

/**
 * Time left until an instant, as a ring that empties with the clock in it. Without `from` only the clock.
 * Below a quarter it turns amber; red is never used, a deadline of the network endangers nobody by itself.
 */
export function Countdown(props: { until: string; from?: string; size?: number; label: string }) {
  const now = useNow('second');
  const whole = props.from === undefined ? null : Date.parse(props.until) - Date.parse(props.from);
  // The ticking clock may lag behind the start by a second: never more than the whole is left.
  const left = Math.min(Math.max(0, Date.parse(props.until) - now), whole ?? Number.POSITIVE_INFINITY);
  const share = whole === null || whole <= 0 ? null : Math.min(1, left / whole);
  const tone: Tone = share !== null && share < 0.25 ? 'attention' : 'action';
  const clock = clockOf(Math.ceil(left / 1000));
  if (share === null) {
    return (
      <span role="timer" aria-label={props.label} className="digits">
        {clock}
      </span>
    );
  }
  const size = props.size ?? 72;
  return (
    <span
      role="timer"
      aria-label={props.label}
      className={classes.ring}
      data-tone={tone}
      style={{ width: size, height: size }}
    >
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className={classes.track} cx="18" cy="18" r="16" pathLength="100" />
        <circle
          className={classes.left}
          cx="18"
          cy="18"
          r="16"
          pathLength="100"
          strokeDasharray={`${share * 100} 100`}
        />
      </svg>
      <span className={classes.clock}>{clock}</span>
    </span>
  );
}
