import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import { serialise, serialiseAll } from '../../../kernel/lock.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { replanRequest } from '../../requests/index.ts';
import type { handOverBooking as endpoint } from '../booking-contract.ts';
import { loadOfPool } from '../finding/choose-member.ts';
import { mayHandOver, mayOverbook } from '../policy.ts';
import { assignFrom } from '../time/assign.ts';
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
  const poolId = await poolStill(tx, booking.poolId, practitionerId);
  return { practitionerId, poolId, overbookReason: obstacle ? (reason ?? null) : null };
}

/** The fair choice among those who are free, of them first those who have hours then. */
async function ofPool(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { booking }: OwnBooking,
  poolId: string,
): Promise<Taker> {
  const now = deps.clock.now();
  await serialise(tx, `pool:${poolId}`);
  const pool = await tx.pool.findFirst({
    where: { id: poolId, departmentId: booking.departmentId, active: true },
    include: { members: { orderBy: { practitionerId: 'asc' } } },
  });
  if (!pool) throw notFound('pool');
  const members = pool.members.map((member) => member.practitionerId);
  await serialiseAll(
    tx,
    members.map((id) => `booking:${id}`),
  );
  const team = await colleaguesOf(tx, booking, now);
  const free = team.filter(({ id, obstacle }) => members.includes(id) && !obstacle);
  const there = free.filter(({ inRoster }) => inRoster);
  const chosen = assignFrom(
    (there.length > 0 ? there : free).map(({ id }) => id),
    await loadOfPool(tx, poolId, booking.startAt.getTime(), now),
  );
  if (!chosen) throw conflict('pool_nobody_free', { fields: { poolId: 'pool_nobody_free' } });
  await freeExpiredHolds(deps, tx, actor, [chosen]);
  return { practitionerId: chosen, poolId, overbookReason: null };
}

/** It stays a time of its pool in the hands of somebody of the pool. */
async function poolStill(tx: Tx, poolId: string | null, practitionerId: string): Promise<string | null> {
  if (!poolId) return null;
  return (await tx.poolMember.count({ where: { poolId, practitionerId } })) > 0 ? poolId : null;
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
