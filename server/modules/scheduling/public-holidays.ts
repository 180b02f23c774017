/** Public holidays of Lower Saxony (NFeiertagsG § 2). Pure and browser-safe. */
import { getHolidays } from 'feiertagejs';
import type { LocalDate } from '../../kernel/zoned-time.ts';

const years = new Map<number, ReadonlySet<LocalDate>>();

function holidaysOf(year: number): ReadonlySet<LocalDate> {
  const found = years.get(year);
  if (found) return found;
  // The library's `dateString` is in the zone of the machine; its dates are noon UTC and so the same everywhere.
  const days = new Set(getHolidays(year, 'NI').map(({ date }) => date.toISOString().slice(0, 10)));
  years.set(year, days);
  return days;
}

export const isPublicHoliday = (date: LocalDate): boolean => holidaysOf(Number(date.slice(0, 4))).has(date);
