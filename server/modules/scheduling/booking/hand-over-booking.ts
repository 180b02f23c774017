import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import { serialise } from '../../../kernel/lock.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { replanRequest } from '../../requests/index.ts';
import type { handOverBooking as endpoint } from '../booking-contract.ts';
import { mayHandOver, mayOverbook } from '../policy.ts';
import { bookingEvent } from './booking-event.ts';
import { colleaguesOf } from './colleagues.ts';
import { freeExpiredHolds } from './free-holds.ts';
import {
  bookingChanged,
  bookingNow,
  type OwnBooking,
  ownBooking,
  refuseUnlessAsSeen,
} from './own-booking.ts';

type HandOver = Input<typeof endpoint>;
type Taker = { practitionerId: string; poolId: string | null; overbookReason: string | null };

/**
 * Gives a booking to a colleague, or to whoever of a pool is free, at the same time; whether it lies in the colleague's
 * roster is theirs to settle. A coordinator may give it to somebody who is taken or away, marked with the reason.
 * @throws see the endpoint; forbidden for other people's bookings, and for overbooking by others than the coordinator
 */
export function handOverBooking(
  deps: Deps,
  actor: Actor,
  input: HandOver,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  if ((input.practitionerId === undefined) === (input.poolId === undefined)) {
    throw invalid('choose_one', { fields: { practitionerId: 'choose_one' } });
  }
  return deps.db.as(actor, (tx) =>
    once(tx, actor, call, input, async () => {
      const own = await ownBooking(tx, actor, input.id, 'lock');
      if (!mayHandOver(actor, own.booking)) throw forbidden();
      if (input.overbook && !mayOverbook(actor, own.booking)) throw forbidden();
      await refuseUnlessAsSeen(tx, own, input.sequence);
      const taker = input.practitionerId
        ? await colleague(deps, tx, actor, own, input.practitionerId, input.overbook?.reason)
        : await ofPool(deps, tx, actor, own, input.poolId ?? '');
      await give(deps, tx, actor, own, taker, input);
      return bookingNow(tx, input.id);
    }),
  );
}

async function colleague(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking }: OwnBooking,
  practitionerId: string,
  reason: string | undefined,
): Promise<Taker> {
  if (practitionerId === booking.practitionerId) {
    throw invalid('same_person', { fields: { practitionerId: 'same_person' } });
  }
  await serialise(tx, `booking:${practitionerId}`);
  const team = await colleaguesOf(tx, booking, deps.clock.now());
  const taker = team.find(({ id }) => id === practitionerId);
  if (!taker) throw notFound('practitioner');
  await freeExpiredHolds(deps, tx, actor, [practitionerId]);
  const { obstacle } = taker;
  if (obstacle && !reason) {
    const code = obstacle === 'taken' ? 'colleague_taken' : 'practitioner_absent';
    throw conflict(code, {
      fields: { practitionerId: code },
      ...(mayOverbook(actor, booking) ? { data: { overbookable: true } } : {}),
    });
  }
  return { practitionerId, poolId: null, overbookReason: obstacle ? (reason ?? null) : null };
}

async function ofPool(
  _deps: Deps,
  _tx: Tx,
  _actor: Actor,
  _own: OwnBooking,
  _poolId: string,
): Promise<Taker> {
  throw notFound('pool');
}

async function give(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking, request }: OwnBooking,
  { practitionerId, poolId, overbookReason }: Taker,
  { note, sequence }: HandOver,
): Promise<void> {
  const [row] = await tx.booking.updateManyAndReturn({
    where: { id: booking.id, state: 'booked', sequence },
    data: {
      practitionerId,
      poolId,
      overbooked: overbookReason !== null,
      overbookReason,
      changeNote: note || null,
      sequence: { increment: 1 },
      providerJoinedAt: null,
    },
  });
  if (!row) throw await bookingChanged(tx, booking.id);
  await replanRequest(tx, booking.requestId, {
    providerPractitionerId: practitionerId,
    plannedStart: row.startAt,
    plannedEnd: row.endAt,
    answerDueAt: request.answerDueAt,
  });
  const given = { fromPractitionerId: booking.practitionerId, overbooked: row.overbooked };
  await deps.record(tx, actor, bookingEvent('booking.handed_over', row, booking.patientId, given));
}
