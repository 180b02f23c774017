import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { replanRequest } from '../../requests/index.ts';
import type { moveBooking as endpoint } from '../booking-contract.ts';
import { mayMove, mayOverbook } from '../policy.ts';
import { answerDueAfterMove } from './answer-due.ts';
import { bookingEvent } from './booking-event.ts';
import { offeringNearest } from './choose-slot.ts';
import { giveUpHolds } from './free-holds.ts';
import { namedIn } from './held-time.ts';
import { newPlace, type Place } from './new-place.ts';
import {
  bookingChanged,
  bookingNow,
  type OwnBooking,
  ownBooking,
  refuseUnlessAsSeen,
} from './own-booking.ts';

type Move = Input<typeof endpoint>;
type Moved = Reply<typeof endpoint>;

/**
 * Moves a booking by one UPDATE of its row: the old time is free exactly when the new one is taken, and who loses the
 * new one keeps the old. An overbooked booking that comes to a proper free time is an ordinary one again.
 * @throws see the endpoint; forbidden for other people's bookings, and for overbooking by others than the coordinator
 */
export function moveBooking(deps: Deps, actor: Actor, input: Move, call: Call): Promise<Moved> {
  checkChoice(input);
  let wanted = namedIn(input);
  return offeringNearest(
    deps,
    actor,
    () => wanted,
    () =>
      deps.db.as(actor, (tx) =>
        once(tx, actor, call, input, async () => {
          const own = await ownBooking(tx, actor, input.id, 'lock');
          if (!mayMove(actor, own.booking)) throw forbidden();
          if (input.overbook && !mayOverbook(actor, own.booking)) throw forbidden();
          await refuseUnlessAsSeen(tx, own, input.sequence);
          const place = await newPlace(deps, tx, actor, own, input);
          const { practitionerId, startAt } = place.times;
          wanted ??= { practitionerId, poolId: undefined, startAt: startAt.toISOString() };
          if (!isSame(own, place)) await move(deps, tx, actor, own, place, input);
          return bookingNow(tx, input.id);
        }),
      ),
    actor.role === 'coordinator',
  );
}

/** A hold, or a person with a time, or a pool with a time; a hold may come with its time, to be taken if still free. */
function checkChoice({ holdId, practitionerId, poolId, startAt }: Move): void {
  const people = Number(practitionerId !== undefined) + Number(poolId !== undefined);
  if (people > 1 || (people === 0 && !holdId)) {
    throw invalid('choose_one', { fields: { practitionerId: 'choose_one' } });
  }
  if (!holdId && !startAt) throw invalid('choose_one', { fields: { startAt: 'required' } });
}

/** Dropped where it was lifted. */
const isSame = ({ booking }: OwnBooking, { times, overbookReason }: Place): boolean =>
  booking.practitionerId === times.practitionerId &&
  booking.startAt.getTime() === times.startAt.getTime() &&
  booking.endAt.getTime() === times.endAt.getTime() &&
  booking.overbookReason === overbookReason;

async function move(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking, request, side }: OwnBooking,
  { times, overbookReason }: Place,
  { note, sequence }: Move,
): Promise<void> {
  // The hold stands where the booking goes; what else this person held is given back, too.
  await giveUpHolds(deps, tx, actor);
  const [row] = await tx.booking.updateManyAndReturn({
    where: { id: booking.id, state: 'booked', sequence },
    data: {
      ...times,
      overbooked: overbookReason !== null,
      overbookReason,
      changeNote: note || null,
      sequence: { increment: 1 },
      // Who came to the old time has not come to the new one.
      requesterJoinedAt: null,
      providerJoinedAt: null,
    },
  });
  if (!row) throw await bookingChanged(tx, booking.id);
  await replanRequest(tx, booking.requestId, {
    providerPractitionerId: row.practitionerId,
    plannedStart: row.startAt,
    plannedEnd: row.endAt,
    answerDueAt: answerDueAfterMove(request.answerDueAt, booking.endAt, row.endAt),
  });
  const moved = {
    fromStartAt: booking.startAt.toISOString(),
    fromPractitionerId: booking.practitionerId,
    overbooked: row.overbooked,
    side,
  };
  await deps.record(tx, actor, bookingEvent('booking.moved', row, booking.patientId, moved));
}
