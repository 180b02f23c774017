/**
 * How an urgent request rings: step by step, who answers what, and what its two sides ask each other meanwhile.
 * The settings of the steps are `settings-contract.ts`, who can be reached `duty-contract.ts`.
 */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';

/** Whom a request rings, in this order: first on call, deputy, everybody of the department, coordinators and the next level. */
export const urgentSteps = ['primary', 'deputy', 'department', 'coordination'] as const;
export const UrgentStep = z.enum(urgentSteps);
export type UrgentStep = z.infer<typeof UrgentStep>;

/** Why a step was passed over at once. */
export const StepGap = z.enum(['nobody_on_call', 'nobody_reachable', 'all_answered']);
export type StepGap = z.infer<typeof StepGap>;

/** Why the coordinators were alarmed. */
export const AlarmReason = z.enum(['nobody_on_call', 'nobody_reachable', 'nobody_answered']);
export type AlarmReason = z.infer<typeof AlarmReason>;

/** Somebody had accepted, and it waits again: the line was lost for too long, or it was handed back. */
export const CameBack = z.object({
  reason: z.enum(['vanished', 'handed_back']),
  name: z.string(),
  at: Instant,
});
export type CameBack = z.infer<typeof CameBack>;

/** "In five minutes": who said so, and when that is. */
export const Promised = z.object({ name: z.string(), until: Instant });
export type Promised = z.infer<typeof Promised>;

/** Where a request's ringing is now, as both sides see it. */
export const Ladder = z.object({
  /** Null when nothing rings: it is accepted or over. */
  step: UrgentStep.nullable(),
  startedAt: Instant.nullable(),
  /** Then the next step begins; null at the last one, which rings until somebody takes it. */
  dueAt: Instant.nullable(),
  /** Who is being rung now. Empty: nobody could be reached, call the number. */
  ringing: z.array(z.object({ name: z.string(), step: UrgentStep, since: Instant })),
  /** What comes when nobody accepts until `dueAt`, and who is reachable there now. */
  next: z.object({ step: UrgentStep, names: z.array(z.string()) }).nullable(),
  /** Steps of this round that were passed over, in their order. */
  skipped: z.array(z.object({ step: UrgentStep, because: StepGap })),
  promised: z.array(Promised),
  alarm: AlarmReason.nullable(),
  firstRungAt: Instant.nullable(),
  cameBack: CameBack.nullable(),
  /** To call instead, at any moment. */
  phone: z.string(),
  /** 1 is where it was raised; each passing to a next level adds one. */
  level: z.int(),
});
export type Ladder = z.infer<typeof Ladder>;

const OfRequest = z.object({ requestId: Id });

export const DeclineReason = z.enum(['busy', 'not_my_field', 'off_duty', 'technical', 'other']);
export type DeclineReason = z.infer<typeof DeclineReason>;

export const declineUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/decline',
  summary: 'Do not take it: the own ring ends, and when nobody else rings the next step begins at once',
  params: OfRequest,
  body: z.object({ reason: DeclineReason }),
  reply: OfRequest,
  status: 200,
  errors: ['request_state'],
});

export const postponeUrgentRequest = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/later',
  summary: '"In five minutes": the ring moves on to the others, and comes back then if nobody has accepted',
  params: OfRequest,
  reply: z.object({ requestId: Id, until: Instant }),
  status: 200,
  errors: ['request_state'],
});

// Both sides ----------------------------------------------------------------------------------------------------

export const UrgentMessage = z.object({
  id: Id,
  kind: z.enum(['question', 'answer']),
  text: z.string(),
  by: z.string(),
  at: Instant,
});
export type UrgentMessage = z.infer<typeof UrgentMessage>;

export const writeUrgentMessage = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/messages',
  summary: 'Ask back (department) or answer (asking house); both sides see it',
  idempotent: true,
  params: OfRequest,
  body: z.object({ text: z.string().trim().min(1, 'text_missing').max(500, 'too_long') }),
  reply: UrgentMessage,
  errors: ['request_state'],
});

export const markAmbulanceCalled = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/ambulance',
  summary: 'The asking house has called an ambulance; the request goes on, both sides see it',
  params: OfRequest,
  reply: z.object({ requestId: Id, ambulanceCalledAt: Instant }),
  status: 200,
  errors: ['request_state'],
});

// Order ---------------------------------------------------------------------------------------------------------

export const OrderReason = z.enum(['getting_worse', 'known_patient', 'quickly_done', 'other']);
export type OrderReason = z.infer<typeof OrderReason>;

/** Why a request stands on top against the rule. */
export const OrderOverride = z.object({
  by: z.string(),
  reason: OrderReason,
  note: z.string().nullable(),
  at: Instant,
});
export type OrderOverride = z.infer<typeof OrderOverride>;

export const orderUrgentRequest = endpoint({
  method: 'put',
  path: '/api/urgent-requests/:requestId/order',
  summary: 'Put a waiting request on top of the queue, with a reason, or back to where the rule has it',
  params: OfRequest,
  body: z.object({
    place: z.enum(['top', 'rule']),
    /** Needed for `top`. */
    reason: OrderReason.nullish(),
    /** Needed with the reason `other`. */
    note: z.string().trim().max(200, 'too_long').nullish(),
  }),
  reply: OfRequest,
  errors: ['request_state', 'reason_missing'],
});
