import type { Live } from '../../kernel/socket.ts';
import { requestsChanged } from './contract.ts';

/** Everything after which a request looks different to one of its sides. */
const types = [
  'request.created',
  'booking.made',
  'booking.moved',
  'booking.handed_over',
  'booking.cancelled',
  'booking.missed',
  'booking.attendance_corrected',
  'waiting.entered',
  'waiting.changed',
  'waiting.offered',
  'waiting.accepted',
  'waiting.declined',
  'waiting.expired',
  'waiting.revoked',
  'waiting.withdrawn',
  'waiting.placed',
  'urgent.raised',
  'urgent.claimed',
  'urgent.handed_back',
  'urgent.vanished',
  'urgent.withdrawn',
  'urgent.passed',
  'consultation.opened',
  'consultation.started',
  'consultation.closed',
  'report.finalised',
] as const;

export const requestsLive: Live[] = [
  {
    types,
    async push(deps, { requestId }) {
      if (!requestId) return [];
      const sides = await deps.db.system((tx) =>
        tx.consultRequest.findUnique({
          where: { id: requestId },
          select: { requesterOrganisationId: true, providerDepartmentId: true, directed: true },
        }),
      );
      if (!sides) return [];
      // What waits for a time is the asking side's own.
      const to = [
        `organisation:${sides.requesterOrganisationId}`,
        ...(sides.directed ? [`department:${sides.providerDepartmentId}`] : []),
      ];
      return [{ to, fact: requestsChanged, data: { requestId } }];
    },
  },
];
