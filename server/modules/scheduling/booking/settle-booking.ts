import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden } from '../../../kernel/errors.ts';
import type { Reply } from '../../../kernel/wire.ts';
import type { missBooking as endpoint } from '../booking-contract.ts';
import { bookingEvent } from './booking-event.ts';
import { missRequest } from './miss-request.ts';
import { ownBooking } from './own-booking.ts';

/**
 * The consultation was held: its room is closed. Inside the caller's transaction; nothing happens to a request
 * without a booked time.
 */
export async function settleBooking(tx: Tx, requestId: string): Promise<void> {
  await tx.booking.updateMany({ where: { requestId, state: 'booked' }, data: { state: 'fulfilled' } });
}

/** Nobody of the practice came. The department says so; before the time has begun it would be a cancellation. */
export function missBooking(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { booking, side } = await ownBooking(tx, actor, input.id, 'lock');
    if (side !== 'provider') throw forbidden();
    if (booking.state !== 'booked') throw conflict('booking_state');
    if (booking.startAt > deps.clock.now()) throw conflict('booking_not_begun');
    await missRequest(deps, tx, actor, booking.requestId, 'requester');
    await tx.booking.update({
      where: { id: booking.id },
      data: { state: 'no_show', missedBy: 'requester' },
    });
    const missed = { missedBy: 'requester' };
    await deps.record(tx, actor, bookingEvent('booking.missed', booking, booking.patientId, missed));
    return { bookingId: booking.id, requestId: booking.requestId, status: 'no_show' };
  });
}
