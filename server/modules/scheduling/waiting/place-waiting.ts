import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { offeringNearest } from '../booking/choose-slot.ts';
import { giveUpHolds } from '../booking/free-holds.ts';
import { holdExpired, namedIn } from '../booking/held-time.ts';
import { coordinates, mayBook } from '../policy.ts';
import type { placeWaiting as endpoint } from '../waiting-contract.ts';
import { chosenTime, type Placed } from './chosen-time.ts';
import { endOffer } from './end-offer.ts';
import { type OpenEntry, stillOpen, takeList } from './own-entry.ts';
import { placeEntry } from './place-entry.ts';
import { visibleEntry } from './visible-entry.ts';
import { waitingEvent } from './waiting-event.ts';

type Placing = Input<typeof endpoint>;

/**
 * Books a time for an entry of the list without an offer: the practice one that is free or that it holds, the
 * coordinator any of the own people. An open offer goes to the next. What the coordinator writes is the software's
 * transaction: before a time is found, the request is not the department's to see.
 */
export async function placeWaiting(
  deps: Deps,
  actor: Actor,
  input: Placing,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  const byDepartment = coordinates(actor);
  if (!byDepartment && (!mayBook(actor) || input.overbook)) throw forbidden();
  const { specialtyCode } = await visibleEntry(deps, actor, input.id);
  const work = (tx: Tx) =>
    once(tx, actor, call, input, async () => {
      await takeList(tx, specialtyCode);
      const entry = await stillOpen(tx, input.id);
      if (entry.offer) await giveOfferBack(deps, tx, actor, entry, input);
      const chosen = await chosenTime(deps, tx, actor, specialtyCode, input);
      await giveUpHolds(deps, tx, actor, { but: chosen.holdId });
      const booking = await book(deps, tx, actor, entry, chosen);
      const how = { overbooked: booking.overbooked, startAt: booking.startAt.toISOString() };
      await deps.record(tx, actor, waitingEvent('placed', entry, entry.request.patientId, how));
      return placeEntry(deps, tx, actor, entry, booking);
    });
  return offeringNearest(
    deps,
    actor,
    () => namedIn(input),
    () => (byDepartment ? deps.db.system(work) : deps.db.as(actor, work)),
    byDepartment,
  );
}

/** Its time goes to the next of the list, unless it is what is chosen now. */
async function giveOfferBack(deps: Deps, tx: Tx, actor: Actor, entry: OpenEntry, input: Placing) {
  const { offer } = entry;
  if (!offer) return;
  await endOffer(deps, tx, actor, entry, offer, 'revoked');
  if (input.startAt === undefined || Date.parse(input.startAt) !== offer.startAt.getTime()) return;
  await tx.booking.deleteMany({ where: { id: offer.bookingId ?? '', state: 'held', waitingId: entry.id } });
}

async function book(deps: Deps, tx: Tx, actor: Actor, entry: OpenEntry, chosen: Placed) {
  const booked = {
    state: 'booked',
    requestId: entry.requestId,
    waitingId: entry.id,
    heldUntil: null,
  } as const;
  const [row] = chosen.holdId
    ? await tx.booking.updateManyAndReturn({
        where: { id: chosen.holdId, state: 'held', bookedById: actor.accountId },
        data: booked,
      })
    : await tx.booking.createManyAndReturn({
        data: {
          ...chosen.times,
          ...booked,
          organisationId: entry.organisationId,
          overbooked: chosen.overbookReason !== null,
          overbookReason: chosen.overbookReason,
          bookedById: actor.accountId,
          createdAt: deps.clock.now(),
        },
      });
  if (!row) throw holdExpired();
  return row;
}
