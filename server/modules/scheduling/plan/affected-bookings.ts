import type { Tx } from '../../../kernel/db.ts';
import { calendarRows } from '../booking/list-bookings.ts';
import { presentBooking } from '../booking/present-booking.ts';
import type { CalendarBooking } from '../booking-contract.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { hitByChange } from '../time/hit-by-change.ts';
import type { Calendar } from '../time/roster.ts';

/** A year and a day: no roster lets book further ahead. */
const furthest = 366 * 86_400_000;

/**
 * Future bookings of a department that a change would leave without hours, by start.
 * @param change from a person's calendar as it is to what it would be
 */
export async function affectedBookings(
  tx: Tx,
  departmentId: string,
  people: readonly string[],
  now: Date,
  change: (calendar: Calendar, practitionerId: string) => Calendar,
): Promise<CalendarBooking[]> {
  const range = { start: now.getTime(), end: now.getTime() + furthest };
  const rows = await calendarRows(tx, range, { departmentId, practitionerId: { in: [...people] } });
  if (rows.length === 0) return [];
  const bookings = rows
    .filter(({ state }) => state === 'booked')
    .map((row) => ({ start: row.startAt.getTime(), end: row.endAt.getTime(), row }));
  const calendars = await loadCalendars(tx, people, range, now);
  const hit = [...calendars].flatMap(([id, calendar]) =>
    hitByChange(
      bookings.filter(({ row }) => row.practitionerId === id),
      calendar,
      change(calendar, id),
    ),
  );
  return hit
    .sort((a, b) => a.start - b.start || (a.row.id < b.row.id ? -1 : 1))
    .flatMap(({ row }) => presentBooking(row));
}
