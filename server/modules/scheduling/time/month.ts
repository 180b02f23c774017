/** Calendar months on the region's wall. Pure and browser-safe. */
import type { Interval } from '../../../kernel/interval.ts';
import { dateOf, dayBounds, type EpochMs } from '../../../kernel/zoned-time.ts';

/** `YYYY-MM` of an instant. */
export const monthOf = (at: EpochMs): string => dateOf(at).slice(0, 7);

/** The month `steps` later. */
export function shiftMonth(month: string, steps: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + steps;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** From its first instant to the next month's. */
export const monthBounds = (month: string): Interval => ({
  start: dayBounds(`${month}-01`).start,
  end: dayBounds(`${shiftMonth(month, 1)}-01`).start,
});
