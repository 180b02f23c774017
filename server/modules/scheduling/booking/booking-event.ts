import type { NewEvent } from '../../../kernel/events.ts';

type Booked = {
  id: string;
  requestId: string | null;
  departmentId: string;
  practitionerId: string;
  organisationId: string;
  sequence: number;
  startAt: Date;
};
type Payload = NonNullable<NewEvent['payload']>;

/** What every event of a booking says: whose it is, and what it is now; `more` is what happened. */
export const bookingEvent = (
  type: `booking.${string}`,
  booking: Booked,
  patientId: string,
  more: Payload = {},
): NewEvent => ({
  type,
  subject: { kind: 'booking', id: booking.id },
  patientId,
  ...(booking.requestId ? { requestId: booking.requestId } : {}),
  payload: {
    departmentId: booking.departmentId,
    practitionerId: booking.practitionerId,
    organisationId: booking.organisationId,
    sequence: booking.sequence,
    startAt: booking.startAt.toISOString(),
    ...more,
  },
});

type Held = {
  id: string;
  departmentId: string;
  practitionerId: string;
  startAt: Date;
  waitingId: string | null;
};

/** A hold is nobody's consultation yet: no request, no patient. */
export const holdEvent = (type: `hold.${string}`, hold: Held): NewEvent => ({
  type,
  subject: { kind: 'hold', id: hold.id },
  payload: {
    departmentId: hold.departmentId,
    practitionerId: hold.practitionerId,
    startAt: hold.startAt.toISOString(),
    ...(hold.waitingId ? { waitingId: hold.waitingId } : {}),
  },
});
