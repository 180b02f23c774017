/** Who saw or changed what: the privacy officer's view of the event log. */
import { z } from 'zod';
import { endpoint, Id, Instant, Role } from '../../kernel/wire.ts';

/** Running number of an event, as text: it may exceed what JSON numbers hold. */
const EventId = z.string().regex(/^\d{1,18}$/);
const Named = z.object({ id: Id, name: z.string() });

export const AuditActor = z.object({
  /** Null for the software itself and for who was not signed in. */
  id: Id.nullable(),
  displayName: z.string().nullable(),
  role: Role.nullable(),
  organisation: Named.nullable(),
});
export type AuditActor = z.infer<typeof AuditActor>;

export const AuditEvent = z.object({
  id: EventId,
  at: Instant,
  /** In the past tense, e.g. `patient.viewed`. */
  type: z.string(),
  actor: AuditActor,
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** By number only: whose it is stands in the practice's or home's own records. */
  patient: z.object({ id: Id, number: z.int().nullable() }).nullable(),
  request: z.object({ id: Id, number: z.int().nullable() }).nullable(),
  /** Ids, codes and numbers. */
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
  ),
  /** Covered by the hash chain. */
  sealed: z.boolean(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** What the log is searched by. `until` is exclusive. */
export const AuditFilter = z.object({
  person: Id.optional(),
  organisation: Id.optional(),
  /** Running number of the patient: 123 or "P-000123". */
  patient: z
    .string()
    .regex(/^(P-)?\d{1,9}$/i, 'patient_number_invalid')
    .optional(),
  /** A type (`report.viewed`) or everything about a kind (`report`). */
  type: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/, 'event_type_invalid')
    .optional(),
  from: Instant.optional(),
  until: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const listEvents = endpoint({
  method: 'get',
  path: '/api/audit/events',
  summary: 'The event log, newest first; looking at it is an event too',
  query: AuditFilter.extend({
    /** Only events before this one: the `next` of the page before. */
    before: EventId.optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ events: z.array(AuditEvent), next: EventId.nullable() }),
  errors: ['patient_not_found'],
});

export const exportEvents = endpoint({
  method: 'get',
  path: '/api/audit/events.csv',
  summary: 'The same as CSV (UTF-8, semicolons), oldest first',
  query: AuditFilter,
  reply: z.string(),
  produces: 'text/csv',
  errors: ['patient_not_found', 'export_too_large'],
});

export const getPatientHistory = endpoint({
  method: 'get',
  path: '/api/audit/patients/:number',
  summary: "Who saw or changed one patient's data, by person (GDPR Art. 15)",
  params: z.object({ number: z.string().regex(/^(P-)?\d{1,9}$/i, 'patient_number_invalid') }),
  reply: z.object({
    patient: z.object({ id: Id, number: z.int(), organisation: Named }),
    people: z.array(
      z.object({
        actor: AuditActor,
        views: z.int(),
        changes: z.int(),
        firstAt: Instant,
        lastAt: Instant,
      }),
    ),
  }),
  errors: ['patient_not_found'],
});

export const listAuditPeople = endpoint({
  method: 'get',
  path: '/api/audit/people',
  summary: 'People by part of their name or organisation, to search the log by',
  query: z.object({ text: z.string().trim().max(100).default('') }),
  reply: z.object({
    people: z.array(
      z.object({
        id: Id,
        displayName: z.string(),
        role: Role,
        organisation: z.string(),
        active: z.boolean(),
      }),
    ),
  }),
});

const SealRange = z.object({ id: EventId, firstId: EventId, lastId: EventId, sealedAt: Instant });

export const checkIntegrity = endpoint({
  method: 'get',
  path: '/api/audit/integrity',
  summary: 'Recomputes the whole hash chain and says whether the log is as it was sealed',
  reply: z.object({
    sound: z.boolean(),
    /** Seals and events that were recomputed. */
    seals: z.int(),
    events: z.int(),
    /** The newest sound seal; a copy of its hash kept elsewhere proves that nothing before it was changed. */
    last: SealRange.extend({ hash: z.string() }).nullable(),
    /** The first seal that does not fit. */
    broken: SealRange.extend({ fault: z.enum(['chain_broken', 'rows_changed']) }).nullable(),
    /** Events not sealed yet, and since when the oldest of them waits. */
    waiting: z.int(),
    waitingSince: Instant.nullable(),
    checkedAt: Instant,
  }),
});
export type Integrity = z.infer<typeof checkIntegrity.reply>;
