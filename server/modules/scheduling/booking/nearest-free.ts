import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { FreeTime } from '../contract.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { openFreeFinder, presentFreeTime } from '../finding/free-finder.ts';
import type { FreeSlot } from '../time/roster.ts';

/** As it comes over the wire: of one person, or of whoever of a pool is free. */
export type Named = { practitionerId?: string | undefined; poolId?: string | undefined; startAt: string };

const day = 86_400_000;

/** The three free times of the department that lie nearest to one that is taken, by start; of the same person first. */
export async function nearestFree(deps: Deps, actor: Actor, named: Named): Promise<FreeTime[]> {
  const now = deps.clock.now();
  const start = Date.parse(named.startAt);
  return deps.db.as(actor, async (tx): Promise<FreeTime[]> => {
    const departmentId = await departmentOf(tx, named);
    if (!departmentId) return [];
    const team = await bookablePractitioners(tx, { departmentId });
    const from = Math.max(now.getTime(), start - 7 * day);
    const finder = await openFreeFinder(
      tx,
      actor,
      team.map(({ id }) => id),
      from,
      now,
    );
    const stranger = (slot: FreeSlot) => Number(slot.practitionerId !== named.practitionerId);
    return finder
      .within({ start: from, end: start + 21 * day })
      .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || stranger(a) - stranger(b))
      .slice(0, 3)
      .sort((a, b) => a.start - b.start)
      .map(presentFreeTime);
  });
}

async function departmentOf(tx: Tx, { practitionerId, poolId }: Named): Promise<string | null> {
  if (poolId) return (await tx.pool.findUnique({ where: { id: poolId } }))?.departmentId ?? null;
  if (!practitionerId) return null;
  return (await tx.practitioner.findUnique({ where: { id: practitionerId } }))?.departmentId ?? null;
}
