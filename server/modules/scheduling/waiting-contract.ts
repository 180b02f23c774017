/** The waiting list: requests without a time, to which freed times are offered. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { ChosenTime, Named, Overbook, Reason, RequestFields, slotErrors, WantedTime } from './contract.ts';

export const Wish = z.object({
  /** Everybody of the specialty, when neither is given. */
  departmentId: Id.optional(),
  practitionerId: Id.optional(),
  fromDay: LocalDate,
  /** Last day, included; null = open. */
  untilDay: LocalDate.nullable(),
  /** Empty = any. */
  partsOfDay: z.array(z.enum(['morning', 'afternoon', 'evening'])).max(3),
  /** ISO: 1 = Monday; empty = any. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Medical urgency: who is more urgent is offered a time first, then who has waited longer. */
  urgency: z.enum(['urgent', 'routine']),
});
export type Wish = z.infer<typeof Wish>;

export const Offer = z.object({
  id: Id,
  practitionerId: Id,
  practitionerName: z.string(),
  department: Named,
  startAt: Instant,
  endAt: Instant,
  /** Then it goes to the next. */
  expiresAt: Instant,
});
export type Offer = z.infer<typeof Offer>;

/** No patient in it: departments see entries before a request is theirs. */
export const WaitingEntry = z.object({
  id: Id,
  requestId: Id,
  requestNumber: z.int(),
  requester: z.object({ id: Id, name: z.string(), city: z.string() }),
  specialtyCode: z.string(),
  department: Named.nullable(),
  practitioner: Named.nullable(),
  wish: Wish.omit({ departmentId: true, practitionerId: true }),
  state: z.enum(['waiting', 'offered', 'placed', 'withdrawn']),
  since: Instant,
  /** Place among those that a time of this wish could go to, from 1. */
  place: z.int(),
  offer: Offer.nullable(),
});
export type WaitingEntry = z.infer<typeof WaitingEntry>;

export const enterWaitingList = endpoint({
  method: 'post',
  path: '/api/waiting',
  summary: 'Ask for a consultation without a time: the next freed one that fits the wish is offered',
  body: z.object({
    specialtyCode: z.string('required').max(50),
    wish: Wish,
    ...RequestFields,
    /** Default: three days after the last day of the wish, else in 30 days. */
    answerDueAt: Instant.optional(),
  }),
  reply: z.object({ entry: WaitingEntry, patientId: Id }),
  idempotent: true,
  errors: [
    'wish_days',
    'department_not_found',
    'practitioner_not_found',
    'consent_missing',
    'request_incomplete',
    'kvnr_invalid',
    'patient_exists',
    'patient_not_found',
    'idempotency_key_reused',
  ],
});

export const listWaiting = endpoint({
  method: 'get',
  path: '/api/waiting',
  summary:
    'Open entries: a practice its own, a department those that its times could go to, in the order of offering',
  query: z.object({ requestId: Id.optional() }),
  reply: z.object({ entries: z.array(WaitingEntry) }),
});

export const changeWish = endpoint({
  method: 'put',
  path: '/api/waiting/:id',
  summary: 'Change the wish; the place in the list stays, an open offer is given back when it no longer fits',
  params: z.object({ id: Id }),
  body: z.object({ wish: Wish }),
  reply: WaitingEntry,
  errors: [
    'waiting_not_found',
    'waiting_state',
    'wish_days',
    'department_not_found',
    'practitioner_not_found',
  ],
});

export const leaveWaitingList = endpoint({
  method: 'post',
  path: '/api/waiting/:id/withdraw',
  summary: 'Take the request back; an open offer goes to the next',
  params: z.object({ id: Id }),
  body: z.object({ reason: z.enum(['no_longer_needed', 'patient_unable', 'other'], 'required') }),
  reply: z.object({ requestId: Id }),
  status: 200,
  errors: ['waiting_not_found', 'waiting_state'],
});

const booked = z.object({ bookingId: Id, requestId: Id, startAt: Instant, endAt: Instant });

export const acceptOffer = endpoint({
  method: 'post',
  path: '/api/offers/:id/accept',
  summary: 'Take the offered time: the hold becomes a booking',
  params: z.object({ id: Id }),
  reply: booked,
  status: 200,
  idempotent: true,
  errors: ['offer_not_found', 'offer_expired', 'offer_answered'],
});

export const declineOffer = endpoint({
  method: 'post',
  path: '/api/offers/:id/decline',
  summary: 'Leave the offered time to the next; the entry keeps waiting',
  params: z.object({ id: Id }),
  reply: z.object({ requestId: Id }),
  status: 200,
  errors: ['offer_not_found', 'offer_expired', 'offer_answered'],
});

export const offerTime = endpoint({
  method: 'post',
  path: '/api/waiting/:id/offer',
  summary: 'The coordinator offers a free time to one entry, out of turn, with a reason',
  params: z.object({ id: Id }),
  body: z.object({
    ...ChosenTime,
    reason: Reason,
  }),
  reply: WaitingEntry,
  status: 200,
  errors: ['waiting_not_found', 'waiting_state', 'choose_one', 'other_department', ...slotErrors],
});

export const placeWaiting = endpoint({
  method: 'post',
  path: '/api/waiting/:id/book',
  summary:
    'Book a time for an entry: the practice a free one or one it holds, the coordinator any of the own people, ' +
    'overbooking with a reason',
  params: z.object({ id: Id }),
  body: z.object({
    ...WantedTime,
    overbook: Overbook.optional(),
  }),
  reply: booked,
  status: 200,
  idempotent: true,
  errors: [
    'waiting_not_found',
    'waiting_state',
    'hold_expired',
    'choose_one',
    'other_department',
    ...slotErrors,
  ],
});

/** An entry of the waiting list or its offer has changed. */
export const waitingChanged = fact({ name: 'scheduling:waiting-changed', data: z.object({ requestId: Id }) });
