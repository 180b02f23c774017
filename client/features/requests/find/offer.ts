import type { Reply } from '../../../../server/kernel/wire.ts';
import type { FreeTime, findFreeTimes, Hold } from '../../../../server/modules/scheduling/contract.ts';

/** A free time with the names of whose it is: a person's, or a pool's. */
export type Offer = FreeTime & { name: string; departmentName: string; houseName: string };

type Known = Pick<Reply<typeof findFreeTimes>, 'practitioners' | 'pools'>;

/** Puts the names beside a time; they stay empty for one that the answer does not know. */
export function offerOf(time: FreeTime, known: Known): Offer {
  const who = time.poolId
    ? known.pools.find((one) => one.id === time.poolId)
    : known.practitioners.find((one) => one.id === time.practitionerId);
  return {
    ...time,
    name: who?.name ?? '',
    departmentName: who?.department.name ?? '',
    houseName: who?.organisation.name ?? '',
  };
}

/** How a time is named to the server: one of a pool by the pool, whoever was assigned before. */
export const chosenTime = (time: Pick<FreeTime | Hold, 'practitionerId' | 'poolId' | 'startAt'>) => ({
  ...(time.poolId ? { poolId: time.poolId } : { practitionerId: time.practitionerId ?? '' }),
  startAt: time.startAt,
});

/** Tells times apart that begin at the same moment. */
export const offerKey = (time: Pick<FreeTime, 'practitionerId' | 'poolId' | 'startAt'>): string =>
  `${time.startAt} ${time.poolId ?? time.practitionerId ?? ''}`;
