import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format.ts';
import { timeBeside } from './grid-keys.ts';
import type { Offer } from './offer.ts';
import classes from './week-grid.module.css';
import { WeekTime } from './week-time.tsx';
import { hoursOf, minuteOf, minutesOf, placeInLanes, type TimeGroup } from './week-times.ts';

/**
 * A week as days beside one another along one clock, like a calendar on the wall; every free time is a press. One
 * stop for the Tab key; arrows move among the times.
 */
export function WeekGrid(props: {
  days: readonly string[];
  today: string;
  groups: readonly (TimeGroup & { gone: boolean })[];
  /** Start of the chosen time. */
  chosen: string | null;
  busy: boolean;
  onChoose: (offer: Offer) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [at, setAt] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { groups, chosen } = props;
  const { from, until } = hoursOf(groups);
  const shortest = Math.min(...groups.map(minutesOf));
  // The shortest time still has the height of a target.
  const perMinute = Math.max(1, 44 / shortest);
  const top = (minutes: number) => `${(minutes - from * 60) * perMinute}px`;
  const hours = Array.from({ length: until - from }, (_, hour) => from + hour);
  const style: CSSProperties & Record<'--days' | '--height', string> = {
    '--days': String(props.days.length),
    '--height': `${(until - from) * 60 * perMinute}px`,
  };
  const isHere = (start: string | null) => groups.some((one) => one.startAt === start);
  const stop = [at, chosen].find(isHere) ?? groups[0]?.startAt;
  const move = (event: KeyboardEvent) => {
    const next = stop ? timeBeside(groups, stop, event.key) : null;
    if (next === null) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-start="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form.
    <div
      ref={grid}
      role="group"
      aria-label={t('requests.time.grid')}
      className={classes.week}
      style={style}
      onKeyDown={move}
    >
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
            {placeInLanes(groups.filter((one) => one.day === day)).map((one) => (
              <WeekTime
                key={one.startAt}
                group={one}
                style={{
                  top: top(minuteOf(one.startAt)),
                  height: `${minutesOf(one) * perMinute - 4}px`,
                  left: `${(one.lane / one.lanes) * 100}%`,
                  width: `calc(${100 / one.lanes}% - 6px)`,
                }}
                isChosen={one.startAt === chosen}
                isStop={one.startAt === stop}
                busy={props.busy}
                onFocus={() => setAt(one.startAt)}
                onChoose={() => props.onChoose(one.offer)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
