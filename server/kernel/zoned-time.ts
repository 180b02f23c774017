/**
 * Wall clock ↔ instant. An instant is epoch milliseconds (UTC); a wall-clock time is a day `YYYY-MM-DD` and
 * `HH:MM` in an IANA zone. Pure and browser-safe.
 *
 * One rule covers the clock changes: a wall-clock time means *the first instant at which a clock on the wall
 * shows this time or a later one of that day*. Hence, in Europe/Berlin,
 * - in March, where 02:00–03:00 does not exist, every time in it means the instant of the change (03:00 CEST);
 * - in October, where 02:00–03:00 happens twice, every time in it means its first passing (CEST).
 * The rule is monotonic: windows that touch on the wall touch on the line, none overlaps, and a window wholly
 * inside the missing hour is empty. A window 22:00–06:00 lasts 7 h in March and 9 h in October, as worked.
 */
import { Temporal } from 'temporal-polyfill';
import type { Interval } from './interval.ts';
import { addDays, epochDay, type LocalDate, type Quarter, quarterOf } from './local-date.ts';

export * from './local-date.ts';

/** `HH:MM`, `00:00` to `24:00`; `24:00` is the midnight that ends the day. */
export type LocalTime = string;
/** Epoch milliseconds, UTC. */
export type EpochMs = number;

export const homeZone = 'Europe/Berlin';

const minuteLength = 60_000;
const plainDay = 24 * 60 * minuteLength;

/** Minutes since midnight, 0 to 1440. Throws RangeError for anything but `HH:MM`. */
export function minutesOf(time: LocalTime): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= 1440)) throw new RangeError(`not a wall-clock time: ${time}`);
  return minutes;
}

// Day bounds are asked for thousands of times per search and never change; kept small so that it cannot grow.
const known = new Map<string, Interval>();

/** The day from its first instant to the next day's first; 23 or 25 hours long where the clock changes. */
export function dayBounds(date: LocalDate, zone: string = homeZone): Interval {
  const key = `${zone} ${date}`;
  const found = known.get(key);
  if (found) return found;
  epochDay(date);
  const start = (of: LocalDate) => Temporal.PlainDate.from(of).toZonedDateTime(zone).epochMilliseconds;
  const bounds = { start: start(date), end: start(addDays(date, 1)) };
  if (known.size >= 4_096) known.clear();
  known.set(key, bounds);
  return bounds;
}

/** The instant meant by a wall-clock time; see the rule above. */
export function instantOf(date: LocalDate, time: LocalTime, zone: string = homeZone): EpochMs {
  const minutes = minutesOf(time);
  const day = dayBounds(date, zone);
  if (minutes === 1440) return day.end;
  if (day.end - day.start === plainDay) return day.start + minutes * minuteLength;
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (early.toPlainDateTime().equals(wall)) return early.epochMilliseconds;
  // The time is missing: 'earlier' fell before the gap, so the next change of the clock is the gap's end.
  return early.getTimeZoneTransition('next')?.epochMilliseconds ?? early.epochMilliseconds;
}

/** What the clock on the wall shows at an instant, to the minute. */
export function wallClock(at: EpochMs, zone: string = homeZone): { date: LocalDate; time: LocalTime } {
  const text = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

export const dateOf = (at: EpochMs, zone: string = homeZone): LocalDate => wallClock(at, zone).date;

/**
 * The instants of a window on the wall. `until` at or before `from` lies on the next day (a night shift);
 * a window inside the missing hour of March is empty.
 */
export function windowOf(
  date: LocalDate,
  from: LocalTime,
  until: LocalTime,
  zone: string = homeZone,
): Interval {
  const overnight = minutesOf(until) <= minutesOf(from);
  return {
    start: instantOf(date, from, zone),
    end: instantOf(overnight ? addDays(date, 1) : date, until, zone),
  };
}

/** The quarter in which an instant falls by the wall clock: what counts for billing. */
export const quarterAt = (at: EpochMs, zone: string = homeZone): Quarter => quarterOf(dateOf(at, zone));
