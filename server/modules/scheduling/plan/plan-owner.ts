import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import { mayChangePlan, mayKeepPools, maySeePlan } from '../policy.ts';

export type PlanOwner = { departmentId: string; practitionerId: string };
/** Of one person or of one pool. */
export type RosterOwner = { departmentId: string; practitionerId: string | null; poolId: string | null };

/**
 * Whose rosters and absences are to be changed: somebody of the actor's department.
 * @throws notFound `practitioner_not_found`; forbidden for a specialist who is not that person
 */
export async function planOwner(tx: Tx, actor: Actor, practitionerId: string): Promise<PlanOwner> {
  if (!maySeePlan(actor)) throw forbidden();
  const { departmentId } = actor;
  const found = await tx.practitioner.findFirst({
    where: { id: practitionerId, departmentId, active: true },
    select: { id: true },
  });
  if (!found) throw notFound('practitioner');
  const owner = { departmentId, practitionerId };
  if (!mayChangePlan(actor, owner)) throw forbidden();
  return owner;
}

/**
 * Whose weekly hours are to be changed: a person's, or a pool's by the coordinator.
 * @throws invalid `choose_one`; notFound `practitioner_not_found`, `pool_not_found`; forbidden
 */
export async function rosterOwner(
  tx: Tx,
  actor: Actor,
  { practitionerId, poolId }: { practitionerId: string | null; poolId: string | null },
): Promise<RosterOwner> {
  if (!maySeePlan(actor)) throw forbidden();
  if ((practitionerId === null) === (poolId === null)) {
    throw invalid('choose_one', { fields: { practitionerId: 'choose_one' } });
  }
  if (practitionerId !== null) return { ...(await planOwner(tx, actor, practitionerId)), poolId: null };
  const { departmentId } = await ownPool(tx, actor, poolId ?? '');
  return { departmentId, practitionerId: null, poolId };
}

/** A pool of the actor's department, kept by the coordinator. @throws forbidden; notFound `pool_not_found` */
export async function ownPool(tx: Tx, actor: Actor, id: string) {
  if (!mayKeepPools(actor)) throw forbidden();
  const pool = await tx.pool.findFirst({ where: { id, departmentId: actor.departmentId, active: true } });
  if (!pool) throw notFound('pool');
  return pool;
}

/** A stored row that the actor may change. @throws notFound for one of another department */
export function ownRow<T extends { departmentId: string; practitionerId: string | null }>(
  actor: Actor,
  row: T | null,
  what: string,
): T {
  if (!maySeePlan(actor)) throw forbidden();
  if (!row || row.departmentId !== actor.departmentId) throw notFound(what);
  const { departmentId, practitionerId } = row;
  const may =
    practitionerId === null ? mayKeepPools(actor) : mayChangePlan(actor, { departmentId, practitionerId });
  if (!may) throw forbidden();
  return row;
}

/** Whose calendars a roster stands in. */
export async function peopleOf(
  tx: Tx,
  { practitionerId, poolId }: Omit<RosterOwner, 'departmentId'>,
): Promise<string[]> {
  if (practitionerId !== null) return [practitionerId];
  const members = await tx.poolMember.findMany({ where: { poolId: poolId ?? '' } });
  return members.map((one) => one.practitionerId);
}
