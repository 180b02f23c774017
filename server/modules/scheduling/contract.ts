/** Free times, holds and bookings. Rosters are in roster-contract.ts. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { ConsentFields, PatientFields } from '../patients/contract.ts';
import { Diagnosis, RequestStatus } from '../requests/contract.ts';

export const FreeTime = z.object({ practitionerId: Id, startAt: Instant, endAt: Instant });
export type FreeTime = z.infer<typeof FreeTime>;

export const BookablePractitioner = z.object({
  id: Id,
  name: z.string(),
  department: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }),
  specialtyCode: z.string(),
});

export const findFreeTimes = endpoint({
  method: 'get',
  path: '/api/free-times',
  summary:
    'Free times by one of specialty, department or practitioner, sorted by start; by default all of the next ' +
    'two weeks. `perDay` or `limit` cut the list (`limit` 1 = the next free time)',
  query: z.object({
    specialtyCode: z.string().max(50).optional(),
    departmentId: Id.optional(),
    practitionerId: Id.optional(),
    /** First and first excluded day in Europe/Berlin; at most 62 days. */
    from: LocalDate.optional(),
    until: LocalDate.optional(),
    /** By the start on the region's clock: before 12:00, 12:00 to 17:00, from 17:00. */
    partOfDay: z.enum(['morning', 'afternoon', 'evening']).optional(),
    perDay: z.coerce.number().int().min(1).max(200).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(500),
  }),
  reply: z.object({
    from: LocalDate,
    until: LocalDate,
    times: z.array(FreeTime),
    practitioners: z.array(BookablePractitioner),
    /** Some were left off by `limit` or `perDay`. */
    more: z.boolean(),
    /** First free time after the range when the range has none. */
    nextAfter: FreeTime.nullable(),
  }),
  errors: ['choose_one', 'range_too_long', 'range_order'],
});

export const nextFreeTimes = endpoint({
  method: 'get',
  path: '/api/free-times/next',
  summary:
    'Every bookable specialty with its next free time within its rosters, for the chips "Kardiologie · Di 9:40"',
  reply: z.object({
    specialties: z.array(
      z.object({ code: z.string(), nameDe: z.string(), nameEn: z.string(), next: FreeTime.nullable() }),
    ),
  }),
});

/** What may be wrong with a chosen time. `slot_taken` carries `{ nearest: FreeTime[] }`, at most three. */
export const slotErrors = [
  'slot_taken',
  'slot_in_past',
  'slot_outside_roster',
  'slot_beyond_furthest_day',
  'slot_under_notice',
] as const;

export const Hold = z.object({
  id: Id,
  practitionerId: Id,
  startAt: Instant,
  endAt: Instant,
  /** Then the time is free again. */
  heldUntil: Instant,
  /** May be extended once. */
  extendable: z.boolean(),
});
export type Hold = z.infer<typeof Hold>;

export const holdTime = endpoint({
  method: 'post',
  path: '/api/holds',
  summary: 'Keep a free time open for five minutes; an earlier hold of the same person is given up',
  body: z.object({ practitionerId: Id, startAt: Instant }),
  reply: Hold,
  errors: slotErrors,
});

export const extendHold = endpoint({
  method: 'post',
  path: '/api/holds/:id/extend',
  summary: 'Five more minutes, once',
  params: z.object({ id: Id }),
  reply: Hold,
  status: 200,
  errors: ['hold_not_found', 'hold_expired', 'hold_extended'],
});

export const releaseHold = endpoint({
  method: 'delete',
  path: '/api/holds/:id',
  summary: 'Give a held time back; nothing happens when it is free already',
  params: z.object({ id: Id }),
  reply: z.object({}),
});

export const bookTime = endpoint({
  method: 'post',
  path: '/api/bookings',
  summary:
    'Book a held time (`holdId`) or a free one (`practitionerId` and `startAt`) for a known patient (`patientId`) ' +
    'or a new one (`patient`), with all that the Telekonsilien-Vereinbarung asks of a request',
  body: z.object({
    holdId: Id.optional(),
    practitionerId: Id.optional(),
    startAt: Instant.optional(),
    patientId: Id.optional(),
    patient: PatientFields.optional(),
    /** The requesting physician; may be left out where the practice has one only, or the physician books. */
    requesterPractitionerId: Id.optional(),
    question: z.string('required').trim().min(1, 'required').max(4_000, 'too_long'),
    background: z.string().trim().max(8_000, 'too_long').nullish(),
    diagnoses: z.array(Diagnosis, 'required').min(1, 'required').max(12, 'too_many'),
    /** `''` = takes none. */
    medication: z.string('required').trim().max(4_000, 'too_long'),
    /** `null` = not asked, `''` = none known. */
    allergies: z.string().trim().max(2_000, 'too_long').nullish(),
    consent: ConsentFields.optional(),
    /** Default: three days after the consultation. */
    answerDueAt: Instant.optional(),
  }),
  reply: z.object({
    bookingId: Id,
    requestId: Id,
    requestNumber: z.int(),
    patientId: Id,
    practitionerId: Id,
    startAt: Instant,
    endAt: Instant,
  }),
  idempotent: true,
  errors: [
    ...slotErrors,
    'hold_expired',
    'consent_missing',
    'request_incomplete',
    'kvnr_invalid',
    'patient_exists',
    'patient_not_found',
    'idempotency_key_reused',
  ],
});

/** `no_longer_needed`, `patient_unable`, `other`: by the practice; `practitioner_unable`, `other`: by the department. */
export const CancelReason = z.enum(['no_longer_needed', 'patient_unable', 'practitioner_unable', 'other']);
export type CancelReason = z.infer<typeof CancelReason>;

export const cancelBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/cancel',
  summary: 'Cancel a booking, by either side; frees the time and ends the request',
  params: z.object({ id: Id }),
  body: z.object({
    reason: z.enum(CancelReason.options, 'required'),
    note: z.string().trim().max(1_000, 'too_long').nullish(),
  }),
  reply: z.object({ bookingId: Id, requestId: Id, status: RequestStatus }),
  status: 200,
  errors: ['booking_not_found', 'booking_state'],
});

export const missBooking = endpoint({
  method: 'post',
  path: '/api/bookings/:id/no-show',
  summary: 'The practice did not come: told by the department, once the time has begun; ends the request',
  params: z.object({ id: Id }),
  reply: z.object({ bookingId: Id, requestId: Id, status: RequestStatus }),
  status: 200,
  errors: ['booking_not_found', 'booking_state', 'booking_not_begun'],
});

/** No patient in it: a calendar hangs on a wall. */
export const CalendarBooking = z.object({
  id: Id,
  requestId: Id,
  requestNumber: z.int(),
  requestStatus: RequestStatus,
  practitionerId: Id,
  startAt: Instant,
  endAt: Instant,
  requester: z.object({ id: Id, name: z.string(), city: z.string() }),
});
export type CalendarBooking = z.infer<typeof CalendarBooking>;

export const listBookings = endpoint({
  method: 'get',
  path: '/api/bookings',
  summary: 'Bookings of the own department for a calendar, cancelled ones left out',
  query: z.object({ from: LocalDate, until: LocalDate, practitionerId: Id.optional() }),
  reply: z.object({ bookings: z.array(CalendarBooking) }),
  errors: ['range_too_long', 'range_order'],
});

/** Free times, bookings or rosters of a department have changed. */
export const schedulingChanged = fact({ name: 'scheduling:changed', data: z.object({ departmentId: Id }) });
