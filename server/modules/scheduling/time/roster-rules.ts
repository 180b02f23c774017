/** Which rosters make sense, alone and together. Pure. */
import { minutesOf } from '../../../kernel/zoned-time.ts';
import type { Roster } from './roster.ts';

type Entered = Pick<Roster, 'weekday' | 'validFrom' | 'validUntil' | 'weekPattern' | 'slotMinutes'> & {
  from: string;
  until: string;
};

/** What is wrong with one roster, by input name; empty when all is well. */
export function rosterProblems(roster: Entered): Record<string, 'times_order' | 'slot_too_long'> {
  const length = minutesOf(roster.until) - minutesOf(roster.from);
  if (length <= 0) return { until: 'times_order' };
  if (roster.slotMinutes > length) return { slotMinutes: 'slot_too_long' };
  return roster.validUntil !== null && roster.validUntil <= roster.validFrom
    ? { validUntil: 'times_order' }
    : {};
}

type Window = Pick<Roster, 'weekday' | 'fromTime' | 'untilTime' | 'validFrom' | 'validUntil' | 'weekPattern'>;

/** True when one person would have to be in both on some day: one roster then answers for times of the other. */
export const rostersOverlap = (a: Window, b: Window): boolean =>
  a.weekday === b.weekday &&
  a.fromTime < b.untilTime &&
  b.fromTime < a.untilTime &&
  (a.validUntil === null || b.validFrom < a.validUntil) &&
  (b.validUntil === null || a.validFrom < b.validUntil) &&
  (a.weekPattern === 'every' || b.weekPattern === 'every' || a.weekPattern === b.weekPattern);

/** What is wrong with the intervals of an overridden day, by input name. */
export function overrideProblems(
  intervals: readonly { from: string; until: string }[],
): Record<string, 'times_order' | 'roster_overlap'> {
  const problems: Record<string, 'times_order' | 'roster_overlap'> = {};
  intervals.forEach((one, at) => {
    if (one.from >= one.until) problems[`intervals.${at}.until`] = 'times_order';
    else if (intervals.slice(0, at).some((other) => one.from < other.until && other.from < one.until)) {
      problems[`intervals.${at}.from`] = 'roster_overlap';
    }
  });
  return problems;
}
