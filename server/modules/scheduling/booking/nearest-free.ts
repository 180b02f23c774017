import type { Actor } from '../../../kernel/actor.ts';
import { ask, type Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { sql } from '../../../kernel/statement.ts';
import type { FreeTime } from '../contract.ts';
import { nearestTimes } from '../finding/nearest-times.ts';

/** As it comes over the wire: of one person, or of whoever of a pool is free. */
export type Named = { practitionerId?: string | undefined; poolId?: string | undefined; startAt: string };

/** The three free times of the department that lie nearest to one that is taken, by start; of the same person first. */
export async function nearestFree(deps: Deps, actor: Actor, named: Named): Promise<FreeTime[]> {
  const { practitionerId, poolId, startAt } = named;
  return deps.db.as(actor, async (tx): Promise<FreeTime[]> => {
    const departmentId = await departmentOf(tx, named);
    if (!departmentId) return [];
    const preferred = poolId ?? practitionerId ?? null;
    return nearestTimes(tx, actor, { departmentId }, Date.parse(startAt), deps.clock.now(), 3, preferred);
  });
}

async function departmentOf(tx: Tx, { practitionerId, poolId }: Named): Promise<string | null> {
  const [row] = await ask<{ id: string | null }>(
    tx,
    sql`select department_id as id from practitioner where id = ${practitionerId ?? null} and active
      union all select department_id from pool where id = ${poolId ?? null} and active`,
  );
  return row?.id ?? null;
}
