import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { createRequest, diagnosesOf } from '../../requests/index.ts';
import { answerWithin } from '../booking/answer-due.ts';
import { bookingEvent } from '../booking/booking-event.ts';
import { giveUpHolds } from '../booking/free-holds.ts';
import { timesOf } from '../booking/hold-time.ts';
import type { bookSeries as endpoint } from '../series-contract.ts';
import type { FreeSlot } from '../time/roster.ts';
import type { followedRequest } from './series-ground.ts';

type Written = Input<typeof endpoint> & {
  followed: Awaited<ReturnType<typeof followedRequest>>;
  /** Free for this transaction, in order. */
  slots: readonly FreeSlot[];
};

/** The series with a request and a booking for each of its times, inside the caller's transaction. */
export async function writeSeries(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  input: Written,
): Promise<Reply<typeof endpoint>> {
  const first = input.slots[0];
  if (!first) throw new Error('a series without times');
  const series = await tx.bookingSeries.create({
    data: {
      organisationId: actor.organisationId,
      departmentId: first.departmentId,
      followUpOf: input.followed.id,
      everyWeeks: input.everyWeeks,
      count: input.slots.length,
      firstStartAt: new Date(first.start),
      bookedById: actor.accountId,
      createdAt: deps.clock.now(),
    },
  });
  // What this person held to fill in the form is given back: it may be one of these times.
  await giveUpHolds(deps, tx, actor);
  const bookings: Reply<typeof endpoint>['bookings'] = [];
  for (const [at, slot] of input.slots.entries()) {
    bookings.push(await bookOne(deps, tx, actor, input, slot, { seriesId: series.id, seriesIndex: at + 1 }));
  }
  await deps.record(tx, actor, {
    type: 'series.made',
    subject: { kind: 'series', id: series.id },
    patientId: input.followed.patientId,
    requestId: input.followed.id,
    payload: {
      departmentId: first.departmentId,
      practitionerId: first.practitionerId,
      organisationId: actor.organisationId,
      count: input.slots.length,
    },
  });
  return { seriesId: series.id, bookings };
}

async function bookOne(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { followed, question, consent }: Written,
  slot: FreeSlot,
  place: { seriesId: string; seriesIndex: number },
) {
  const planned = { start: new Date(slot.start), end: new Date(slot.end) };
  const request = await createRequest(deps, tx, actor, {
    kind: 'scheduled',
    urgency: 'routine',
    patientId: followed.patientId,
    requesterPractitionerId: followed.requesterPractitioner?.active
      ? followed.requesterPractitionerId
      : actor.practitionerId,
    providerDepartmentId: slot.departmentId,
    providerPractitionerId: slot.practitionerId,
    question,
    background: followed.background,
    diagnoses: diagnosesOf(followed.diagnoses),
    medication: followed.medication,
    allergies: followed.allergies,
    consent: consent ?? null,
    answerDueAt: new Date(slot.end + answerWithin),
    planned,
  });
  const row = await tx.booking.create({
    data: {
      ...place,
      requestId: request.id,
      organisationId: actor.organisationId,
      ...timesOf(slot),
      state: 'booked',
      bookedById: actor.accountId,
      createdAt: deps.clock.now(),
    },
  });
  const { poolId } = row;
  const what = { poolId, overbooked: false, seriesId: place.seriesId };
  await deps.record(tx, actor, bookingEvent('booking.made', row, request.patientId, what));
  return {
    bookingId: row.id,
    requestId: request.id,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt.toISOString(),
  };
}
