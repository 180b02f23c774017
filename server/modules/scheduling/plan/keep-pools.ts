import type { Actor } from '../../../kernel/actor.ts';
import { type Tx, violatedConstraint } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { mayKeepPools } from '../policy.ts';
import type * as contract from '../pool-contract.ts';
import type { Calendar } from '../time/roster.ts';
import { changePlan } from './change-plan.ts';
import { ownPool, peopleOf } from './plan-owner.ts';
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
        // Who comes to share hours loses none.
        await deps.record(tx, actor, {
          type: 'pool.changed',
          subject: { kind: 'pool', id: pool.id },
          payload: { departmentId, change: 'created' },
        });
        return presentPool(pool);
      }),
    ),
  );
}

/**
 * Renames a pool or changes who is in it, or with `dryRun` only says which bookings of those who leave it would hit.
 * What was assigned stays with its people. @throws see the endpoint
 */
export function changePool(
  deps: Deps,
  actor: Actor,
  { id, name, members: ids, dryRun }: Input<typeof contract.changePool>,
): Promise<Reply<typeof contract.changePool>> {
  return withFreeName(() =>
    deps.db.as(actor, async (tx) => {
      const { departmentId } = await ownPool(tx, actor, id);
      const members = await checkMembers(tx, departmentId, ids);
      const before = await peopleOf(tx, { practitionerId: null, poolId: id });
      const { row, ...rest } = await changePlan(deps, tx, actor, {
        ...poolOf({ id, departmentId }),
        change: 'changed',
        people: before.filter((person) => !ids.includes(person)),
        dryRun,
        write: async () => {
          await tx.poolMember.deleteMany({ where: { poolId: id } });
          return tx.pool.update({
            where: { id },
            data: { name, members: { createMany: { data: members } } },
            include: { members: true },
          });
        },
      });
      return { ...rest, pool: row && presentPool(row) };
    }),
  );
}

/** Its weekly hours go, its bookings stay with their people and still say that they came from it. */
export function removePool(
  deps: Deps,
  actor: Actor,
  { id, dryRun }: Input<typeof contract.removePool>,
): Promise<Reply<typeof contract.removePool>> {
  return deps.db.as(actor, async (tx) => {
    const pool = await ownPool(tx, actor, id);
    const { saved, affected } = await changePlan(deps, tx, actor, {
      ...poolOf(pool),
      change: 'removed',
      people: await peopleOf(tx, { practitionerId: null, poolId: id }),
      dryRun,
      write: async () => {
        await tx.roster.deleteMany({ where: { poolId: id } });
        await tx.poolMember.deleteMany({ where: { poolId: id } });
        return tx.pool.update({ where: { id }, data: { active: false } });
      },
    });
    return { saved, affected };
  });
}

/** For who leaves it, a pool's hours are no more. */
const poolOf = ({ id, departmentId }: { id: string; departmentId: string }) => ({
  type: 'pool.changed' as const,
  kind: 'pool' as const,
  owner: { departmentId },
  to: (calendar: Calendar): Calendar => ({
    ...calendar,
    rosters: calendar.rosters.filter(({ poolId }) => poolId !== id),
  }),
});

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
