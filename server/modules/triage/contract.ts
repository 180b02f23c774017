/**
 * Urgent requests as both sides see them, and the care home's side: raising, adding values, withdrawing.
 * The department's side is `queue-contract.ts`, how it rings `ladder-contract.ts`, who is on call `on-call-contract.ts`.
 * The pure rules (`news2.ts`, `vital-signs.ts`, `urgency.ts`) are browser-safe and used on both sides.
 */
import { z } from 'zod';
import { endpoint, fact, Id, Instant } from '../../kernel/wire.ts';
import { ConsentFields } from '../patients/contract.ts';
import { ConsultRequest } from '../requests/contract.ts';
import { UrgentAddition } from './addition-contract.ts';
import { Onset, Phone, SituationCode, UrgencyLevel, VitalValues, Wanted, Words } from './entry-contract.ts';
import { UrgentHelper } from './helper-contract.ts';
import { Ladder, UrgentMessage, UrgentStep } from './ladder-contract.ts';
import { OxygenScaleNow } from './scoring-contract.ts';

export { Onset, UrgencyLevel, VitalValues, Wanted } from './entry-contract.ts';

export const Person = z.object({ id: Id, name: z.string() });
/** `value` is a lower bound while not all seven parameters are known. */
export const Score = z.object({ value: z.int(), complete: z.boolean(), takenAt: Instant });
export type Score = z.infer<typeof Score>;

export const VitalSigns = z.object({
  id: Id,
  takenAt: Instant,
  takenBy: z.string(),
  values: VitalValues,
  news2: Score.nullable(),
});
export type VitalSigns = z.infer<typeof VitalSigns>;

export const OnCallNow = z.object({ primary: Person.nullable(), deputy: Person.nullable() });
export type OnCallNow = z.infer<typeof OnCallNow>;

// The care home -------------------------------------------------------------------------------------------------

export const getUrgentOptions = endpoint({
  method: 'get',
  path: '/api/urgent-requests/options',
  summary: 'What an urgent request can choose from: specialties with who is on call now, own phone number',
  reply: z.object({
    callbackPhone: z.string(),
    /** Asked when the nurse does not know which specialty. */
    defaultSpecialty: z.string().nullable(),
    specialties: z.array(
      z.object({
        code: z.string(),
        nameDe: z.string(),
        nameEn: z.string(),
        department: z.object({ id: Id, name: z.string(), phone: z.string() }),
        onCall: OnCallNow,
      }),
    ),
  }),
});

export const raiseUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests',
  summary: 'Ask for an urgent video consultation',
  idempotent: true,
  body: z.object({
    patientId: Id,
    situations: z.array(SituationCode).min(1, 'situation_missing').max(12),
    situationNote: Words(2000).nullish(),
    onset: Onset.nullish(),
    wanted: Wanted.nullish(),
    /** One line for the queue. */
    question: Words(400).min(1, 'question_missing'),
    background: Words(4000).nullish(),
    vitals: VitalValues,
    /** NEWS2 is not for pregnancy: the values are sent, nothing is scored. */
    pregnant: z.boolean().nullish(),
    urgency: UrgencyLevel,
    /** Needed when `urgency` lies below what the rules suggest. */
    urgencyReason: Words(400).nullish(),
    /** Null: "don't know", goes to the network's default department. */
    specialtyCode: z.string().max(40).nullable(),
    consent: ConsentFields,
    /** Default: the house's number. */
    callbackPhone: Phone.nullish(),
    /** Pictures of the resident that were added before and sent with nothing yet. */
    attachments: z.array(Id).max(6, 'too_many').optional(),
  }),
  reply: z.object({ requestId: Id }),
  errors: [
    'attachment_unknown',
    'urgent_request_open',
    'vital_signs_implausible',
    'urgency_reason_missing',
    'situation_unknown',
    'specialty_unknown',
    'pregnant_implausible',
  ],
});

export const addVitalSigns = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/vital-signs',
  summary: 'Add values while waiting; the queue is ordered anew, the urgency may rise',
  idempotent: true,
  params: z.object({ requestId: Id }),
  body: z.object({ vitals: VitalValues }),
  reply: z.object({ requestId: Id, news2: z.int().nullable(), urgency: UrgencyLevel }),
  errors: ['request_state', 'vital_signs_implausible', 'vital_signs_missing'],
});

export const WithdrawReason = z.enum(['better', 'ambulance_called', 'seen_elsewhere', 'by_mistake', 'other']);
export type WithdrawReason = z.infer<typeof WithdrawReason>;

export const withdrawUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/withdraw',
  summary: 'Take the request back, with a reason',
  params: z.object({ requestId: Id }),
  body: z.object({ reason: WithdrawReason, note: Words(400).nullish() }),
  reply: z.object({ requestId: Id }),
  status: 200,
  errors: ['request_state'],
});

// Both sides ----------------------------------------------------------------------------------------------------

export const UrgentRequest = z.object({
  /** Patient, both sides, question, consent, status. */
  request: ConsultRequest,
  urgency: UrgencyLevel,
  suggested: z.object({ urgency: UrgencyLevel, because: z.array(z.string()), rules: z.string() }),
  urgencyReason: z.string().nullable(),
  situations: z.array(z.string()),
  situationNote: z.string().nullable(),
  onset: Onset.nullable(),
  wanted: Wanted.nullable(),
  callbackPhone: z.string(),
  pregnant: z.boolean(),
  oxygenScale: OxygenScaleNow,
  onCall: OnCallNow,
  raisedAt: Instant,
  targetAt: Instant,
  claimedAt: Instant.nullable(),
  claimedBy: z.string().nullable(),
  /** Who is being rung, what comes next, whom to call instead. */
  ladder: Ladder,
  ambulanceCalledAt: Instant.nullable(),
  /** Questions and answers of the two sides, oldest first. */
  messages: z.array(UrgentMessage),
  /** What was added after it was raised, oldest first. */
  additions: z.array(UrgentAddition),
  /** Second specialists who were joined. */
  helpers: z.array(UrgentHelper),
  /** Of this patient, newest first, at most 20. */
  vitalSigns: z.array(VitalSigns),
});
export type UrgentRequest = z.infer<typeof UrgentRequest>;

export const getUrgentRequest = endpoint({
  method: 'get',
  path: '/api/urgent-requests/:requestId',
  summary: 'One urgent request with everything that was entered',
  params: z.object({ requestId: Id }),
  reply: UrgentRequest,
});

/** Heard by every open window of the department and of the asking house. */
export const queueChanged = fact({
  name: 'triage:queue-changed',
  data: z.object({
    departmentId: Id,
    requestId: Id,
    change: z.enum(['raised', 'claimed', 'withdrawn', 'changed']),
  }),
});

/** Heard by the rung person's own windows at once: rings, or has stopped ringing for this person. */
export const ringChanged = fact({
  name: 'triage:ring',
  data: z.object({
    requestId: Id,
    departmentId: Id,
    ringing: z.boolean(),
    /** While it rings. */
    urgency: UrgencyLevel.optional(),
    step: UrgentStep.optional(),
  }),
});
