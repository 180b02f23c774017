import type { Actor } from '../../kernel/actor.ts';
import { asSoftware, type Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { moveRequest, namesOf } from '../requests/index.ts';
import { stopRings } from './ladder/ring-accounts.ts';
import { ownUrgentRequest, stillness } from './own-urgent-request.ts';
import { mayClaim } from './policy.ts';
import type { claimUrgentRequest as endpoint } from './queue-contract.ts';

/**
 * One conditional UPDATE decides who gets the request. Who has it already gets the same answer again.
 * @throws conflict `already_claimed` with `{ by }`; conflict `request_state` when it was withdrawn
 */
export async function claimUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayClaim(actor)) throw forbidden();
  const { practitionerId } = actor;
  return deps.db.as(actor, async (tx) => {
    const now = deps.clock.now();
    const { row, urgent, where } = await ownUrgentRequest(tx, actor, requestId, 'provider');
    const won = await tx.urgentRequest.updateMany({
      where: { requestId, claimedAt: null, endedAt: null },
      data: { claimedAt: now, claimedById: actor.accountId, ...stillness },
    });
    if (won.count === 0) {
      await refuseUnlessOwn(tx, actor, requestId);
      return { requestId };
    }
    await moveRequest(deps, tx, actor, requestId, 'accepted', { providerPractitionerId: practitionerId });
    const stopped = await asSoftware(tx, () => stopRings(tx, requestId, now, actor.accountId));
    await deps.record(tx, actor, {
      type: 'urgent.claimed',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, practitionerId, step: urgent.step, stopped },
    });
    return { requestId };
  });
}

async function refuseUnlessOwn(tx: Tx, actor: Actor, requestId: string): Promise<void> {
  const now = await tx.urgentRequest.findUniqueOrThrow({
    where: { requestId },
    select: { claimedById: true, endedAt: true, request: { select: { status: true } } },
  });
  const by = now.claimedById;
  if (now.endedAt === null && by === actor.accountId) return;
  if (now.endedAt !== null || by === null) {
    throw conflict('request_state', { data: { status: now.request.status } });
  }
  throw conflict('already_claimed', { data: { by: (await namesOf(tx, [by])).get(by) ?? '' } });
}
