import type { Tx } from '../../../kernel/db.ts';
import { calendarRows } from '../booking/list-bookings.ts';
import { presentBooking } from '../booking/present-booking.ts';
import type { CalendarBooking } from '../booking-contract.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { hitByChange } from '../time/hit-by-change.ts';
import type { Calendar } from '../time/roster.ts';

/** A year and a day: no roster lets book further ahead. */
const furthest = 366 * 86_400_000;

type Owner = { departmentId: string; practitionerId: string };

/**
 * Future bookings that a change would leave without hours, by start. They stay: people decide what becomes of them.
 * @param change from the calendar as it is to the calendar as it would be
 */
export async function affectedBookings(
  tx: Tx,
  { departmentId, practitionerId }: Owner,
  now: Date,
  change: (calendar: Calendar) => Calendar,
): Promise<CalendarBooking[]> {
  const range = { start: now.getTime(), end: now.getTime() + furthest };
  const rows = await calendarRows(tx, range, { departmentId, practitionerId });
  if (rows.length === 0) return [];
  const calendar = (await loadCalendars(tx, [practitionerId], range, now)).get(practitionerId);
  if (!calendar) return [];
  const bookings = rows
    .filter(({ state }) => state === 'booked')
    .map((row) => ({ start: row.startAt.getTime(), end: row.endAt.getTime(), row }));
  return hitByChange(bookings, calendar, change(calendar)).flatMap(({ row }) => presentBooking(row));
}
