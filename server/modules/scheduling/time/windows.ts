/** From weekly rosters, overrides and holidays to windows on the time line. Pure and browser-safe. */
import { common, type Interval, merge } from '../../../kernel/interval.ts';
import {
  addDays,
  dateOf,
  type EpochMs,
  isoWeek,
  type LocalDate,
  weekdayOf,
  windowOf,
} from '../../../kernel/zoned-time.ts';
import type { Hours, Roster, RosterOverride } from './roster.ts';

/** Instants within which consultations of one roster may lie. */
export type RosterWindow = {
  roster: Roster;
  window: Interval;
  /** The first time of its grid: before the window's start where an override cuts into a pool's hours. */
  grid: EpochMs;
  /** A public holiday, on which the roster rests. */
  holiday: boolean;
};

const isValidOn = (roster: Roster, date: LocalDate): boolean =>
  roster.validFrom <= date && (roster.validUntil === null || date < roster.validUntil);

const isInPattern = (roster: Roster, date: LocalDate): boolean =>
  roster.weekPattern === 'every' || (isoWeek(date).week % 2 === 1) === (roster.weekPattern === 'odd');

const appliesOn = (roster: Roster, date: LocalDate, weekday: number): boolean =>
  roster.weekday === weekday && isValidOn(roster, date) && isInPattern(roster, date);

const inOrder = (a: Roster, b: Roster): number =>
  a.weekday - b.weekday || compare(a.fromTime, b.fromTime) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The roster whose settings an overridden day takes: of the person's own in its department that are valid on that
 * day, the first that applies on it, else the first of the week (by weekday, time, id). Null = no hours of the own.
 */
export function overrideTemplate(
  rosters: readonly Roster[],
  { day, departmentId }: RosterOverride,
): Roster | null {
  const weekday = weekdayOf(day);
  const valid = rosters
    .filter(
      (roster) => roster.poolId === null && roster.departmentId === departmentId && isValidOn(roster, day),
    )
    .sort(inOrder);
  return valid.find((roster) => appliesOn(roster, day, weekday)) ?? valid[0] ?? null;
}

/**
 * The windows that begin on one day of the wall. An override of the day replaces the person's own hours, holiday or
 * not, and cuts the hours of pools down to its intervals; their grid stays the pool's.
 */
export function windowsOn(
  { rosters, overrides }: Hours,
  day: LocalDate,
  isHoliday: (date: LocalDate) => boolean,
): RosterWindow[] {
  const weekday = weekdayOf(day);
  const holiday = isHoliday(day);
  const weekly = rosters
    .filter((roster) => appliesOn(roster, day, weekday))
    .map((roster) => {
      const window = windowOf(day, roster.fromTime, roster.untilTime, roster.zone);
      return { roster, window, grid: window.start, holiday };
    });
  const override = overrides.find((one) => one.day === day);
  const windows = override
    ? [...own(override, overrideTemplate(rosters, override)), ...weekly.flatMap((one) => cut(one, override))]
    : weekly;
  return windows.filter(({ window }) => window.start < window.end);
}

function own({ day, intervals }: RosterOverride, roster: Roster | null): RosterWindow[] {
  if (!roster) return [];
  return intervals.map(({ from, until }) => {
    const window = windowOf(day, from, until, roster.zone);
    return { roster, window, grid: window.start, holiday: false };
  });
}

function cut(weekly: RosterWindow, { day, intervals }: RosterOverride): RosterWindow[] {
  const { roster } = weekly;
  if (roster.poolId === null) return [];
  const there = merge(intervals.map(({ from, until }) => windowOf(day, from, until, roster.zone)));
  return common([weekly.window], there).map((window) => ({ ...weekly, window }));
}

/**
 * All windows that may hold a consultation beginning in `range`, those of holidays left out. A window belongs to the
 * day on which it begins: a holiday or an override of the next day leaves the rest of a night alone.
 */
export function windowsIn(
  hours: Hours,
  range: Interval,
  isHoliday: (date: LocalDate) => boolean,
): RosterWindow[] {
  return datesAround(range, zonesOf(hours.rosters))
    .flatMap((day) => windowsOn(hours, day, isHoliday))
    .filter(({ window, holiday }) => !holiday && window.start < range.end && window.end > range.start);
}

export const zonesOf = (rosters: readonly Roster[]): string[] => [
  ...new Set(rosters.map(({ zone }) => zone)),
];

/** Days on which a window that reaches into the range may begin: a night from the day before, to the last day. */
export function datesAround(range: Interval, zones: readonly string[]): LocalDate[] {
  const firsts = zones.map((zone) => addDays(dateOf(range.start, zone), -1)).sort();
  const last = zones
    .map((zone) => dateOf(range.end, zone))
    .sort()
    .at(-1);
  const dates: LocalDate[] = [];
  for (let day = firsts[0]; day && last && day <= last; day = addDays(day, 1)) dates.push(day);
  return dates;
}
