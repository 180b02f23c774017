import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { moveRequest } from '../../requests/index.ts';
import type { leaveWaitingList as endpoint } from '../waiting-contract.ts';
import { endOffer } from './end-offer.ts';
import { ownEntry } from './own-entry.ts';
import { waitingEvent } from './waiting-event.ts';

/** Takes the request back; a time that is offered to it goes to the next. */
export function leaveWaitingList(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const entry = await ownEntry(tx, actor, input.id);
    if (entry.offer) await endOffer(deps, tx, actor, entry, entry.offer, 'revoked');
    await tx.waitingEntry.update({ where: { id: entry.id }, data: { state: 'withdrawn' } });
    await moveRequest(deps, tx, actor, entry.requestId, 'withdrawn', { endReason: input.reason });
    const why = { reason: input.reason };
    await deps.record(tx, actor, waitingEvent('withdrawn', entry, entry.request.patientId, why));
    return { requestId: entry.requestId };
  });
}
