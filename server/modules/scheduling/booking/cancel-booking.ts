import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { moveRequest } from '../../requests/index.ts';
import type { CancelReason, cancelBooking as endpoint } from '../booking-contract.ts';
import type { BookingSide } from '../policy.ts';
import { bookingEvent } from './booking-event.ts';
import { type OwnBooking, ownBooking } from './own-booking.ts';

const reasons: Record<BookingSide, readonly CancelReason[]> = {
  requester: ['no_longer_needed', 'patient_unable', 'other'],
  provider: ['practitioner_unable', 'other'],
};

/**
 * Cancels a booking by either side, on request with the later times of its series: the time is free again, the request
 * ends, both sides are told. All in one transaction.
 */
export function cancelBooking(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const first = await ownBooking(tx, actor, input.id, 'lock');
    const { booking, side } = first;
    if (!reasons[side].includes(input.reason)) {
      throw invalid('reason_not_yours', { fields: { reason: 'reason_not_yours' } });
    }
    await cancel(deps, tx, actor, first, input);
    const following = input.following ? await laterOfSeries(tx, booking) : [];
    for (const id of following) await cancel(deps, tx, actor, await ownBooking(tx, actor, id, 'lock'), input);
    return {
      bookingId: booking.id,
      requestId: booking.requestId,
      status: 'cancelled',
      cancelled: [booking.id, ...following],
    };
  });
}

async function cancel(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking, side }: OwnBooking,
  { reason, note }: Input<typeof endpoint>,
): Promise<void> {
  const { count } = await tx.booking.updateMany({
    where: { id: booking.id, state: 'booked' },
    data: { state: 'cancelled', cancelledAt: deps.clock.now(), cancelReason: reason },
  });
  if (count === 0) throw conflict('booking_state');
  await moveRequest(deps, tx, actor, booking.requestId, 'cancelled', {
    endReason: reason,
    endNote: note || null,
  });
  await deps.record(
    tx,
    actor,
    bookingEvent('booking.cancelled', booking, booking.patientId, { reason, side }),
  );
}

/** Times of the same series that are still to come, by start. */
async function laterOfSeries(tx: Tx, { seriesId, startAt }: OwnBooking['booking']): Promise<string[]> {
  if (!seriesId) return [];
  const rows = await tx.booking.findMany({
    where: { seriesId, state: 'booked', startAt: { gt: startAt }, request: { status: 'planned' } },
    select: { id: true },
    orderBy: { startAt: 'asc' },
  });
  return rows.map(({ id }) => id);
}
