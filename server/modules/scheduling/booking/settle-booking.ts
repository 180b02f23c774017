import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden } from '../../../kernel/errors.ts';
import type { Reply } from '../../../kernel/wire.ts';
import { moveRequest } from '../../requests/index.ts';
import type { missBooking as endpoint } from '../booking-contract.ts';
import { ownBooking } from './own-booking.ts';

/**
 * What became of a booked time, told by whoever knows (the room was closed, nobody came). Inside the caller's
 * transaction; nothing happens to a request without a booked time.
 */
export async function settleBooking(
  tx: Tx,
  requestId: string,
  state: 'fulfilled' | 'no_show',
): Promise<void> {
  await tx.booking.updateMany({ where: { requestId, state: 'booked' }, data: { state } });
}

/** Nobody of the practice came. The department says so; before the time has begun it would be a cancellation. */
export function missBooking(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { booking, side } = await ownBooking(tx, actor, input.id);
    if (side !== 'provider') throw forbidden();
    if (booking.state !== 'booked') throw conflict('booking_state');
    if (booking.startAt > deps.clock.now()) throw conflict('booking_not_begun');
    await moveRequest(deps, tx, actor, booking.requestId, 'no_show', { endReason: 'no_show' });
    await settleBooking(tx, booking.requestId, 'no_show');
    await deps.record(tx, actor, {
      type: 'booking.missed',
      subject: { kind: 'booking', id: booking.id },
      patientId: booking.patientId,
      requestId: booking.requestId,
      payload: {
        departmentId: booking.departmentId,
        practitionerId: booking.practitionerId,
        organisationId: booking.organisationId,
      },
    });
    return { bookingId: booking.id, requestId: booking.requestId, status: 'no_show' };
  });
}
