import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { orderUrgentRequest as endpoint } from './ladder-contract.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { maySeeQueue } from './policy.ts';
import { stateAfter } from './urgent-state.ts';

/**
 * Puts a waiting request on top of the own department's queue against the rule, or back to where the rule has it.
 * Who, when and why stands on the row, and in the event log by its code.
 * @throws invalid `reason_missing`; conflict `request_state` when it does not wait any more
 */
export async function orderUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId, place, reason, note }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  if (!maySeeQueue(actor)) throw forbidden();
  const isReasoned = reason && (reason !== 'other' || note);
  if (place === 'top' && !isReasoned) {
    throw invalid('reason_missing', { fields: { [reason ? 'note' : 'reason']: 'reason_missing' } });
  }
  return deps.db.as(actor, async (tx) => {
    const { row, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'provider');
    if (!stateAfter(row.status, 'order')) throw conflict('request_state', { data: { status: row.status } });
    const pin =
      place === 'top' && reason
        ? {
            pinnedAt: deps.clock.now(),
            pinnedById: actor.accountId,
            pinReason: reason,
            pinNote: note || null,
          }
        : { pinnedAt: null, pinnedById: null, pinReason: null, pinNote: null };
    await tx.urgentRequest.update({ where: { requestId }, data: pin });
    await deps.record(tx, actor, {
      type: 'urgent.ordered',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, place, reason: pin.pinReason },
    });
    return { requestId };
  });
}
