import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { forbidden, notFound } from '../../../kernel/errors.ts';
import { mayChangePlan, maySeePlan } from '../policy.ts';

export type PlanOwner = { departmentId: string; practitionerId: string };

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

/** A stored row that the actor may change. @throws notFound for one of another department */
export function ownRow<T extends PlanOwner>(actor: Actor, row: T | null, what: string): T {
  if (!maySeePlan(actor)) throw forbidden();
  if (!row || row.departmentId !== actor.departmentId) throw notFound(what);
  if (!mayChangePlan(actor, row)) throw forbidden();
  return row;
}
