import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import { holdEvent } from '../booking/booking-event.ts';
import { timesOf } from '../booking/hold-time.ts';
import type { FreeSlot } from '../time/roster.ts';
import { handOnWithin, offerDeadline } from './offer-deadline.ts';
import { ofOffer, waitingEvent } from './waiting-event.ts';

export type Waiting = Prisma.WaitingEntryGetPayload<{
  include: { request: { select: { patientId: true } } };
}>;
export const withPatient = { request: { select: { patientId: true } } } as const;

/**
 * Holds a free time for an entry and offers it until a deadline, inside the caller's transaction, which has taken the
 * specialty's list and the calendar.
 * @param outOfTurn who offers it although others stand before it, and why
 * @returns false when the time is too near or the entry does not wait any more
 */
export async function makeOffer(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  entry: Waiting,
  slot: FreeSlot,
  outOfTurn: { offeredById: string; reason: string } | null = null,
): Promise<boolean> {
  const now = deps.clock.now();
  const deadline = offerDeadline(now.getTime(), slot.start, deps.config.waitingOfferMinutes);
  if (deadline === null) return false;
  const { count } = await tx.waitingEntry.updateMany({
    where: { id: entry.id, state: 'waiting' },
    data: { state: 'offered' },
  });
  if (count === 0) return false;
  const hold = await tx.booking.create({
    data: {
      ...timesOf(slot),
      organisationId: entry.organisationId,
      bookedById: entry.enteredById,
      waitingId: entry.id,
      state: 'held',
      heldUntil: new Date(deadline + handOnWithin),
      createdAt: now,
    },
  });
  const offer = await tx.waitingOffer.create({
    data: {
      ...outOfTurn,
      waitingId: entry.id,
      bookingId: hold.id,
      departmentId: hold.departmentId,
      practitionerId: hold.practitionerId,
      startAt: hold.startAt,
      endAt: hold.endAt,
      offeredAt: now,
      expiresAt: new Date(deadline),
    },
  });
  await deps.record(tx, cause, holdEvent('hold.made', hold));
  const { patientId } = entry.request;
  const what = { ...ofOffer(offer), outOfTurn: outOfTurn !== null };
  await deps.record(tx, cause, waitingEvent('offered', entry, patientId, what));
  await deps.jobs.send(tx, 'waiting.expire', { offerId: offer.id }, { startAfter: offer.expiresAt });
  return true;
}
