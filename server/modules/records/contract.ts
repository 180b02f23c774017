/** The consultation report in versions, and the cases of an organisation or department with their timeline. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant, idPattern, LocalDate } from '../../kernel/wire.ts';
import { Outcome } from '../consultation/contract.ts';
import { ConsultRequest, Diagnosis, RequestKind, RequestStatus, Urgency } from '../requests/contract.ts';

/** What a case asks of its reader now, in the order of the list. */
export const caseGroups = [
  'answer_new',
  'report_due',
  'today',
  'waiting_list',
  'planned',
  'waiting',
  'done',
  'ended',
] as const;
export const CaseGroup = z.enum(caseGroups);
export type CaseGroup = z.infer<typeof CaseGroup>;

export const CaseRow = z.object({
  id: Id,
  /** Running number in the network, shown as "K-000123". */
  number: z.int(),
  group: CaseGroup,
  kind: RequestKind,
  status: RequestStatus,
  urgency: Urgency,
  patient: z.object({
    id: Id,
    familyName: z.string(),
    givenName: z.string(),
    birthDate: LocalDate,
    room: z.string().nullable(),
  }),
  specialty: z.object({ code: z.string(), nameDe: z.string(), nameEn: z.string() }),
  department: z.object({ id: Id, name: z.string() }),
  /** Who asked: practice or care home. */
  requester: z.object({ id: Id, name: z.string() }),
  /** The consulted physician; null until somebody is booked or has claimed it. */
  practitionerName: z.string().nullable(),
  plannedStart: Instant.nullable(),
  plannedEnd: Instant.nullable(),
  answerDueAt: Instant,
  answeredAt: Instant.nullable(),
  createdAt: Instant,
  /** Until when a freed time is offered to it; null = none is. */
  offerUntil: Instant.nullable(),
  /** Shown to the consulted department only. */
  hasDraft: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const listCases = endpoint({
  method: 'get',
  path: '/api/cases',
  summary:
    'Consults of the own organisation or department, by what they ask for now; `q` finds by name, insurance number, ' +
    'birth date or number (K-000123). Follow `next` for more; is recorded',
  query: z.object({
    group: CaseGroup.optional(),
    q: z.string().trim().max(100, 'too_long').optional(),
    /** Departments: only those of the signed-in physician. */
    mine: z.enum(['true']).optional(),
    after: z
      .string()
      .regex(new RegExp(`^\\d\\.-?\\d{1,15}\\.${idPattern}$`), 'cursor_invalid')
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(60),
  }),
  reply: z.object({
    cases: z.array(CaseRow),
    /** How many there are in each group, whatever page is shown; groups without any are left out. */
    counts: z.partialRecord(CaseGroup, z.int()),
    next: z.string().nullable(),
  }),
});

const at = { at: Instant };
const by = { by: z.string().nullable() };
/** What happened, oldest first. Names of people at work, no clinical text. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('requested'), ...at, ...by }),
  z.object({ kind: z.literal('booked'), ...at, ...by, startAt: Instant, endAt: Instant }),
  z.object({ kind: z.literal('waiting_entered'), ...at, ...by }),
  z.object({
    kind: z.literal('offered'),
    ...at,
    /** Who offered it out of turn; null = its turn had come. */
    ...by,
    startAt: Instant,
    endAt: Instant,
    expiresAt: Instant,
  }),
  z.object({
    kind: z.enum(['offer_accepted', 'offer_declined', 'offer_expired', 'offer_revoked']),
    ...at,
    startAt: Instant,
  }),
  z.object({ kind: z.literal('booking_cancelled'), ...at, startAt: Instant, reason: z.string().nullable() }),
  z.object({ kind: z.literal('raised'), ...at, ...by, urgency: Urgency, news2: z.int().nullable() }),
  z.object({ kind: z.literal('claimed'), ...at, ...by }),
  z.object({ kind: z.literal('withdrawn'), ...at, reason: z.string().nullable() }),
  z.object({
    kind: z.literal('consultation'),
    ...at,
    /** Both sides have met. */
    met: z.boolean(),
    closedAt: Instant.nullable(),
    /** Seconds during which both sides were present. */
    presentSeconds: z.int().nullable(),
    byPhone: z.boolean(),
    /** What becomes of the person, of an urgent consult; null = not said. */
    outcome: Outcome.nullable(),
    participants: z.array(z.string()),
  }),
  z.object({ kind: z.literal('report'), ...at, ...by, version: z.int() }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Case = z.object({
  request: ConsultRequest,
  timeline: z.array(TimelineEntry),
  /** Newest final version, 0 = none. */
  finalVersion: z.int(),
  /** Somebody of the department has begun to write; always false for the asking side. */
  hasDraft: z.boolean(),
  /** The reader may write the report now. */
  mayWrite: z.boolean(),
});
export type Case = z.infer<typeof Case>;

export const getCase = endpoint({
  method: 'get',
  path: '/api/cases/:id',
  summary: 'One consult with what happened to it, for its two sides; is recorded',
  params: z.object({ id: Id }),
  reply: Case,
  errors: ['request_not_found'],
});

const text = z.string().max(20_000, 'too_long');
export const ReportTexts = z.object({
  findings: text,
  assessment: text,
  recommendation: text,
  diagnoses: z.array(Diagnosis).max(12, 'too_many'),
});
export type ReportTexts = z.infer<typeof ReportTexts>;

export const Draft = ReportTexts.extend({
  version: z.int(),
  /** Names this saved state: given back with the next save. */
  savedAt: Instant,
  savedBy: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export const FinalReport = ReportTexts.extend({
  id: Id,
  version: z.int(),
  author: z.string(),
  finalisedAt: Instant,
});
export type FinalReport = z.infer<typeof FinalReport>;

export const Report = z.object({
  /** Newest first. */
  versions: z.array(FinalReport),
  draft: Draft.nullable(),
  mayWrite: z.boolean(),
  mayFinalise: z.boolean(),
});
export type Report = z.infer<typeof Report>;

const ofCase = z.object({ id: Id });
const refusals = ['request_not_found', 'report_closed', 'report_changed'] as const;

export const getReport = endpoint({
  method: 'get',
  path: '/api/cases/:id/report',
  summary:
    'The report: final versions for both sides, the draft for the department; is recorded, and marks it as read',
  params: ofCase,
  reply: Report,
  errors: ['request_not_found'],
});

export const saveDraft = endpoint({
  method: 'put',
  path: '/api/cases/:id/report/draft',
  summary:
    'Save the draft; the first save makes it. `savedAt` names the state that was edited: when somebody else has saved ' +
    'since, `report_changed` carries `{ savedAt, savedBy }` and nothing is overwritten',
  params: ofCase,
  body: ReportTexts.extend({ savedAt: Instant.nullable() }),
  reply: Draft,
  errors: [...refusals, 'report_final'],
});

export const discardDraft = endpoint({
  method: 'delete',
  path: '/api/cases/:id/report/draft',
  summary: 'Throw the draft away; final versions stay',
  params: ofCase,
  reply: z.object({}),
  errors: ['request_not_found', 'report_closed'],
});

export const finaliseReport = endpoint({
  method: 'post',
  path: '/api/cases/:id/report/final',
  summary: 'Make the draft final: it reaches the asking side at once and can never be changed, only amended',
  params: ofCase,
  body: z.object({ savedAt: Instant }),
  reply: FinalReport,
  idempotent: true,
  errors: [...refusals, 'report_incomplete', 'draft_missing', 'report_too_early', 'idempotency_key_reused'],
});

export const amendReport = endpoint({
  method: 'post',
  path: '/api/cases/:id/report/amendment',
  summary:
    'Begin the next version with the words of the final one; a draft that is there already is given back',
  params: ofCase,
  reply: Draft,
  errors: ['request_not_found', 'report_closed', 'report_missing'],
});

/** The report of a case or its place in the list has changed. */
export const recordsChanged = fact({ name: 'records:changed', data: z.object({ requestId: Id }) });
