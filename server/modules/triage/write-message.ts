import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict } from '../../kernel/errors.ts';
import type { Call } from '../../kernel/http.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { presentMessage } from './ladder/view-messages.ts';
import type { writeUrgentMessage as endpoint } from './ladder-contract.ts';
import { lockReachedUrgentRequest } from './own-urgent-request.ts';
import { stateAfter } from './urgent-state.ts';

/**
 * A question of the department or the asking house's answer; both sides see it. Its text stays out of the event log.
 * @throws conflict `request_state` when the request is over
 */
export async function writeUrgentMessage(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  const { requestId, text } = input;
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const { row, side, where } = await lockReachedUrgentRequest(tx, actor, requestId);
      if (!stateAfter(row.status, 'ask')) throw conflict('request_state', { data: { status: row.status } });
      const isQuestion = side === 'provider';
      const message = await tx.urgentMessage.create({
        data: { requestId, isQuestion, text, byId: actor.accountId, at: deps.clock.now() },
      });
      await deps.record(tx, actor, {
        type: isQuestion ? 'urgent.asked' : 'urgent.answered',
        subject: { kind: 'request', id: requestId },
        patientId: row.patientId,
        requestId,
        payload: { ...where, messageId: message.id },
      });
      return presentMessage(message, actor.displayName);
    }),
  );
}
