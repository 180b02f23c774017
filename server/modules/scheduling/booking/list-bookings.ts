import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { Input } from '../../../kernel/wire.ts';
import { dayBounds } from '../../../kernel/zoned-time.ts';
import type { CalendarBooking, listBookings as endpoint } from '../booking-contract.ts';
import { checkRange } from '../finding/check-range.ts';
import { maySeePlan } from '../policy.ts';
import { bookingRows, type CalendarRow, presentBooking } from './present-booking.ts';

/** The own department's calendar. No patient is in it, so looking is not recorded. */
export async function listBookings(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<{ bookings: CalendarBooking[] }> {
  if (!maySeePlan(actor)) throw forbidden();
  checkRange(input.from, input.until, 62);
  const range = { start: dayBounds(input.from).start, end: dayBounds(input.until).start };
  const { departmentId } = actor;
  const rows = await deps.db.as(actor, (tx) =>
    calendarRows(tx, range, {
      departmentId,
      ...(input.practitionerId ? { practitionerId: input.practitionerId } : {}),
    }),
  );
  return { bookings: rows.flatMap(presentBooking) };
}

/** More than the longest consultation lasts, in ms: so long before a range begin those that reach into it. */
const longest = 86_400_000;

/** Bookings that touch the range and were not cancelled, by start. */
export const calendarRows = (
  tx: Tx,
  range: Interval,
  of: { departmentId: string; practitionerId?: string | { in: string[] } },
): Promise<CalendarRow[]> =>
  bookingRows(tx, {
    ...of,
    state: { in: ['booked', 'fulfilled', 'no_show'] },
    // Without its lower end the index would be read from the department's first day on.
    startAt: { gt: new Date(range.start - longest), lt: new Date(range.end) },
    endAt: { gt: new Date(range.start) },
  });
