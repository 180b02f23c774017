/** The consult request (Konsilanfrage): who asks whom what, about which patient, and how far it is. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant } from '../../kernel/wire.ts';
import { PatientBanner } from '../patients/contract.ts';

export const RequestKind = z.enum(['scheduled', 'urgent', 'written']);
export type RequestKind = z.infer<typeof RequestKind>;
export const Urgency = z.enum(['immediate', 'urgent', 'today', 'routine']);
export type Urgency = z.infer<typeof Urgency>;
export const RequestStatus = z.enum([
  'waiting',
  'accepted',
  'planned',
  'in_consultation',
  'consulted',
  'answered',
  'cancelled',
  'withdrawn',
  'no_show',
]);
export type RequestStatus = z.infer<typeof RequestStatus>;

/** ICD-10-GM code, listed or not; refused codes stand at `diagnoses.N.code` (`icd_format`, `icd_not_terminal`). Certainty G(esichert), V(erdacht), Z(ustand nach), A(usgeschlossen); side R, L, B. */
export const Diagnosis = z.strictObject({
  code: z.string('required').trim().min(1, 'required').max(10, 'icd_format'),
  title: z.string().trim().max(300, 'too_long'),
  certainty: z.enum(['G', 'V', 'Z', 'A']).optional(),
  side: z.enum(['R', 'L', 'B']).optional(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

const Named = z.object({ id: Id, name: z.string() });
const Physician = Named.extend({ lanr: z.string().nullable() });
/** Name and addresses that the Telekonsilien-Vereinbarung wants with a request. */
export const RequestingOrganisation = Named.extend({
  kind: z.enum(['hospital', 'practice', 'care_home', 'network']),
  bsnr: z.string().nullable(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
});

export const ConsultRequest = z.object({
  id: Id,
  /** Running number in the network, shown as "K-000123". */
  number: z.int(),
  kind: RequestKind,
  status: RequestStatus,
  urgency: Urgency,
  /** The side on which the reader stands. */
  side: z.enum(['requester', 'provider']),
  patient: PatientBanner,
  requester: z.object({
    organisation: RequestingOrganisation,
    /** Who sent it. */
    person: Named,
    /** The requesting physician; null when a care home asks. */
    practitioner: Physician.nullable(),
  }),
  provider: z.object({
    organisation: Named,
    department: Named.extend({ phone: z.string() }),
    practitioner: Physician.nullable(),
  }),
  specialty: z.object({ code: z.string(), nameDe: z.string(), nameEn: z.string() }),
  question: z.string(),
  background: z.string().nullable(),
  diagnoses: z.array(Diagnosis),
  /** `null` = not asked (urgent only), `''` = none. */
  medication: z.string().nullable(),
  /** `null` = nobody has asked, `''` = none known. */
  allergies: z.string().nullable(),
  consent: z
    .object({
      giver: z.enum(['patient', 'guardian', 'representative', 'presumed']),
      giverName: z.string().nullable(),
      form: z.enum(['written', 'verbal', 'electronic']),
      recordedAt: Instant,
      revokedAt: Instant.nullable(),
    })
    .nullable(),
  answerDueAt: Instant,
  plannedStart: Instant.nullable(),
  plannedEnd: Instant.nullable(),
  /** The booking that holds the planned time; cancel by `POST /api/bookings/:id/cancel`. */
  bookingId: Id.nullable(),
  consultedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  answerReadAt: Instant.nullable(),
  endReason: z.string().nullable(),
  endNote: z.string().nullable(),
  createdAt: Instant,
});
export type ConsultRequest = z.infer<typeof ConsultRequest>;

export const getRequest = endpoint({
  method: 'get',
  path: '/api/requests/:id',
  summary: 'One consult request, for its two sides; is recorded',
  params: z.object({ id: Id }),
  reply: ConsultRequest,
  errors: ['request_not_found'],
});

export const IcdEntry = z.object({ code: z.string(), titleDe: z.string(), titleEn: z.string() });
export type IcdEntry = z.infer<typeof IcdEntry>;

export const searchIcd = endpoint({
  method: 'get',
  path: '/api/icd',
  summary:
    'Often needed diagnoses of ICD-10-GM by code or beginnings of words, codes first; a list of suggestions',
  query: z.object({
    q: z.string().trim().min(1, 'required').max(100, 'too_long'),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  reply: z.object({
    entries: z.array(IcdEntry),
    /** What was typed when it is itself a well-formed code outside the list: it may be entered all the same. */
    unlisted: z.string().nullable(),
  }),
});

/** A request's status or anything that hangs on it has changed: fetch it again. Goes to both sides. */
export const requestsChanged = fact({ name: 'requests:changed', data: z.object({ requestId: Id }) });
