/** Until when an offered time is held. Pure. */
import type { EpochMs } from '../../../kernel/zoned-time.ts';

const minute = 60_000;
/** Shorter before its start, a time is not offered: nobody would hear of it in time. */
export const shortestNotice = 20 * minute;
/**
 * So long past the deadline the hold still stands, so that the time goes to the next of the list before anybody else
 * can take it; when nobody hands it on, it frees itself.
 */
export const handOnWithin = 2 * minute;

/**
 * The deadline of an offer made `now` for a time that begins at `start`: `minutes` from now, but no later than an hour
 * before the start. When that would leave less than ten minutes: ten, but no later than a quarter of an hour before.
 * Null when the start is too near.
 */
export function offerDeadline(now: EpochMs, start: EpochMs, minutes: number): EpochMs | null {
  if (start - now < shortestNotice) return null;
  const least = Math.min(now + 10 * minute, start - 15 * minute);
  return Math.max(least, Math.min(now + minutes * minute, start - 60 * minute));
}
