import type { Actor } from '../../kernel/actor.ts';
import { asSoftware } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { moveRequest } from '../requests/index.ts';
import type { withdrawUrgentRequest as endpoint } from './contract.ts';
import { stopRings } from './ladder/ring-accounts.ts';
import { lockOwnUrgentRequest, stillness } from './own-urgent-request.ts';

/** The asking house takes its request back. @throws conflict `request_state` once the consultation has begun */
export async function withdrawUrgentRequest(
  deps: Deps,
  actor: Actor,
  { requestId, reason, note }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { row, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'requester');
    const now = deps.clock.now();
    const ended = await tx.urgentRequest.updateMany({
      where: { requestId, endedAt: null },
      data: {
        endedAt: now,
        ...stillness,
        ...(reason === 'ambulance_called' ? { ambulanceCalledAt: now } : {}),
      },
    });
    if (ended.count === 0) throw conflict('request_state', { data: { status: row.status } });
    await moveRequest(deps, tx, actor, requestId, 'withdrawn', { endReason: reason, endNote: note || null });
    const stopped = await asSoftware(tx, () => stopRings(tx, requestId, now));
    await deps.record(tx, actor, {
      type: 'urgent.withdrawn',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: { ...where, reason, stopped },
    });
    return { requestId };
  });
}
