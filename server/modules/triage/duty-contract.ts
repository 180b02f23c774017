/** Who can be reached: what people say of themselves, and what their open windows show. */
import { z } from 'zod';
import { endpoint, fact, Id, Instant } from '../../kernel/wire.ts';

/** `soon`: rung again from `until` on, before that only with the whole department. `away`: not rung at all. */
export const DutyStatus = z.enum(['ready', 'soon', 'away']);
export type DutyStatus = z.infer<typeof DutyStatus>;

const OwnDuty = z.object({
  status: DutyStatus,
  until: Instant.nullable(),
  /** The signed-in person's own shift now, with its end. */
  onCall: z.object({ level: z.enum(['primary', 'deputy']), until: Instant }).nullable(),
});

export const getDuty = endpoint({
  method: 'get',
  path: '/api/duty',
  summary: 'Own status: ready, soon, away',
  reply: OwnDuty,
});

export const setDuty = endpoint({
  method: 'put',
  path: '/api/duty',
  summary: 'Set the own status; `soon` lasts 15 minutes unless told otherwise',
  body: z.object({ status: DutyStatus, minutes: z.int().min(1).max(240).optional() }),
  reply: OwnDuty,
});

export const StaffMember = z.object({
  accountId: Id,
  name: z.string(),
  role: z.enum(['specialist', 'coordinator']),
  onCall: z.enum(['primary', 'deputy']).nullable(),
  /** An open window with a live line, or a device that takes pushes. */
  present: z.boolean(),
  status: DutyStatus,
  until: Instant.nullable(),
  /** Would be rung now. */
  reachable: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const listStaff = endpoint({
  method: 'get',
  path: '/api/duty/staff',
  summary: 'Who of the own department can be reached now, those on call first',
  reply: z.object({ staff: z.array(StaffMember) }),
});

/** Somebody's status was changed. Heard in the department; lost lines are seen on asking again. */
export const dutyChanged = fact({ name: 'triage:duty-changed', data: z.object({ departmentId: Id }) });
