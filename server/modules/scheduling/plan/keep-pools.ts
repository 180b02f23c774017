import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input } from '../../../kernel/wire.ts';
import { mayKeepPools } from '../policy.ts';
import type * as contract from '../pool-contract.ts';
import { ownPool } from './plan-owner.ts';
import { presentPool } from './present-plan.ts';

/** Makes a pool of people of the coordinator's department. @throws see the endpoint */
export function createPool(
  deps: Deps,
  actor: Actor,
  input: Input<typeof contract.createPool>,
  call: Call,
): Promise<contract.Pool> {
  if (!mayKeepPools(actor)) throw forbidden();
  const { departmentId } = actor;
  return withFreeName(() =>
    deps.db.as(actor, (tx) =>
      once(tx, actor, call, input, async () => {
        const members = await checkMembers(tx, departmentId, input.members);
        const pool = await tx.pool.create({
          data: { departmentId, name: input.name, members: { createMany: { data: members } } },
          include: { members: true },
        });
        await recordPool(deps, tx, actor, pool, 'created');
        return presentPool(pool);
      }),
    ),
  );
}

/** Renames a pool or changes who is in it. What was assigned stays with its people. @throws see the endpoint */
export function changePool(
  deps: Deps,
  actor: Actor,
  { id, ...input }: Input<typeof contract.changePool>,
): Promise<contract.Pool> {
  return withFreeName(() =>
    deps.db.as(actor, async (tx) => {
      const { departmentId } = await ownPool(tx, actor, id);
      const members = await checkMembers(tx, departmentId, input.members);
      await tx.poolMember.deleteMany({ where: { poolId: id } });
      const pool = await tx.pool.update({
        where: { id },
        data: { name: input.name, members: { createMany: { data: members } } },
        include: { members: true },
      });
      await recordPool(deps, tx, actor, pool, 'changed');
      return presentPool(pool);
    }),
  );
}

/** Its weekly hours go, its bookings stay with their people and still say that they came from it. */
export function removePool(deps: Deps, actor: Actor, { id }: { id: string }): Promise<Record<string, never>> {
  return deps.db.as(actor, async (tx) => {
    const pool = await ownPool(tx, actor, id);
    await tx.roster.deleteMany({ where: { poolId: id } });
    await tx.poolMember.deleteMany({ where: { poolId: id } });
    await tx.pool.update({ where: { id }, data: { active: false } });
    await recordPool(deps, tx, actor, pool, 'removed');
    return {};
  });
}

/** The unique index decides who of two has a name. */
async function withFreeName<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) !== 'pool_name') throw error;
    throw conflict('pool_name_taken', { fields: { name: 'pool_name_taken' } });
  }
}

async function checkMembers(tx: Tx, departmentId: string, ids: readonly string[]) {
  const members = [...new Set(ids)];
  const known = await tx.practitioner.count({ where: { id: { in: members }, departmentId, active: true } });
  if (known < members.length) {
    throw invalid('practitioner_not_found', { fields: { members: 'practitioner_not_found' } });
  }
  return members.map((practitionerId) => ({ practitionerId }));
}

const recordPool = (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { id, departmentId }: { id: string; departmentId: string },
  change: string,
) =>
  deps.record(tx, actor, {
    type: 'pool.changed',
    subject: { kind: 'pool', id },
    payload: { departmentId, change },
  });
