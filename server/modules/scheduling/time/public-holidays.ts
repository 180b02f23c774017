/** Public holidays of Lower Saxony (NFeiertagsG § 2). Pure and browser-safe. */
import { getHolidays } from 'feiertagejs';
import { addDays, type LocalDate } from '../../../kernel/zoned-time.ts';

const years = new Map<number, ReadonlyMap<LocalDate, string>>();

function holidaysOf(year: number): ReadonlyMap<LocalDate, string> {
  const found = years.get(year);
  if (found) return found;
  // The library's `dateString` is in the zone of the machine; its dates are noon UTC and so the same everywhere.
  const days = new Map(
    getHolidays(year, 'NI').map(({ date, name }) => [date.toISOString().slice(0, 10), name.toLowerCase()]),
  );
  years.set(year, days);
  return days;
}

const holidayOn = (date: LocalDate) => holidaysOf(Number(date.slice(0, 4))).get(date);

export const isPublicHoliday = (date: LocalDate): boolean => holidayOn(date) !== undefined;

/** Holidays from `from` up to but not including `until`; `code` names one in lower case, e.g. `ostermontag`. */
export function publicHolidaysIn(from: LocalDate, until: LocalDate): { day: LocalDate; code: string }[] {
  const found: { day: LocalDate; code: string }[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    const code = holidayOn(day);
    if (code) found.push({ day, code });
  }
  return found;
}
