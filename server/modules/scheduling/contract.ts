/** Finding, holding and booking a time. What becomes of a booking is in booking-contract.ts, rosters in roster-contract.ts. */
import { z } from 'zod';
import { CountyCode, endpoint, fact, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { ConsentFields, PatientFields } from '../patients/contract.ts';
import { Diagnosis } from '../requests/contract.ts';

export const FreeTime = z.object({
  /** Null: a time of a pool; who of it is assigned shows when it is held. */
  practitionerId: Id.nullable(),
  poolId: Id.nullable(),
  departmentId: Id,
  startAt: Instant,
  endAt: Instant,
  /** How many of the pool are free then; 1 for a person. */
  people: z.int(),
});
export type FreeTime = z.infer<typeof FreeTime>;

/** Names a time: of one person, or of whoever of a pool is free. Exactly one of the two. */
export const ChosenTime = { practitionerId: Id.optional(), poolId: Id.optional(), startAt: Instant };

/** A time that the actor holds, or a named one; or both: the named one once the hold has run out. */
export const WantedTime = { holdId: Id.optional(), ...ChosenTime, startAt: Instant.optional() };

/** In a coordinator's own words. */
export const Reason = z.string('required').trim().min(3, 'required').max(500, 'too_long');

/**
 * Deliberate overbooking: the coordinator takes a time that is taken or outside the roster, and says why. Without it
 * such a time is refused, with `data: { overbookable: true }` where the actor might overbook.
 */
export const Overbook = z.object({ reason: Reason });

export const Named = z.object({ id: Id, name: z.string() });

export const BookablePractitioner = z.object({
  ...Named.shape,
  department: Named,
  organisation: Named,
  specialtyCode: z.string(),
});

/** "Any cardiologist". */
export const BookablePool = BookablePractitioner.extend({ people: z.int() });

/**
 * Why times of the rosters asked for are not free, the most frequent first; each time counts once. `too_short` and
 * `other_part_of_day` are free otherwise. Of very many times those of the first days are counted.
 */
export const NothingFree = z.object({
  reasons: z.array(
    z.object({
      code: z.enum([
        'no_roster',
        'not_open_to_you',
        'taken',
        'absent',
        'holiday',
        'under_notice',
        'beyond_furthest_day',
        'too_short',
        'other_part_of_day',
      ]),
      times: z.int(),
    }),
  ),
  /** Requests that wait for a freed time of the same departments. */
  waiting: z.int(),
});
export type NothingFree = z.infer<typeof NothingFree>;

export const findFreeTimes = endpoint({
  method: 'get',
  path: '/api/free-times',
  summary:
    'Free times by one of specialty, department, practitioner or pool, sorted by start; by default all of the next ' +
    'two weeks. `perDay` or `limit` cut the list (`limit` 1 = the next free time)',
  query: z.object({
    specialtyCode: z.string().max(50).optional(),
    departmentId: Id.optional(),
    practitionerId: Id.optional(),
    poolId: Id.optional(),
    /** Only departments of this county; whom a roster is open to is judged in any case. */
    countyAgs: CountyCode.optional(),
    /** The consultation may last so long, in minutes. */
    minutes: z.coerce.number().int().min(5).max(240).optional(),
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
    /** Who could be chosen; of more than 200 only those whose times are told. */
    practitioners: z.array(BookablePractitioner),
    pools: z.array(BookablePool),
    /** Some were left off by `limit` or `perDay`. */
    more: z.boolean(),
    /** First free time after the range when the range has none. */
    nextAfter: FreeTime.nullable(),
    /** Null when something is free in the range. */
    nothing: NothingFree.nullable(),
  }),
  errors: ['choose_one', 'range_too_long', 'range_order'],
});

export const nextFreeTimes = endpoint({
  method: 'get',
  path: '/api/free-times/next',
  summary:
    'Every bookable specialty and each of its departments with the next free time within its rosters, for the chips ' +
    '"Kardiologie · Di 9:40"',
  reply: z.object({
    specialties: z.array(
      z.object({
        code: z.string(),
        nameDe: z.string(),
        nameEn: z.string(),
        next: FreeTime.nullable(),
        departments: z.array(
          z.object({
            id: Id,
            name: z.string(),
            organisation: Named,
            next: FreeTime.nullable(),
            /** How many requests wait for a freed time of the department. */
            waiting: z.int(),
          }),
        ),
      }),
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
  practitionerName: z.string(),
  poolId: Id.nullable(),
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
  body: z.object(ChosenTime),
  reply: Hold,
  errors: ['choose_one', ...slotErrors],
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

/** What every new request says of the patient and the question; a time or a wish comes beside it. */
export const RequestFields = {
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
};

export const bookTime = endpoint({
  method: 'post',
  path: '/api/bookings',
  summary:
    'Book a held time (`holdId`) or a free one (`practitionerId` or `poolId`, and `startAt`) for a known patient (`patientId`) ' +
    'or a new one (`patient`), with all that the Telekonsilien-Vereinbarung asks of a request',
  body: z.object({
    ...WantedTime,
    ...RequestFields,
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

/** Free times, bookings or rosters of a department have changed. */
export const schedulingChanged = fact({ name: 'scheduling:changed', data: z.object({ departmentId: Id }) });
