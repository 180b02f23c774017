import { randomUUID } from 'node:crypto';
import type { Caller } from './crowd.ts';
import type { Answer } from './keep-alive.ts';
import { codeOf, LOST, type RaceGround } from './race-ground.ts';
import type { Attempt, Operation, Outcome, Slot } from './race-history.ts';
import { oneOf, type Random } from './race-random.ts';
import { consult } from './scheduling.ts';

/** A booking that somebody may cancel or move, as it was last told. */
export type Known = { id: string; organisation: number; sequence: number };
/** What all clients see of each other, as on a shared calendar. */
export type Board = { bookings: Map<string, Known>; history: Attempt[]; left: number };

type Held = { id: string; slot: Slot };

/** One client: takes times, gives them up, moves and cancels what it or others took, until no attempts are left. */
export const race = async (
  ground: RaceGround,
  board: Board,
  client: number,
  random: Random,
): Promise<void> => {
  const caller = ground.callers[client % ground.callers.length] as Caller;
  const organisation = client % 2;
  let held: Held | null = null;

  const attempt = async (
    operation: Operation,
    ask: (key: string) => Promise<Answer | typeof LOST>,
    how: { again: boolean; refusedWith?: string },
  ): Promise<Outcome> => {
    const key = randomUUID();
    const sent = now();
    let answer = await ask(key);
    const wasLost = answer === LOST;
    while (answer === LOST && how.again) answer = await ask(key);
    const told = answer === LOST ? unknown : outcomeOf(answer);
    // Without a key a repeat cannot tell whether the lost first one was done.
    const isKeyed = operation.kind === 'book' || operation.kind === 'move';
    const outcome = wasLost && !isKeyed && told.kind === 'refused' ? unknown : told;
    board.history.push({
      account: caller.accountId,
      operation,
      sent,
      answered: now(),
      outcome,
      ...(how.refusedWith ? { refusedWith: how.refusedWith } : {}),
    });
    return outcome;
  };

  const hold = async (slot: Slot, refusedWith?: string) => {
    const outcome = await attempt(
      { kind: 'hold', slot },
      () => ground.send('POST', '/api/holds', caller, null, timeOf(slot)),
      { again: false, ...(refusedWith ? { refusedWith } : {}) },
    );
    held = outcome.kind === 'done' ? { id: outcome.id, slot } : null;
  };
  const book = async (slot: Slot | null, hold: Held | null) => {
    const marker = randomUUID();
    const time = slot ? timeOf(slot) : {};
    const body = { ...consult, question: marker, patientId: caller.patientId, ...time };
    const outcome = await attempt(
      { kind: 'book', slot: slot ?? hold?.slot ?? null, holdId: hold?.id ?? null, marker },
      (key) => ground.send('POST', '/api/bookings', caller, key, hold ? { ...body, holdId: hold.id } : body),
      { again: true },
    );
    held = null;
    if (outcome.kind === 'done')
      board.bookings.set(outcome.id, { id: outcome.id, organisation, sequence: 0 });
  };
  const cancel = async (booking: Known) => {
    const path = `/api/bookings/${booking.id}/cancel`;
    await attempt(
      { kind: 'cancel', bookingId: booking.id },
      () => ground.send('POST', path, caller, null, { reason: 'other' }),
      { again: true },
    );
    board.bookings.delete(booking.id);
  };
  const move = async (booking: Known, slot: Slot) => {
    const { id, sequence } = booking;
    const outcome = await attempt(
      { kind: 'move', bookingId: id, slot, sequence },
      (key) => ground.send('POST', `/api/bookings/${id}/move`, caller, key, { ...timeOf(slot), sequence }),
      { again: true },
    );
    held = null;
    if (outcome.kind === 'done' && board.bookings.has(id))
      board.bookings.set(id, { ...booking, sequence: outcome.sequence ?? sequence });
  };
  const release = async ({ id, slot }: Held) => {
    const answer = () => ground.send('DELETE', `/api/holds/${id}`, caller, null);
    await attempt({ kind: 'release', holdId: id }, async () => asDone(await answer(), id, slot), {
      again: true,
    });
    held = null;
  };
  const expire = async ({ id, slot }: Held) => {
    const pass = `UPDATE booking SET held_until = now() - interval '1 s' WHERE id = $1 AND state = 'held' RETURNING id`;
    await attempt(
      { kind: 'expire', holdId: id },
      async () => {
        const rows = await ground.spoil(pass, [id]);
        return rows ? { status: 200, body: { id, ...timeOf(slot), ...endOf(slot) } } : LOST;
      },
      { again: true },
    );
  };

  while (board.left > 0) {
    board.left -= 1;
    const slot = oneOf(random, ground.hot) as Slot;
    const others = [...board.bookings.values()].filter((one) => one.organisation === organisation);
    const booking = oneOf(random, others);
    const dice = random();
    if (dice < 0.01) await hold(oneOf(random, ground.cold) as Slot, 'slot_outside_roster');
    else if (held && dice < 0.7) await book(random() < 0.3 ? (held as Held).slot : null, held);
    else if (held && dice < 0.8) await release(held);
    else if (held && dice < 0.85) await expire(held);
    else if (booking && !held && dice < 0.11) await cancel(booking);
    else if (booking && !held && dice < 0.22) await move(booking, slot);
    else if (!held && dice < 0.45) await book(slot, null);
    else await hold(slot);
  }
};

const now = (): number => performance.timeOrigin + performance.now();
const unknown: Outcome = { kind: 'unknown' };
const timeOf = ({ practitionerId, from }: Slot) => ({
  practitionerId,
  startAt: new Date(from).toISOString(),
});
const endOf = ({ until }: Slot) => ({ endAt: new Date(until).toISOString() });
const asDone = (answer: Answer | typeof LOST, id: string, slot: Slot): Answer | typeof LOST =>
  answer !== LOST && answer.status === 200
    ? { status: 200, body: { id, ...timeOf(slot), ...endOf(slot) } }
    : answer;

type Told = {
  id?: string;
  bookingId?: string;
  practitionerId?: string;
  startAt?: string;
  endAt?: string;
  heldUntil?: string;
  sequence?: number;
};

function outcomeOf(answer: Answer): Outcome {
  if (answer.status >= 400) return { kind: 'refused', code: codeOf(answer) };
  const told = answer.body as Told;
  return {
    kind: 'done',
    id: told.bookingId ?? told.id ?? '',
    slot: {
      practitionerId: told.practitionerId ?? '',
      from: Date.parse(told.startAt ?? ''),
      until: Date.parse(told.endAt ?? ''),
    },
    ...(told.heldUntil ? { heldUntil: Date.parse(told.heldUntil) } : {}),
    ...(told.sequence === undefined ? {} : { sequence: told.sequence }),
  };
}
