import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import type { raiseLevel as raise, getNextLevel as read } from '../helper-contract.ts';
import { nextDepartmentOf } from '../ladder/read-round.ts';
import { lockOwnUrgentRequest, ownUrgentRequest } from '../own-urgent-request.ts';
import { passOn } from '../pass-on.ts';
import { maySeeQueue } from '../policy.ts';

/** Where raising a request by a level leads; null where its department has no next one. */
export async function getNextLevel(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof read>,
): Promise<Reply<typeof read>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { where } = await ownUrgentRequest(tx, actor, requestId, 'provider');
    const departmentId = await nextDepartmentOf(tx, where.departmentId);
    const found =
      departmentId &&
      (await tx.department.findUnique({ where: { id: departmentId }, include: { organisation: true } }));
    return {
      next: found
        ? {
            departmentId: found.id,
            department: found.name,
            organisation: found.organisation.name,
            level: found.level,
          }
        : null,
    };
  });
}

/**
 * Passes a waiting or own accepted request to the next level, with everything already entered.
 * @throws conflict `no_next_level`, `request_state`
 */
export async function raiseLevel(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof raise>,
): Promise<Reply<typeof raise>> {
  if (!maySeeQueue(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const own = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    const departmentId = await nextDepartmentOf(tx, own.where.departmentId);
    if (!departmentId) throw conflict('no_next_level');
    await passOn(deps, tx, actor, own, departmentId, true);
    return { requestId, departmentId };
  });
}
