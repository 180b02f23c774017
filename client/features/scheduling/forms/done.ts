import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';

/** A form of the plan was saved; `hit` are the bookings that now lie where nobody sits. */
export type Done = (hit?: readonly CalendarBooking[]) => void;

/** What saving answers. */
export type Saved = { affected: readonly CalendarBooking[] };
