import { z } from 'zod';
import type { RecordedEvent } from '../../kernel/events.ts';
import type { Live, Push } from '../../kernel/socket.ts';
import { queueChanged } from './contract.ts';

/** What every event of an urgent request carries, so that telling of it needs no further read. */
export const Where = z.object({
  departmentId: z.string(),
  organisationId: z.string(),
  /** Passed on: the department that had it. */
  fromDepartmentId: z.string().optional(),
});

const changes = {
  'urgent.raised': 'raised',
  'urgent.claimed': 'claimed',
  'urgent.withdrawn': 'withdrawn',
  'urgent.passed': 'raised',
  'urgent.handed_back': 'raised',
  'vital_signs.taken': 'changed',
} as const;

const changeOf = (type: string) => Object.entries(changes).find(([name]) => name === type)?.[1] ?? 'changed';

/** Tells the department and the asking house at once; the department that passed a request on loses it from view. */
export function queuePushes(event: Pick<RecordedEvent, 'type' | 'requestId' | 'payload'>): Push[] {
  const where = Where.safeParse(event.payload);
  if (!event.requestId || !where.success) return [];
  const { departmentId, organisationId, fromDepartmentId } = where.data;
  const { requestId } = event;
  const told = (to: string[], data: z.input<(typeof queueChanged)['data']>): Push => ({
    to,
    fact: queueChanged,
    data,
  });
  return [
    told([`department:${departmentId}`, `organisation:${organisationId}`], {
      departmentId,
      requestId,
      change: changeOf(event.type),
    }),
    ...(fromDepartmentId && fromDepartmentId !== departmentId
      ? [
          told([`department:${fromDepartmentId}`], {
            departmentId: fromDepartmentId,
            requestId,
            change: 'withdrawn',
          }),
        ]
      : []),
  ];
}

export const triageLive: Live[] = [
  { types: Object.keys(changes), push: async (_deps, event) => queuePushes(event) },
];
