import type { Reply } from '../../../../server/kernel/wire.ts';
import type { FreeTime, findFreeTimes } from '../../../../server/modules/scheduling/contract.ts';

/** A time that was chosen, with whom: one person, or whoever of a pool is free. */
export type TimeChoice = {
  practitionerId: string | null;
  poolId: string | null;
  startAt: string;
  /** Name of the person or pool. */
  who: string;
};

type Named = Pick<Reply<typeof findFreeTimes>, 'practitioners' | 'pools'>;

/** A free time as a choice, named by the people and pools of the same answer. */
export function choiceOf(time: FreeTime, named: Named): TimeChoice {
  const { practitionerId, poolId, startAt } = time;
  const person = named.practitioners.find(({ id }) => id === practitionerId);
  const pool = named.pools.find(({ id }) => id === poolId);
  return { practitionerId, poolId, startAt, who: (practitionerId === null ? pool : person)?.name ?? '' };
}

/** The fields of a change that name the time: a pool only where no person is meant. */
export const chosenFields = (choice: TimeChoice) => ({
  startAt: choice.startAt,
  ...(choice.practitionerId !== null
    ? { practitionerId: choice.practitionerId }
    : choice.poolId !== null
      ? { poolId: choice.poolId }
      : {}),
});
