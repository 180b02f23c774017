import type { Actor } from '../../kernel/actor.ts';
import { asSoftware } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { giveUpClaim } from './give-up-claim.ts';
import { stopRings } from './ladder/ring-accounts.ts';
import { startRound } from './ladder/start-round.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
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
    const { row, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    const target = await tx.department.findFirst({
      where: { id: departmentId, active: true, organisation: { kind: 'hospital', active: true } },
      select: { id: true },
    });
    if (!target || departmentId === from) {
      throw invalid('department_unknown', { fields: { departmentId: 'department_unknown' } });
    }
    await giveUpClaim(deps, tx, actor, row);
    const stopped = await asSoftware(tx, () => stopRings(tx, requestId, deps.clock.now()));
    // What the department decided of its own queue does not hold in another's.
    await tx.urgentRequest.update({ where: { requestId }, data: { ...unpinned, ...notBack } });
    const [moved] = await tx.$queryRaw<{ passed: boolean }[]>`
      select pass_urgent_request(${requestId}::uuid, ${departmentId}::uuid) as passed`;
    if (!moved?.passed) throw conflict('request_state', { data: { status: row.status } });
    await deps.record(tx, actor, {
      type: 'urgent.passed',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, departmentId, fromDepartmentId: from, stopped },
    });
    await asSoftware(tx, () => startRound(deps, tx, actor, requestId, 'passed'));
    return { requestId };
  });
}

const unpinned = { pinnedAt: null, pinnedById: null, pinReason: null, pinNote: null } as const;
const notBack = { cameBackReason: null, cameBackAt: null, cameBackFromId: null } as const;
