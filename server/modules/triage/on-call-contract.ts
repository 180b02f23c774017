/** Who is on call when. */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';
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
