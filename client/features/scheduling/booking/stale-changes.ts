/** What others have done to a booking since it was opened. Pure. */
import type { Reply } from '../../../../server/kernel/wire.ts';
import type {
  BookingStep,
  CalendarBooking,
  viewBooking,
} from '../../../../server/modules/scheduling/booking-contract.ts';

type Viewed = Reply<typeof viewBooking>['booking'];

/** The booking as the forms take it; null when it was cancelled: nothing is left to change. */
export function presentOf(viewed: Viewed): CalendarBooking | null {
  const { practitionerName, department, organisation, pool, cancelReason, note, state, ...rest } = viewed;
  return state === 'cancelled' ? null : { ...rest, state };
}

const changing = ['booking.moved', 'booking.handed_over', 'booking.cancelled', 'booking.missed'];

/** The steps that explain the difference, the newest first: as many as the booking's sequence has gone on. */
export function stepsSince(
  before: Pick<CalendarBooking, 'sequence'>,
  now: Pick<CalendarBooking, 'sequence'>,
  history: readonly BookingStep[],
): BookingStep[] {
  const count = Math.max(1, now.sequence - before.sequence);
  return history
    .filter(({ type }) => changing.includes(type))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, count);
}
