import type { NewEvent } from '../../../kernel/events.ts';

type Entry = {
  id: string;
  requestId: string;
  departmentId: string | null;
  specialtyCode: string;
  organisationId: string;
};
export type WaitingEventName =
  | 'entered'
  | 'changed'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'expired'
  | 'revoked'
  | 'withdrawn'
  | 'placed';

/** What every event of an entry says: whose it is and who could give it a time; `more` is what happened. */
export const waitingEvent = (
  name: WaitingEventName,
  entry: Entry,
  patientId: string,
  more: NonNullable<NewEvent['payload']> = {},
): NewEvent => ({
  type: `waiting.${name}`,
  subject: { kind: 'waiting', id: entry.id },
  patientId,
  requestId: entry.requestId,
  payload: {
    departmentId: entry.departmentId,
    specialtyCode: entry.specialtyCode,
    organisationId: entry.organisationId,
    ...more,
  },
});

type Offer = {
  id: string;
  departmentId: string;
  practitionerId: string;
  startAt: Date;
  expiresAt: Date;
};

/** What an event of an offer says besides. */
export const ofOffer = (offer: Offer) => ({
  offerId: offer.id,
  /** The entry's own is null when it waits for anybody of the specialty. */
  offerDepartmentId: offer.departmentId,
  practitionerId: offer.practitionerId,
  startAt: offer.startAt.toISOString(),
  expiresAt: offer.expiresAt.toISOString(),
});
