import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format.ts';
import type { Offer } from './offer.ts';
import classes from './week-grid.module.css';
import { hoursOf, minuteOf, placeInLanes, type TimeGroup } from './week-times.ts';

/** A week as days beside one another along one clock, like a calendar on the wall; every free time is a press. */
export function WeekGrid(props: {
  days: readonly string[];
  today: string;
  groups: readonly TimeGroup[];
  /** Start of the chosen time. */
  chosen: string | null;
  busy: boolean;
  onChoose: (offer: Offer) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { from, until } = hoursOf(props.groups);
  const shortest = Math.min(...props.groups.map(minutesOf));
  // The shortest time still has the height of a target.
  const perMinute = Math.max(1, 44 / shortest);
  const top = (minutes: number) => `${(minutes - from * 60) * perMinute}px`;
  const hours = Array.from({ length: until - from }, (_, at) => from + at);
  const style: CSSProperties & Record<'--days' | '--height', string> = {
    '--days': String(props.days.length),
    '--height': `${(until - from) * 60 * perMinute}px`,
  };
  return (
    <div className={classes.week} style={style}>
      <div className={classes.clock} aria-hidden>
        {hours.map((hour) => (
          <span key={hour} style={{ top: top(hour * 60) }}>
            {t('requests.time.hour', { hour })}
          </span>
        ))}
      </div>
      {props.days.map((day) => (
        <section key={day} className={classes.day} data-today={day === props.today || undefined}>
          <h2>
            {`${formats.weekday(`${day}T12:00:00Z`)} `}
            <span>{formats.dayAndMonth(`${day}T12:00:00Z`)}</span>
          </h2>
          <div className={classes.column}>
            {hours.map((hour) => (
              <i key={hour} style={{ top: top(hour * 60) }} aria-hidden />
            ))}
            {placeInLanes(props.groups.filter((one) => one.day === day)).map((one) => (
              <button
                key={one.startAt}
                type="button"
                className={classes.time}
                style={{
                  top: top(minuteOf(one.startAt)),
                  height: `${minutesOf(one) * perMinute - 4}px`,
                  left: `${(one.lane / one.lanes) * 100}%`,
                  width: `calc(${100 / one.lanes}% - 6px)`,
                }}
                aria-pressed={one.startAt === props.chosen}
                disabled={props.busy}
                title={one.names.join(', ')}
                onClick={() => props.onChoose(one.offer)}
              >
                <strong>{formats.time(one.startAt)}</strong>{' '}
                {one.people > 1 && one.lanes === 1 && (
                  <span>{t('requests.time.several', { count: one.people })}</span>
                )}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const minutesOf = (one: { startAt: string; endAt: string }): number =>
  (Date.parse(one.endAt) - Date.parse(one.startAt)) / 60_000;
