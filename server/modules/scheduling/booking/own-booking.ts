import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { notFound } from '../../../kernel/errors.ts';
import { cancellingSide } from '../policy.ts';

/**
 * A booking and the side on which the actor stands.
 * @throws notFound `booking_not_found` for whom it is none of theirs, and for holds
 */
export async function ownBooking(tx: Tx, actor: Actor, id: string) {
  const row = await tx.booking.findFirst({
    where: { id, state: { not: 'held' } },
    include: { request: { select: { id: true, patientId: true } } },
  });
  const side = row && cancellingSide(actor, row);
  if (!row?.request || !side) throw notFound('booking');
  const { request, ...booking } = row;
  return { booking: { ...booking, requestId: request.id, patientId: request.patientId }, side };
}
