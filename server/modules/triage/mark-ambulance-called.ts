import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import type { markAmbulanceCalled as endpoint } from './ladder-contract.ts';
import { lockOwnUrgentRequest } from './own-urgent-request.ts';
import { stateAfter } from './urgent-state.ts';

/**
 * The asking house has called an ambulance and still wants the physician: the request goes on, both sides see it.
 * Twice keeps the first time. @throws conflict `request_state` when the request is over
 */
export async function markAmbulanceCalled(
  deps: Deps,
  actor: Actor,
  { requestId }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { row, urgent, where } = await lockOwnUrgentRequest(tx, actor, requestId, 'requester');
    if (!stateAfter(row.status, 'ambulance')) {
      throw conflict('request_state', { data: { status: row.status } });
    }
    if (urgent.ambulanceCalledAt) {
      return { requestId, ambulanceCalledAt: urgent.ambulanceCalledAt.toISOString() };
    }
    const ambulanceCalledAt = deps.clock.now();
    await tx.urgentRequest.update({ where: { requestId }, data: { ambulanceCalledAt } });
    await deps.record(tx, actor, {
      type: 'urgent.ambulance_called',
      subject: { kind: 'request', id: requestId },
      patientId: row.patientId,
      requestId,
      payload: where,
    });
    return { requestId, ambulanceCalledAt: ambulanceCalledAt.toISOString() };
  });
}
