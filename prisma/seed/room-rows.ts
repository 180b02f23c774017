import type { Prisma } from '../../server/kernel/generated/client.ts';
import { type Case, times } from './history.ts';
import { idOf } from './ids.ts';

type Room = {
  consultation: Prisma.ConsultationCreateManyInput;
  stays: Prisma.ParticipationCreateManyInput[];
};

/** The room of a consultation that took place. */
export function roomOf(one: Case): Room[] {
  const { met, parted } = times(one);
  if (!met || !parted) return [];
  const id = idOf(`consultation ${one.id}`);
  const early = new Date(met.getTime() - 45_000);
  const stay = (accountId: string, side: 'requester' | 'provider', joinedAt: Date) => ({
    id: idOf(`stay ${id} ${side}`),
    consultationId: id,
    accountId,
    side,
    joinedAt,
    leftAt: parted,
  });
  return [
    {
      consultation: {
        id,
        requestId: one.id,
        state: 'closed',
        openedAt: early,
        startedAt: met,
        closedAt: parted,
        closedById: one.specialist.id,
        presentSeconds: Math.round((parted.getTime() - met.getTime()) / 1000),
        outcome:
          one.kind === 'urgent'
            ? one.random.pick(['stays', 'stays', 'stays', 'gp_visit', 'admission'])
            : null,
      },
      stays: [stay(one.requester.id, 'requester', early), stay(one.specialist.id, 'provider', met)],
    },
  ];
}
