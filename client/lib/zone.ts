import { Temporal } from 'temporal-polyfill';

/** The network works in one region: every screen shows its wall-clock time, whatever the device is set to. */
export const zone = 'Europe/Berlin';

/** UTC instant (ISO) → `YYYY-MM-DD HH:mm:ss` on the region's clock, the form that calendars take. */
export function wallTimeOf(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`;
}

/**
 * `YYYY-MM-DD HH:mm:ss` on the region's clock → UTC instant (ISO with milliseconds and "Z").
 * A time that the spring change skips moves forward; of one that autumn repeats, the first is meant.
 */
export function instantOf(wallTime: string): string {
  const local = Temporal.PlainDateTime.from(wallTime.replace(' ', 'T'));
  return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString();
}

/** Calendar day (`YYYY-MM-DD`) of an instant on the region's clock. */
export const dayOf = (instant: string): string => wallTimeOf(instant).slice(0, 10);

/** Whole days from one calendar day (`YYYY-MM-DD`) to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** A calendar day moved by whole days. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The week of a calendar day: its number (ISO 8601) and its seven days from Monday on. */
export function weekOf(day: string): { number: number; days: string[] } {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return { number: date.weekOfYear ?? 0, days: Array.from({ length: 7 }, (_, i) => addDays(monday, i)) };
}

/** Days between two instants on which the region's clock is put forward or back. */
export function clockChanges(from: string, until: string): string[] {
  const days: string[] = [];
  const end = Temporal.Instant.from(until);
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && Temporal.Instant.compare(at.toInstant(), end) < 0) {
    days.push(at.toPlainDate().toString());
    at = at.getTimeZoneTransition('next');
  }
  return days;
}
