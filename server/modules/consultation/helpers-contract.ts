/** A second specialist joined to a booked consultation; for an urgent one triage does the same, in the same shapes. */
import { z } from 'zod';
import { endpoint, Id } from '../../kernel/wire.ts';
import { Colleague, UrgentHelper } from '../triage/helper-contract.ts';

const OfRequest = z.object({ requestId: Id });

export const listRoomColleagues = endpoint({
  method: 'get',
  path: '/api/requests/:requestId/colleagues',
  summary:
    'Specialists of all departments who could be joined to a booked consultation, reachable ones first',
  params: OfRequest,
  reply: z.object({ colleagues: z.array(Colleague) }),
  errors: ['request_not_found'],
});

export const inviteRoomHelper = endpoint({
  method: 'post',
  path: '/api/requests/:requestId/helpers',
  summary:
    'Join a second specialist, who is told in the application, sees the request and may enter its room',
  params: OfRequest,
  body: z.object({ accountId: Id }),
  reply: UrgentHelper,
  errors: ['request_not_found', 'helper_unknown', 'room_over', 'consultation_closed'],
});

export const listRoomHelpers = endpoint({
  method: 'get',
  path: '/api/requests/:requestId/helpers',
  summary: 'Second specialists of a consultation, booked or urgent',
  params: OfRequest,
  reply: z.object({ helpers: z.array(UrgentHelper) }),
  errors: ['request_not_found'],
});

export const removeRoomHelper = endpoint({
  method: 'delete',
  path: '/api/requests/:requestId/helpers/:accountId',
  summary: "End a second specialist's part; who sits in the room loses the seat",
  params: OfRequest.extend({ accountId: Id }),
  reply: OfRequest,
  errors: ['request_not_found', 'helper_not_found'],
});
