/** The department's side of urgent requests: queue, claim, passing on, the specialist's day, the live board. */
import { z } from 'zod';
import { endpoint, Id, Instant, LocalDate } from '../../kernel/wire.ts';
import { Sex } from '../patients/contract.ts';
import { Diagnosis, RequestKind, RequestStatus, Urgency } from '../requests/contract.ts';
import { OnCallNow, Onset, Person, Score, UrgencyLevel, VitalValues, Wanted } from './contract.ts';
import { HelperState } from './helper-contract.ts';
import { CameBack, OrderOverride, Promised, UrgentStep } from './ladder-contract.ts';
import { OxygenScale } from './scoring-contract.ts';

export const QueueItem = z.object({
  requestId: Id,
  number: z.int(),
  urgency: UrgencyLevel,
  raisedAt: Instant,
  targetAt: Instant,
  question: z.string(),
  situations: z.array(z.string()),
  onset: Onset.nullable(),
  wanted: Wanted.nullable(),
  patient: z.object({
    id: Id,
    familyName: z.string(),
    givenName: z.string(),
    birthDate: LocalDate,
    sex: Sex,
    room: z.string().nullable(),
    allergies: z.string().nullable(),
  }),
  requester: z.object({ organisation: z.string(), person: z.string(), phone: z.string() }),
  /** The last taken value of each, of this request. */
  values: VitalValues,
  news2: Score.nullable(),
  /** By which scale oxygen saturation is scored, and whether nothing is (pregnancy). */
  oxygenScale: OxygenScale,
  pregnant: z.boolean(),
  /** The score before the last one, for the arrow. */
  news2Before: z.int().nullable(),
  /** Why it stands before the next one; null at the end. */
  before: z.enum(['override', 'urgency', 'came_back', 'news2', 'waiting_time']).nullable(),
  /** Where it is; another than the own one when rung as next level or joined as second specialist. */
  department: Person,
  level: z.int(),
  step: UrgentStep.nullable(),
  stepDueAt: Instant.nullable(),
  /** It rings for the signed-in person. */
  ringing: z.boolean(),
  /** What the signed-in person has answered in this round. */
  ownAnswer: z.object({ answer: z.enum(['declined', 'later']), until: Instant.nullable() }).nullable(),
  /** The signed-in person's part as second specialist. */
  ownHelp: HelperState.nullable(),
  promised: z.array(Promised),
  cameBack: CameBack.nullable(),
  override: OrderOverride.nullable(),
  /** Questions back that the asking house has not answered yet. */
  openQuestions: z.int(),
  ambulanceCalledAt: Instant.nullable(),
  /** What the asking house last added to it, and when; codes of what is happening. */
  added: z.object({ at: Instant, situations: z.array(z.string()) }).nullable(),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const BoardItem = QueueItem.omit({ before: true }).extend({
  state: z.enum(['waiting', 'accepted', 'in_consultation', 'ended', 'missed']),
  status: RequestStatus,
  claimedBy: z.string().nullable(),
  claimedAt: Instant.nullable(),
  /** Who is being rung now. */
  rung: z.array(z.string()),
  /** Who was rung in this round and let the deadline pass. */
  missed: z.array(z.string()),
});
export type BoardItem = z.infer<typeof BoardItem>;

export const listQueue = endpoint({
  method: 'get',
  path: '/api/urgent-requests/queue',
  summary: "The own department's waiting urgent requests, in the order in which they should be taken",
  reply: z.object({
    departmentId: Id,
    onCall: OnCallNow,
    /** The signed-in person's own part in it now, with its end. */
    own: z.object({ level: z.enum(['primary', 'deputy']), until: Instant }).nullable(),
    /** `time`: this installation does not let a score sort people (see docs/intended-use.md). */
    sortedBy: z.enum(['rule', 'time']),
    items: z.array(QueueItem),
    /** Open requests to which the signed-in person is invited or joined as second specialist. */
    helping: z.array(BoardItem),
  }),
});

export const claimUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/claim',
  summary: 'Take an urgent request; one of all who try gets it',
  params: z.object({ requestId: Id }),
  reply: z.object({ requestId: Id }),
  status: 200,
  /** `already_claimed` carries `data.by`, the colleague's name. */
  errors: ['already_claimed', 'request_state'],
});

export const HandBackReason = z.enum(['interrupted', 'not_my_field', 'technical', 'other']);
export type HandBackReason = z.infer<typeof HandBackReason>;

export const handBackUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/hand-back',
  summary: 'Put an own accepted request back at its place in the queue',
  params: z.object({ requestId: Id }),
  body: z.object({ reason: HandBackReason }),
  reply: z.object({ requestId: Id }),
  status: 200,
  errors: ['request_state'],
});

export const passUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/pass',
  summary: 'Pass a waiting or own accepted request to another department, which then alone sees it',
  params: z.object({ requestId: Id }),
  body: z.object({ departmentId: Id }),
  reply: z.object({ requestId: Id }),
  status: 200,
  errors: ['request_state', 'department_unknown'],
});

export const DayItem = z.object({
  requestId: Id,
  number: z.int(),
  kind: RequestKind,
  status: RequestStatus,
  urgency: Urgency,
  /** Booked time, or the instant of the claim. */
  startAt: Instant,
  endAt: Instant.nullable(),
  /** The room opens for the two sides at this instant. */
  roomFrom: Instant.nullable(),
  reportOwed: z.boolean(),
  question: z.string(),
  diagnoses: z.array(Diagnosis),
  patient: z.object({
    id: Id,
    familyName: z.string(),
    givenName: z.string(),
    birthDate: LocalDate,
    sex: Sex,
    allergies: z.string().nullable(),
  }),
  requester: z.object({ organisation: z.string(), phone: z.string() }),
});
export type DayItem = z.infer<typeof DayItem>;

export const getOwnDay = endpoint({
  method: 'get',
  path: '/api/own-day',
  summary: "A specialist's day: booked consultations, accepted urgent requests, reports still owed",
  query: z.object({ day: LocalDate.optional() }),
  reply: z.object({ day: LocalDate, items: z.array(DayItem) }),
});

export const getBoard = endpoint({
  method: 'get',
  path: '/api/urgent-requests/board',
  summary: "The department's urgent requests that are open now or were raised today",
  reply: z.object({
    departmentId: Id,
    onCall: OnCallNow,
    sortedBy: z.enum(['rule', 'time']),
    items: z.array(BoardItem),
  }),
});
