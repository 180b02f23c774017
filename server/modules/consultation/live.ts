import type { Live, Push } from '../../kernel/socket.ts';
import { consultationChanged } from './contract.ts';
import { guestsLive } from './guests/live.ts';
import { roomOf } from './signalling.ts';
import { roomClosed } from './signalling-contract.ts';

const changes = {
  'consultation.opened': 'opened',
  'consultation.started': 'started',
  'participant.joined': 'joined',
  'participant.left': 'left',
  'consultation.closed': 'closed',
} as const;

const isChange = (type: string): type is keyof typeof changes => Object.hasOwn(changes, type);

/** Both sides hear what happens to the room, and those inside that it is over. */
export const consultationLive: Live[] = [
  ...guestsLive,
  {
    types: Object.keys(changes),
    async push(deps, { type, requestId, subjectId: consultationId }) {
      if (!requestId || !isChange(type)) return [];
      const sides = await deps.db.system((tx) =>
        tx.consultRequest.findUnique({
          where: { id: requestId },
          select: { requesterOrganisationId: true, providerDepartmentId: true },
        }),
      );
      if (!sides) return [];
      const to = [
        `organisation:${sides.requesterOrganisationId}`,
        `department:${sides.providerDepartmentId}`,
      ];
      const change = changes[type];
      const pushes: Push[] = [{ to, fact: consultationChanged, data: { requestId, consultationId, change } }];
      if (change === 'closed') {
        pushes.push({ to: [roomOf(consultationId)], fact: roomClosed, data: { consultationId } });
      }
      return pushes;
    },
  },
];
