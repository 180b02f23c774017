import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import { conflict, notFound } from '../../../kernel/errors.ts';
import type { CalendarBooking } from '../booking-contract.ts';
import { bookingSide } from '../policy.ts';
import { bookingRows, presentBooking } from './present-booking.ts';

/**
 * A booking and the side on which the actor stands. With `lock`, whoever else would change the booking or its request
 * waits until the transaction ends: all of them take the request first.
 * @throws notFound `booking_not_found` for whom it is none of theirs, and for holds
 */
export async function ownBooking(tx: Tx, actor: Actor, id: string, lock: 'lock' | 'read' = 'read') {
  if (lock === 'lock') {
    await tx.$queryRaw`
      select id from consult_request where id = (select request_id from booking where id = ${id}::uuid) for update`;
  }
  const row = await tx.booking.findFirst({
    where: { id, state: { not: 'held' } },
    include: { request: { select: { id: true, patientId: true, status: true, answerDueAt: true } } },
  });
  const side = row && bookingSide(actor, row);
  if (!row?.request || !side) throw notFound('booking');
  const { request, ...booking } = row;
  return { booking: { ...booking, requestId: request.id, patientId: request.patientId }, request, side };
}

export type OwnBooking = Awaited<ReturnType<typeof ownBooking>>;

/**
 * A change is made to the booking as its maker saw it.
 * @throws conflict `booking_state` when it is no longer to come or runs; `booking_changed` with `{ booking }` as it is now
 */
export async function refuseUnlessAsSeen(tx: Tx, of: OwnBooking, sequence: number): Promise<void> {
  if (of.booking.state !== 'booked' || of.request.status !== 'planned') throw conflict('booking_state');
  if (of.booking.sequence !== sequence) throw await bookingChanged(tx, of.booking.id);
}

export const bookingChanged = async (tx: Tx, id: string) =>
  conflict('booking_changed', { data: { booking: await bookingNow(tx, id) } });

/** The booking as it is now in this transaction. @throws conflict `booking_state` when it was cancelled */
export async function bookingNow(tx: Tx, id: string): Promise<CalendarBooking> {
  const [booking] = (await bookingRows(tx, { id })).flatMap(presentBooking);
  if (!booking) throw conflict('booking_state');
  return booking;
}
