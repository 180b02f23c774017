import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import { moveRequest, type RequestRow } from '../requests/index.ts';
import { stillness } from './own-urgent-request.ts';

/**
 * Frees a request that waits or that the actor has claimed, so that it waits for anybody; nobody is rung until the
 * caller, who holds its lock, begins a round. The clock runs on from when it was raised.
 * @throws conflict `request_state` when a colleague has it, it is over, or the consultation has begun
 */
export async function giveUpClaim(deps: Deps, tx: Tx, actor: Actor, row: RequestRow): Promise<void> {
  const freed = await tx.urgentRequest.updateMany({
    where: {
      requestId: row.id,
      endedAt: null,
      OR: [{ claimedAt: null }, { claimedById: actor.accountId }],
    },
    data: { claimedAt: null, claimedById: null, ...stillness },
  });
  if (freed.count === 0) throw conflict('request_state', { data: { status: row.status } });
  if (row.status !== 'waiting') {
    await moveRequest(deps, tx, actor, row.id, 'waiting', { providerPractitionerId: null });
  }
}
