import type { Deps } from '../../../kernel/deps.ts';
import type { Live, Push } from '../../../kernel/socket.ts';
import { guestsChanged, invitationChanged } from '../guests-contract.ts';
import { guestEvents } from './guest-event.ts';
import { guestRoomOf } from './guest-sockets.ts';

/** After these a guest's door may stand otherwise than before. */
const doors = [
  'consultation.opened',
  'consultation.started',
  'consultation.closed',
  'booking.moved',
  'booking.cancelled',
  'urgent.claimed',
  'urgent.withdrawn',
];

/** Both sides hear who waits, a second specialist too; guests hear that something of theirs has changed. */
export const guestsLive: Live[] = [
  {
    types: guestEvents,
    async push(deps, { requestId, subjectId: guestId }) {
      if (!requestId) return [];
      const own: Push = { to: [guestRoomOf(guestId)], fact: invitationChanged, data: {} };
      return [own, { to: await sidesOf(deps, requestId), fact: guestsChanged, data: { requestId } }];
    },
  },
  {
    types: doors,
    async push(deps, { requestId }) {
      if (!requestId) return [];
      const guests = await deps.db.system((tx) =>
        tx.consultationGuest.findMany({ where: { requestId }, select: { id: true } }),
      );
      return guests.map(({ id }) => ({ to: [guestRoomOf(id)], fact: invitationChanged, data: {} }));
    },
  },
];

async function sidesOf(deps: Deps, requestId: string): Promise<string[]> {
  return deps.db.system(async (tx) => {
    const sides = await tx.consultRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: { requesterOrganisationId: true, providerDepartmentId: true },
    });
    const helpers = await tx.$queryRaw<{ id: string }[]>`
      select account_id::text as id from urgent_helper
        where request_id = ${requestId}::uuid and state in ('invited', 'joined')
      union select account_id::text from consultation_helper
        where request_id = ${requestId}::uuid and state in ('invited', 'joined')`;
    return [
      `organisation:${sides.requesterOrganisationId}`,
      `department:${sides.providerDepartmentId}`,
      ...helpers.map(({ id }) => `account:${id}`),
    ];
  });
}
