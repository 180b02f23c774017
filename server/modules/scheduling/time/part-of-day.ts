/** Morning, afternoon and evening by the clock on the region's wall. Pure and browser-safe. */
import { contains, type Interval } from '../../../kernel/interval.ts';
import { dateOf, dayBounds, type EpochMs, instantOf, type LocalDate } from '../../../kernel/zoned-time.ts';

/** Before 12:00, 12:00 to 17:00, from 17:00. */
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

export function partOn(day: LocalDate, part: PartOfDay): Interval {
  const { start, end } = dayBounds(day);
  const noon = instantOf(day, '12:00');
  const five = instantOf(day, '17:00');
  if (part === 'morning') return { start, end: noon };
  return part === 'afternoon' ? { start: noon, end: five } : { start: five, end };
}

export const isInPart = (at: EpochMs, part: PartOfDay): boolean => contains(partOn(dateOf(at), part), at);
