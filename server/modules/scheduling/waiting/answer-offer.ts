import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, notFound } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Reply } from '../../../kernel/wire.ts';
import { mayBook } from '../policy.ts';
import type { acceptOffer as accept, declineOffer as decline } from '../waiting-contract.ts';
import { endOffer } from './end-offer.ts';
import { withPatient } from './make-offer.ts';
import { takeList } from './own-entry.ts';
import { placeEntry } from './place-entry.ts';
import { ofOffer, waitingEvent } from './waiting-event.ts';

/** Takes the offered time: the hold becomes a booking and the request is planned, in one transaction. */
export function acceptOffer(
  deps: Deps,
  actor: Actor,
  input: { id: string },
  call: Call,
): Promise<Reply<typeof accept>> {
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const { waiting: entry, ...offer } = await openOffer(deps, tx, actor, input.id);
      const { count } = await tx.waitingOffer.updateMany({
        where: { id: offer.id, state: 'open', expiresAt: { gt: deps.clock.now() } },
        data: { state: 'accepted', answeredAt: deps.clock.now() },
      });
      const [booking] = await tx.booking.updateManyAndReturn({
        where: { id: offer.bookingId ?? '', state: 'held', waitingId: entry.id },
        data: {
          state: 'booked',
          requestId: entry.requestId,
          heldUntil: null,
          bookedById: actor.accountId,
          createdAt: deps.clock.now(),
        },
      });
      if (count === 0 || !booking) throw conflict('offer_expired');
      const { patientId } = entry.request;
      await deps.record(tx, actor, waitingEvent('accepted', entry, patientId, ofOffer(offer)));
      return placeEntry(deps, tx, actor, entry, booking);
    }),
  );
}

/** Leaves the time to the next; the entry keeps its place for others. */
export function declineOffer(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<Reply<typeof decline>> {
  return deps.db.as(actor, async (tx) => {
    const { waiting: entry, ...offer } = await openOffer(deps, tx, actor, input.id);
    if (!(await endOffer(deps, tx, actor, entry, offer, 'declined'))) throw conflict('offer_answered');
    return { requestId: entry.requestId };
  });
}

/** An open offer to the actor's practice, with its list taken. @throws forbidden; notFound; conflict `offer_expired`, `offer_answered` */
async function openOffer(deps: Deps, tx: Tx, actor: Actor, id: string) {
  if (!mayBook(actor)) throw forbidden();
  const of = { id, waiting: { organisationId: actor.organisationId } };
  const found = await tx.waitingOffer.findFirst({ where: of, select: { waiting: true } });
  if (!found) throw notFound('offer');
  await takeList(tx, found.waiting.specialtyCode);
  const offer = await tx.waitingOffer.findUniqueOrThrow({
    where: { id },
    include: { waiting: { include: withPatient } },
  });
  if (offer.state === 'accepted' || offer.state === 'declined') throw conflict('offer_answered');
  if (offer.state !== 'open' || offer.expiresAt <= deps.clock.now()) throw conflict('offer_expired');
  return offer;
}
