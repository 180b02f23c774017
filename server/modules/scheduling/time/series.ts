/** When the times of a series are, by the clock on the wall. Pure and browser-safe. */
import { addDays, type EpochMs, homeZone, instantOf, wallClock } from '../../../kernel/zoned-time.ts';

/**
 * `count` starts, `everyWeeks` weeks apart, at the same wall-clock time as the first, the first included. Where the
 * clock changes, the rule of `kernel/zoned-time.ts` decides: a time that is missing means the instant of the change,
 * one that comes twice its first passing. Each is reckoned from the first, so that none inherits another's shift.
 */
export function seriesStarts(
  first: EpochMs,
  everyWeeks: number,
  count: number,
  zone: string = homeZone,
): EpochMs[] {
  const { date, time } = wallClock(first, zone);
  return Array.from({ length: count }, (_, at) =>
    at === 0 ? first : instantOf(addDays(date, 7 * everyWeeks * at), time, zone),
  );
}
