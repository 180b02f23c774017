import type { Actor, Cause } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden } from '../../kernel/errors.ts';
import type { Input, Reply } from '../../kernel/wire.ts';
import { lockRequest, moveRequest } from '../requests/index.ts';
import { settleBooking } from '../scheduling/index.ts';
import type { closeConsultation as endpoint, Outcome } from './contract.ts';
import type { Media } from './media/client.ts';
import { ownConsultation } from './own-consultation.ts';
import { mayClose } from './policy.ts';
import { presentSeconds } from './present-seconds.ts';
import { stateBefore } from './room-state.ts';

type End = { outcome: Outcome | null; byPhone: boolean; at: Date };
type Row = Awaited<ReturnType<typeof ownConsultation>>['row'];

/**
 * Ends the consultation for everyone: the room closes, the time both sides were present is counted, the request
 * waits for its report, or is answered when that is final already.
 * @throws notFound; forbidden; conflict `consultation_closed`, `nobody_met` when the sides never met nor phoned
 */
export async function closeConsultation(
  deps: Deps,
  media: Media,
  actor: Actor,
  { id, outcome, byPhone }: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  const at = deps.clock.now();
  const closed = await deps.db.as(actor, async (tx) => {
    const { row, side, isReached } = await ownConsultation(tx, actor, id, 'lock');
    if (!mayClose(actor, side, isReached)) throw forbidden();
    if (row.state === 'closed') throw conflict('consultation_closed');
    if (!row.startedAt && !byPhone) throw conflict('nobody_met');
    return endConsultation(deps, tx, actor, row, { outcome, byPhone, at });
  });
  // The people in it are told by the event; a room that is gone already is closed.
  await media.call('closeRoom', { roomId: id }).catch(() => undefined);
  return closed;
}

/** The books of an end, for {@link closeConsultation} and for a room that everybody has left. */
export async function endConsultation(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  row: Row,
  { outcome, byPhone, at }: End,
): Promise<Reply<typeof endpoint>> {
  const { id: requestId, patientId } = row.request;
  const { isAnswered } = await lockRequest(tx, requestId);
  await tx.participation.updateMany({
    where: { consultationId: row.id, leftAt: null },
    data: { leftAt: at },
  });
  await tx.guestStay.updateMany({ where: { consultationId: row.id, leftAt: null }, data: { leftAt: at } });
  const stays = await tx.participation.findMany({ where: { consultationId: row.id } });
  const seconds = presentSeconds(
    stays.map(({ side, joinedAt, leftAt }) => ({
      side,
      joinedAt: joinedAt.getTime(),
      leftAt: leftAt?.getTime() ?? null,
    })),
    at.getTime(),
  );
  const ended = await tx.consultation.updateMany({
    where: { id: row.id, state: { in: stateBefore('closed') } },
    data: {
      state: 'closed',
      closedAt: at,
      closedById: cause?.accountId ?? null,
      presentSeconds: seconds,
      outcome,
      byPhone,
    },
  });
  if (ended.count === 0) throw conflict('consultation_closed');
  // Held by phone alone, the request has not been in consultation yet.
  if (!row.startedAt) await moveRequest(deps, tx, cause, requestId, 'in_consultation', { consultedAt: at });
  // A report that was finished during the consultation answers the request with its end.
  await moveRequest(deps, tx, cause, requestId, isAnswered ? 'answered' : 'consulted');
  await settleBooking(tx, requestId);
  await deps.record(tx, cause, {
    type: 'consultation.closed',
    subject: { kind: 'consultation', id: row.id },
    patientId,
    requestId,
    payload: { presentSeconds: seconds, outcome, byPhone },
  });
  return {
    presentSeconds: seconds,
    startedAt: row.startedAt?.toISOString() ?? null,
    closedAt: at.toISOString(),
  };
}
