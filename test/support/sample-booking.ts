import type { CalendarBooking } from '../../server/modules/scheduling/booking-contract.ts';

/** A planned booking of 20 minutes for the tests beside the code. */
export const bookingAt = (startAt: string, change: Partial<CalendarBooking> = {}): CalendarBooking => ({
  id: 'b1',
  requestId: 'q1',
  requestNumber: 7,
  requestStatus: 'planned',
  practitionerId: 'p1',
  poolId: null,
  state: 'booked',
  startAt,
  endAt: new Date(Date.parse(startAt) + 20 * 60_000).toISOString(),
  overbooked: null,
  series: null,
  attendance: {
    requesterJoinedAt: null,
    providerJoinedAt: null,
    requesterLate: null,
    providerLate: null,
    missedBy: null,
    corrected: null,
  },
  sequence: 0,
  requester: { id: 'o1', name: 'Praxis', city: 'Ort' },
  ...change,
});
