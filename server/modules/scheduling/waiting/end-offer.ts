import type { Cause } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Waiting } from './make-offer.ts';
import { handOnWithin } from './offer-deadline.ts';
import { ofOffer, waitingEvent } from './waiting-event.ts';

export type Ending = 'declined' | 'expired' | 'revoked';

/**
 * Ends an open offer that is not accepted, by one conditional write inside the caller's transaction, and lets the entry
 * wait again. The hold stands for some moments more: the time goes to the next of the list (`lookForTimes` hears of it)
 * before anybody else can take it.
 * @returns false when somebody else has ended it: nothing is written then
 */
export async function endOffer(
  deps: Deps,
  tx: Tx,
  cause: Cause,
  entry: Waiting,
  offer: Prisma.WaitingOfferGetPayload<object>,
  how: Ending,
): Promise<boolean> {
  const now = deps.clock.now();
  const { count } = await tx.waitingOffer.updateMany({
    where: { id: offer.id, state: 'open', ...(how === 'expired' ? { expiresAt: { lte: now } } : {}) },
    data: { state: how, answeredAt: now },
  });
  if (count === 0) return false;
  await tx.waitingEntry.updateMany({
    where: { id: entry.id, state: 'offered' },
    data: { state: 'waiting' },
  });
  await tx.booking.updateMany({
    where: { id: offer.bookingId ?? '', state: 'held', waitingId: entry.id },
    data: { heldUntil: new Date(now.getTime() + handOnWithin) },
  });
  await deps.record(tx, cause, waitingEvent(how, entry, entry.request.patientId, ofOffer(offer)));
  return true;
}
