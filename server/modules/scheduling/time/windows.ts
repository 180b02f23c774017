/** From weekly rosters, overrides and holidays to windows on the time line. Pure and browser-safe. */
import type { Interval } from '../../../kernel/interval.ts';
import {
  addDays,
  dateOf,
  epochDay,
  fromEpochDay,
  isoWeek,
  type LocalDate,
  weekdayOf,
  windowOf,
} from '../../../kernel/zoned-time.ts';
import type { Calendar, Roster, RosterOverride } from './roster.ts';

/** Instants within which consultations of one roster may lie. */
export type RosterWindow = { roster: Roster; window: Interval };

const isValidOn = (roster: Roster, date: LocalDate): boolean =>
  roster.validFrom <= date && (roster.validUntil === null || date < roster.validUntil);

const isInPattern = (roster: Roster, date: LocalDate): boolean =>
  roster.weekPattern === 'every' || (isoWeek(date).week % 2 === 1) === (roster.weekPattern === 'odd');

const appliesOn = (roster: Roster, date: LocalDate): boolean =>
  roster.weekday === weekdayOf(date) && isValidOn(roster, date) && isInPattern(roster, date);

const inOrder = (a: Roster, b: Roster): number =>
  a.weekday - b.weekday || compare(a.fromTime, b.fromTime) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The roster whose settings an overridden day takes: of those of its department that are valid on that day, the
 * first that applies on it, else the first of the week (by weekday, time, id). Null = the day offers nothing.
 */
export function overrideTemplate(
  rosters: readonly Roster[],
  { day, departmentId }: RosterOverride,
): Roster | null {
  const valid = rosters
    .filter((roster) => roster.departmentId === departmentId && isValidOn(roster, day))
    .sort(inOrder);
  return valid.find((roster) => appliesOn(roster, day)) ?? valid[0] ?? null;
}

/**
 * All windows that may hold a consultation beginning in `range`. A window belongs to the day on which it begins:
 * a holiday or an override of the next day leaves the rest of a night alone.
 */
export function windowsIn(
  { rosters, overrides }: Calendar,
  range: Interval,
  isHoliday: (date: LocalDate) => boolean,
): RosterWindow[] {
  const overridden = new Set(overrides.map(({ day }) => day));
  const weekly = rosters.flatMap((roster) =>
    datesOf(roster, range)
      .filter((date) => appliesOn(roster, date) && !overridden.has(date) && !isHoliday(date))
      .map((date) => ({ roster, window: windowOf(date, roster.fromTime, roster.untilTime, roster.zone) })),
  );
  const single = overrides.flatMap((override) => {
    const roster = overrideTemplate(rosters, override);
    if (!roster) return [];
    return override.intervals.map(({ from, until }) => ({
      roster,
      window: windowOf(override.day, from, until, roster.zone),
    }));
  });
  return [...weekly, ...single].filter(
    ({ window }) => window.start < range.end && window.end > range.start && window.start < window.end,
  );
}

/** The roster's weekday from the day before the range (a night may reach into it) to its last day. */
function datesOf(roster: Roster, range: Interval): LocalDate[] {
  const first = addDays(dateOf(range.start, roster.zone), -1);
  const last = epochDay(dateOf(range.end, roster.zone));
  const dates: LocalDate[] = [];
  for (let day = epochDay(first) + ((roster.weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) {
    dates.push(fromEpochDay(day));
  }
  return dates;
}
