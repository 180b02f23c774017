import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Call } from '../../../kernel/http.ts';
import { once } from '../../../kernel/idempotency.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { createRequest } from '../../requests/index.ts';
import type { bookTime as endpoint } from '../contract.ts';
import { mayBook } from '../policy.ts';
import { answerWithin } from './answer-due.ts';
import { bookingEvent } from './booking-event.ts';
import { chooseSlot, offeringNearest } from './choose-slot.ts';
import { giveUpHolds } from './free-holds.ts';
import { heldTime, holdExpired, namedIn, type Times } from './held-time.ts';
import { timesOf } from './hold-time.ts';
import { practiceView } from './judge-time.ts';
import type { Named } from './nearest-free.ts';
import { whatIsAsked } from './what-is-asked.ts';
import { patientOf, patientProblems } from './whom-it-is-about.ts';
import { bookHold, insertBooking } from './write-booking.ts';

type Booking = Input<typeof endpoint>;

/**
 * Books a time: patient, consent, request and booking in one transaction, or nothing of it.
 * @throws see the endpoint; what is wrong with a new patient stands under `patient.…`
 */
export async function bookTime(
  deps: Deps,
  actor: Actor,
  input: Booking,
  call: Call,
): Promise<Reply<typeof endpoint>> {
  if (!mayBook(actor)) throw forbidden();
  checkChoices(input);
  const named = namedIn(input);
  let wanted = named;
  return offeringNearest(
    deps,
    actor,
    () => wanted,
    () =>
      deps.db.as(actor, (tx) =>
        once(tx, actor, call, input, async () => {
          const held = await heldTime(tx, actor, input.holdId, deps.clock.now());
          const times = held?.times ?? (await freeTime(deps, tx, actor, named));
          wanted ??= { ...times, poolId: undefined, startAt: times.startAt.toISOString() };
          return book(deps, tx, actor, input, times, held?.id ?? null);
        }),
      ),
  );
}

async function book(deps: Deps, tx: Tx, actor: Actor, input: Booking, times: Times, holdId: string | null) {
  const patientId = await patientOf(deps, tx, actor, input);
  const request = await createRequest(deps, tx, actor, {
    kind: 'scheduled',
    urgency: 'routine',
    patientId,
    ...whatIsAsked(input),
    providerDepartmentId: times.departmentId,
    providerPractitionerId: times.practitionerId,
    answerDueAt: input.answerDueAt
      ? new Date(input.answerDueAt)
      : new Date(times.endAt.getTime() + answerWithin),
    planned: { start: times.startAt, end: times.endAt },
  });
  // What else this person held is given back.
  await giveUpHolds(deps, tx, actor, { but: holdId });
  const row = holdId
    ? await bookHold(tx, actor, holdId, request.id)
    : await insertBooking(tx, actor, times, request.id, deps.clock.now());
  // Two windows that book one hold at the same moment: the second would take the first one's time away from it.
  if (!row) throw holdExpired();
  const made = { poolId: row.poolId, overbooked: false };
  await deps.record(tx, actor, bookingEvent('booking.made', row, request.patientId, made));
  return {
    bookingId: row.id,
    requestId: request.id,
    requestNumber: request.number,
    patientId: request.patientId,
    practitionerId: row.practitionerId,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt.toISOString(),
  };
}

/** One way to name the time, one way to name the patient. */
function checkChoices(input: Booking): void {
  const fields = patientProblems(input);
  if (!input.holdId && !namedIn(input)) fields.startAt = 'required';
  if (Object.keys(fields).length > 0) throw invalid('request_incomplete', { fields });
}

async function freeTime(deps: Deps, tx: Tx, actor: Actor, named: Named | null): Promise<Times> {
  if (!named) throw holdExpired();
  return timesOf(await chooseSlot(deps, tx, actor, named, practiceView(actor)));
}
