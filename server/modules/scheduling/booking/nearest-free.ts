import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { FreeTime } from '../contract.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { nearestTimes } from '../finding/nearest-times.ts';

/** As it comes over the wire: of one person, or of whoever of a pool is free. */
export type Named = { practitionerId?: string | undefined; poolId?: string | undefined; startAt: string };

/** The three free times of the department that lie nearest to one that is taken, by start; of the same person first. */
export async function nearestFree(deps: Deps, actor: Actor, named: Named): Promise<FreeTime[]> {
  const { practitionerId, poolId, startAt } = named;
  return deps.db.as(actor, async (tx): Promise<FreeTime[]> => {
    const pool = poolId ? await tx.pool.findFirst({ where: { id: poolId, active: true } }) : null;
    const [asked] = practitionerId ? await bookablePractitioners(tx, { practitionerId }) : [];
    const departmentId = pool?.departmentId ?? asked?.department.id;
    if (!departmentId) return [];
    const preferred = poolId ?? practitionerId ?? null;
    return nearestTimes(tx, actor, { departmentId }, Date.parse(startAt), deps.clock.now(), 3, preferred);
  });
}
