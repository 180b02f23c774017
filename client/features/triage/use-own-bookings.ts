import { type CalendarBooking, listBookings } from '../../../server/modules/scheduling/booking-contract.ts';
import { schedulingChanged } from '../../../server/modules/scheduling/contract.ts';
import { keyOf, useLoad } from '../../lib/query.ts';
import { useLive } from '../../lib/use-live.ts';
import { useNow } from '../../lib/use-now.ts';
import { addDays, dayOf } from '../../lib/zone.ts';

/** The department's bookings of today: how they stand is told beside the consultations of the own day. */
export function useOwnBookings(enabled: boolean): readonly CalendarBooking[] {
  const today = dayOf(new Date(useNow()).toISOString());
  const query = useLoad(listBookings, { from: today, until: addDays(today, 1) }, { enabled });
  useLive(schedulingChanged, [keyOf(listBookings)]);
  return query.data?.bookings ?? [];
}
