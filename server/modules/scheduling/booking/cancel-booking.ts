import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { moveRequest } from '../../requests/index.ts';
import type { CancelReason, cancelBooking as endpoint } from '../booking-contract.ts';
import { ownBooking } from './own-booking.ts';

const reasons: Record<'requester' | 'provider', readonly CancelReason[]> = {
  requester: ['no_longer_needed', 'patient_unable', 'other'],
  provider: ['practitioner_unable', 'other'],
};

/** Cancels a booking by either side: the time is free again, the request ends, both sides are told. */
export function cancelBooking(
  deps: Deps,
  actor: Actor,
  input: Input<typeof endpoint>,
): Promise<Reply<typeof endpoint>> {
  return deps.db.as(actor, async (tx) => {
    const { booking, side } = await ownBooking(tx, actor, input.id);
    if (!reasons[side].includes(input.reason)) {
      throw invalid('reason_not_yours', { fields: { reason: 'reason_not_yours' } });
    }
    const { count } = await tx.booking.updateMany({
      where: { id: booking.id, state: 'booked' },
      data: { state: 'cancelled', cancelledAt: deps.clock.now(), cancelReason: input.reason },
    });
    if (count === 0) throw conflict('booking_state');
    await moveRequest(deps, tx, actor, booking.requestId, 'cancelled', {
      endReason: input.reason,
      endNote: input.note || null,
    });
    await deps.record(tx, actor, {
      type: 'booking.cancelled',
      subject: { kind: 'booking', id: booking.id },
      patientId: booking.patientId,
      requestId: booking.requestId,
      payload: {
        departmentId: booking.departmentId,
        practitionerId: booking.practitionerId,
        organisationId: booking.organisationId,
        reason: input.reason,
        side,
      },
    });
    return {
      bookingId: booking.id,
      requestId: booking.requestId,
      status: 'cancelled',
      cancelled: [booking.id],
    };
  });
}
