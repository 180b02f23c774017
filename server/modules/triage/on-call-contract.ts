/** Who is on call when, where nobody is, and who swaps with whom. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant } from '../../kernel/wire.ts';
import { OnCallNow, Person } from './contract.ts';

export const OnCallLevel = z.enum(['primary', 'deputy']);
export const OnCallShift = z.object({
  id: Id,
  departmentId: Id,
  level: OnCallLevel,
  practitioner: Person,
  startAt: Instant,
  endAt: Instant,
});
export type OnCallShift = z.infer<typeof OnCallShift>;

const ShiftInput = z.object({ practitionerId: Id, level: OnCallLevel, startAt: Instant, endAt: Instant });
const shiftErrors = ['on_call_taken', 'end_before_start', 'practitioner_unknown', 'time_in_past'];

export const listOnCall = endpoint({
  method: 'get',
  path: '/api/on-call',
  summary: 'Shifts of a department that touch [from, until), at most 62 days',
  query: z.object({ departmentId: Id, from: Instant, until: Instant }),
  reply: z.object({ shifts: z.array(OnCallShift), now: OnCallNow }),
  errors: ['end_before_start', 'range_too_long'],
});

export const createOnCallShift = endpoint({
  method: 'post',
  path: '/api/on-call',
  summary: 'Put a physician of the own department on call',
  body: ShiftInput,
  reply: OnCallShift,
  errors: shiftErrors,
});

export const changeOnCallShift = endpoint({
  method: 'put',
  path: '/api/on-call/:id',
  summary: 'Change a shift',
  params: z.object({ id: Id }),
  body: ShiftInput,
  reply: OnCallShift,
  errors: shiftErrors,
});

export const removeOnCallShift = endpoint({
  method: 'delete',
  path: '/api/on-call/:id',
  summary: 'Remove a shift',
  params: z.object({ id: Id }),
  reply: z.object({}),
});

// Gaps ----------------------------------------------------------------------------------------------------------

export const OnCallGap = z.object({
  departmentId: Id,
  startAt: Instant,
  endAt: Instant,
  /** `everybody`: nobody at all is on call; otherwise only this level is empty. */
  missing: z.enum(['everybody', 'primary', 'deputy']),
});
export type OnCallGap = z.infer<typeof OnCallGap>;

export const listOnCallGaps = endpoint({
  method: 'get',
  path: '/api/on-call/gaps',
  summary: 'When nobody of a department is on call in [from, until), at most 62 days',
  query: z.object({ departmentId: Id, from: Instant, until: Instant }),
  /** `planned`: the department has on-call shifts at all. */
  reply: z.object({ gaps: z.array(OnCallGap), planned: z.boolean() }),
  errors: ['end_before_start', 'range_too_long'],
});

// Swaps ---------------------------------------------------------------------------------------------------------

export const SwapState = z.enum(['offered', 'accepted', 'declined', 'withdrawn']);
export const OnCallSwap = z.object({
  id: Id,
  state: SwapState,
  shift: OnCallShift,
  from: Person,
  to: Person,
  /** Taken over in exchange; null when the shift is given away. */
  inReturn: OnCallShift.nullable(),
  note: z.string().nullable(),
  offeredAt: Instant,
  answeredAt: Instant.nullable(),
});
export type OnCallSwap = z.infer<typeof OnCallSwap>;
const swapErrors = ['swap_state', 'shift_unknown', 'shift_over', 'practitioner_unknown', 'on_call_double'];

export const listOnCallSwaps = endpoint({
  method: 'get',
  path: '/api/on-call/swaps',
  summary: "Swaps of the own department's shifts: open ones and those answered within 30 days",
  /** `own`: the signed-in person as physician, null for a coordinator. */
  reply: z.object({ swaps: z.array(OnCallSwap), own: Id.nullable() }),
});

export const offerOnCallSwap = endpoint({
  method: 'post',
  path: '/api/on-call/swaps',
  summary: 'Offer an own shift to a colleague of the department, alone or in exchange for one of theirs',
  body: z.object({
    shiftId: Id,
    toPractitionerId: Id,
    inReturnShiftId: Id.nullish(),
    note: z.string().trim().max(200, 'too_long').nullish(),
  }),
  reply: OnCallSwap,
  errors: swapErrors,
});

export const answerOnCallSwap = endpoint({
  method: 'post',
  path: '/api/on-call/swaps/:id/answer',
  summary: 'Accept or decline an offered shift, or withdraw the own offer',
  params: z.object({ id: Id }),
  body: z.object({ answer: z.enum(['accept', 'decline', 'withdraw']) }),
  reply: OnCallSwap,
  status: 200,
  errors: swapErrors,
});

/** Shifts, swaps or gaps of a department have changed. */
export const onCallChanged = fact({ name: 'triage:on-call-changed', data: z.object({ departmentId: Id }) });
