import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { passOn } from './pass-on.ts';
import { maySeeQueue } from './policy.ts';
import type { passUrgentRequest as endpoint } from './queue-contract.ts';

/**
 * Passes a request to another department, with everything entered; the own department then sees it no more.
 * @throws invalid `department_unknown` for none, an inactive or the own one; conflict `request_state`
 */
export async function passUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId, departmentId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const from = actor.departmentId;
  return deps.db.as(actor, async (tx) => {
    const own = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    const target = await tx.department.findFirst({
      where: { id: departmentId, active: true, organisation: { kind: 'hospital', active: true } },
      select: { id: true },
    });
    if (!target || departmentId === from) {
      throw invalid('department_unknown', { fields: { departmentId: 'department_unknown' } });
    }
    await passOn(deps, tx, actor, own, departmentId, false);
    return { requestId };
  });
}
