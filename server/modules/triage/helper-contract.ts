/** A second specialist joined to a request, and the next level of the network. */
import { z } from 'zod';
import { endpoint, Id, Instant } from '../../kernel/wire.ts';
import { Level } from './settings-contract.ts';

export const HelperState = z.enum(['invited', 'joined', 'declined', 'left']);
export type HelperState = z.infer<typeof HelperState>;

/** A second specialist: sees the request with everything entered, and may enter its room. */
export const UrgentHelper = z.object({
  accountId: Id,
  name: z.string(),
  department: z.object({ id: Id, name: z.string() }),
  state: HelperState,
  invitedBy: z.string(),
  invitedAt: Instant,
});
export type UrgentHelper = z.infer<typeof UrgentHelper>;

const OfRequest = z.object({ requestId: Id });

export const Colleague = z.object({
  accountId: Id,
  name: z.string(),
  department: z.object({ id: Id, name: z.string() }),
  onCall: z.enum(['primary', 'deputy']).nullable(),
  reachable: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const listColleagues = endpoint({
  method: 'get',
  path: '/api/urgent-requests/:requestId/colleagues',
  summary: 'Specialists of all departments who could be joined, reachable ones first',
  params: OfRequest,
  reply: z.object({ colleagues: z.array(Colleague) }),
});

export const inviteHelper = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/helpers',
  summary: 'Join a second specialist of any department, who is rung',
  params: OfRequest,
  body: z.object({ accountId: Id }),
  reply: UrgentHelper,
  errors: ['request_state', 'helper_unknown'],
});

export const answerInvitation = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/helpers/answer',
  summary: 'Answer an invitation as second specialist; who declines or leaves sees the request no more',
  params: OfRequest,
  body: z.object({ answer: z.enum(['join', 'decline', 'leave']) }),
  reply: OfRequest,
  status: 200,
  errors: ['request_state'],
});

export const removeHelper = endpoint({
  method: 'delete',
  path: '/api/urgent-requests/:requestId/helpers/:accountId',
  summary: 'End the part of a second specialist',
  params: OfRequest.extend({ accountId: Id }),
  reply: OfRequest,
});

export const getNextLevel = endpoint({
  method: 'get',
  path: '/api/urgent-requests/:requestId/next-level',
  summary: 'Where raising this request by a level leads',
  params: OfRequest,
  reply: z.object({
    next: z
      .object({ departmentId: Id, department: z.string(), organisation: z.string(), level: Level })
      .nullable(),
  }),
});

export const raiseLevel = endpoint({
  method: 'post',
  path: '/api/urgent-requests/:requestId/raise-level',
  summary: 'Pass a waiting or own accepted request to the next level, with everything already entered',
  params: OfRequest,
  reply: z.object({ requestId: Id, departmentId: Id }),
  status: 200,
  errors: ['request_state', 'no_next_level'],
});
