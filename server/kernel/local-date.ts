/**
 * Calendar days as `YYYY-MM-DD`, without time or zone. Two of them compare as strings.
 * Pure and browser-safe; throws RangeError for a day that does not exist.
 */
export type LocalDate = string;
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`;

const dayLength = 86_400_000;

/** Days since 1970-01-01. */
export function epochDay(date: LocalDate): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Some engines roll 30 February over to March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a calendar day: ${date}`);
  }
  return time / dayLength;
}

export const fromEpochDay = (day: number): LocalDate => new Date(day * dayLength).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(epochDay(date) + days);

/** Days from `from` to `until`; negative when `until` is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number => epochDay(until) - epochDay(from);

/** ISO weekday: 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: LocalDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the day's week. */
export const startOfWeek = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/** ISO 8601 calendar week: week 1 holds the year's first Thursday, so a year has 52 or 53. */
export function isoWeek(date: LocalDate): { year: number; week: number } {
  const thursday = addDays(startOfWeek(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) };
}

/** Completed years of life on `on`. Who is born on 29 February completes a year on 1 March of common years. */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  epochDay(birthDate);
  epochDay(on);
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Calendar quarter of a day, e.g. `2026Q4`. */
export function quarterOf(date: LocalDate): Quarter {
  epochDay(date);
  return `${Number(date.slice(0, 4))}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}` as Quarter;
}

/** First day of a quarter and first day after it. Throws RangeError for text that names none. */
export function quarterDays(quarter: string): { from: LocalDate; until: LocalDate } {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  if (!match) throw new RangeError(`not a quarter: ${quarter}`);
  const first = (year: number, month: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const year = Number(match[1]);
  const number = Number(match[2]);
  return {
    from: first(year, number * 3 - 2),
    until: number === 4 ? first(year + 1, 1) : first(year, number * 3 + 1),
  };
}

/** The quarter `steps` later (earlier when negative). */
export function shiftQuarter(quarter: string, steps: number): Quarter {
  const from = quarterDays(quarter).from;
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + steps * 3;
  return `${Math.floor(months / 12)}Q${Math.floor((months % 12) / 3) + 1}` as Quarter;
}
