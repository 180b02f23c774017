import type { Actor } from '../../kernel/actor.ts';
import { asSoftware } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { giveUpClaim } from './give-up-claim.ts';
import { againAfter, startRound } from './ladder/start-round.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { mayClaim } from './policy.ts';
import type { handBackUrgentRequest as endpoint } from './queue-contract.ts';

/**
 * Puts an own accepted request back at its place in the queue, where it rings the others again.
 * @throws conflict `request_state`
 */
export async function handBackUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId, reason }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!mayClaim(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const { row, urgent, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    if (urgent.claimedById !== actor.accountId) {
      throw conflict('request_state', { data: { status: row.status } });
    }
    await giveUpClaim(deps, tx, actor, row);
    await tx.urgentRequest.update({
      where: { requestId },
      data: { cameBackReason: 'handed_back', cameBackAt: deps.clock.now(), cameBackFromId: actor.accountId },
    });
    await deps.record(tx, actor, {
      type: 'urgent.handed_back',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, reason },
    });
    const silenced = { accountId: actor.accountId, answer: 'declined', reason } as const;
    await asSoftware(tx, () =>
      startRound(deps, tx, actor, requestId, 'handed_back', { after: againAfter(urgent.urgency), silenced }),
    );
    return { requestId };
  });
}
