/** What anybody may do with holds and bookings, as steps that a model foretells. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { sweepHolds } from '../../server/modules/scheduling/index.ts';
import type { Agent, TestApp } from './app.ts';
import {
  BookingModel,
  hours,
  type Person,
  type Practice,
  people,
  type Row,
  type Target,
  type Who,
} from './booking-model.ts';
import { consult } from './scheduling.ts';

export type StepWorld = {
  app: TestApp;
  poolId: string;
  agents: Record<Who, Agent>;
  patients: Record<Practice, string>;
  /** Compares what is stored with the model, after each step. */
  agrees(model: BookingModel): Promise<void>;
};
type Step = fc.AsyncCommand<BookingModel, object>;
type Change = { at: number; who: Who; stale: boolean; over: boolean };
const minute = 60_000;
const overbook = { reason: 'Dringend' };

export const bookingSteps = (world: StepWorld) => {
  const send = (who: Who, path: string, body: object) => world.agents[who].post(path).send(body);
  const named = (target: Target) => ({
    startAt: new Date(BookingModel.startOf(target)).toISOString(),
    ...(target.whose === 'pool' ? { poolId: world.poolId } : { practitionerId: people[target.whose] }),
  });
  const personOf = (id: string): Person => (id === people.a ? 'a' : 'b');
  const pick = (rows: readonly Row[], at: number): Row | undefined => rows[at % Math.max(rows.length, 1)];

  /** A step on a hold or a booking that may not be there is left out. */
  const step = (name: string, run: (model: BookingModel) => Promise<void>): Step => ({
    check: () => true,
    async run(model) {
      await run(model);
      await world.agrees(model);
    },
    toString: () => name,
  });
  const refused = (answer: { body: { error?: { code: string } } }, code: string) =>
    expect(answer.body.error?.code).toBe(code);

  const holding = (by: Practice, target: Target) =>
    step(`${by} holds ${JSON.stringify(target)}`, async (model) => {
      const verdict = model.judge(target, by);
      const answer = await send(by, '/api/holds', named(target));
      if ('refused' in verdict) return refused(answer, verdict.refused);
      expect(answer.status).toBe(201);
      model.hold(answer.body.id, by, given(verdict.places, answer.body.practitionerId));
    });

  const given = <T extends { person: Person }>(places: readonly T[], practitionerId: string): T => {
    const place = places.find(({ person }) => person === personOf(practitionerId));
    if (!place) throw new Error('given to somebody who was not free');
    return place;
  };

  const onHold = (what: 'extend' | 'release' | 'book', at: number) =>
    step(`${what} hold ${at}`, async (model) => {
      const held = pick(model.holds(), at);
      if (!held) return;
      const { id, by } = held;
      const expired = held.heldUntil <= model.now;
      if (what === 'release') {
        await world.agents[by].delete(`/api/holds/${id}`).expect(200);
        model.rows.splice(model.rows.indexOf(held), 1);
      } else if (what === 'extend') {
        const answer = await send(by, `/api/holds/${id}/extend`, {});
        // One that has run out may have been taken away meanwhile.
        if (expired) return expect(['hold_expired', 'hold_not_found']).toContain(answer.body.error.code);
        if (held.extended) return refused(answer, 'hold_extended');
        Object.assign(held, { extended: true, heldUntil: held.heldUntil + 5 * minute });
      } else {
        const answer = await send(by, '/api/bookings', {
          ...consult,
          holdId: id,
          patientId: world.patients[by],
        });
        if (expired) return refused(answer, 'hold_expired');
        expect(answer.body.bookingId).toBe(id);
        model.book(id, by, held, held);
      }
    });

  const booking = (by: Practice, target: Target) =>
    step(`${by} books ${JSON.stringify(target)}`, async (model) => {
      const verdict = model.judge(target, by);
      const answer = await send(by, '/api/bookings', {
        ...consult,
        ...named(target),
        patientId: world.patients[by],
      });
      if ('refused' in verdict) return refused(answer, verdict.refused);
      expect(answer.status).toBe(201);
      model.book(answer.body.bookingId, by, given(verdict.places, answer.body.practitionerId));
    });

  /** What is refused whatever the time: not theirs, no longer to come, seen in an older state. */
  const refusalOf = (row: Row, { who, stale, over }: Change): string | null => {
    if (who !== 'coordinator' && who !== row.by) return 'booking_not_found';
    if (over && who !== 'coordinator') return 'forbidden';
    if (row.state !== 'booked') return 'booking_state';
    return stale ? 'booking_changed' : null;
  };

  const moving = (change: Change, target: Target) =>
    step(`move ${JSON.stringify({ ...change, target })}`, async (model) => {
      const row = model.booking(change.at);
      if (!row) return;
      const { who, over, stale } = change;
      const verdict = model.judge(target, who, row);
      const answer = await send(who, `/api/bookings/${row.id}/move`, {
        ...named(target),
        ...(over ? { overbook } : {}),
        sequence: row.sequence + Number(stale),
      });
      const no = refusalOf(row, change);
      if (no) return refused(answer, no);
      const start = BookingModel.startOf(target);
      if ('places' in verdict) {
        const place = given(verdict.places, answer.body.practitionerId);
        const same =
          row.person === place.person && row.start === start && row.end === place.end && !row.overbooked;
        if (same) return;
        model.giveUpHolds(who);
        return model.change(row, 'booking.moved', { ...place, overbooked: false });
      }
      if (!over || verdict.refused === 'slot_in_past') return refused(answer, verdict.refused);
      if (target.whose === 'pool') return refused(answer, 'choose_one');
      expect(answer.body).toMatchObject({ overbooked: overbook.reason });
      if (row.person === target.whose && row.start === start && row.overbooked) return;
      const end = start + (row.end - row.start);
      const place = { person: target.whose, pool: false, start, end, from: start, until: end };
      model.change(row, 'booking.moved', { ...place, overbooked: true });
    });

  const handing = (change: Change, to: Person | 'pool') =>
    step(`hand over ${JSON.stringify({ ...change, to })}`, async (model) => {
      const row = model.booking(change.at);
      if (!row) return;
      const answer = await send(change.who, `/api/bookings/${row.id}/hand-over`, {
        ...(to === 'pool' ? { poolId: world.poolId } : { practitionerId: people[to] }),
        ...(change.over ? { overbook } : {}),
        sequence: row.sequence + Number(change.stale),
      });
      const no = refusalOf(row, change);
      if (no === 'booking_not_found') return refused(answer, no);
      if (change.who !== 'coordinator') return refused(answer, 'forbidden');
      if (no) return refused(answer, no);
      if (to === row.person) return refused(answer, 'same_person');
      const other = row.person === 'a' ? 'b' : 'a';
      const free = model.isFreeFor(other, row);
      if (to === 'pool') {
        if (!free) return refused(answer, 'pool_nobody_free');
        return model.change(row, 'booking.handed_over', { person: other, pool: true, overbooked: false });
      }
      if (!free && !change.over) return refused(answer, 'colleague_taken');
      model.change(row, 'booking.handed_over', { person: other, overbooked: !free });
    });

  const cancelling = (at: number) =>
    step(`cancel ${at}`, async (model) => {
      const row = model.booking(at);
      if (!row) return;
      const answer = await send(row.by, `/api/bookings/${row.id}/cancel`, { reason: 'other' });
      if (row.state === 'cancelled') return refused(answer, 'booking_state');
      expect(answer.status).toBe(200);
      row.state = 'cancelled';
      row.history.push('booking.cancelled');
    });

  const waiting = (minutes: number, sweep: boolean) =>
    step(`${minutes} minutes${sweep ? ', swept' : ''}`, async (model) => {
      world.app.clock.advance(minutes * minute);
      model.now += minutes * minute;
      if (sweep) await sweepHolds(world.app.deps);
    });

  const practice = fc.constantFrom<Practice>('assistant', 'otherPhysician');
  const slots = Object.entries(hours).flatMap(([name, { from, until, slot, buffer }]) => {
    const length = slot + 2 * buffer;
    const count = Math.floor((until - from - slot) / length) + 1;
    return Array.from(
      { length: count },
      (_, n): Target => ({ whose: name as Target['whose'], at: from + n * length }),
    );
  });
  const offGrid: Target[] = [
    { whose: 'a', at: 80 },
    { whose: 'b', at: 100 },
    { whose: 'a', at: 10 },
  ];
  const past: Target[] = [
    { whose: 'a', at: 0, past: true },
    { whose: 'pool', at: 80, past: true },
  ];
  const target = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...slots) },
    { weight: 3, arbitrary: fc.constantFrom(...offGrid) },
    { weight: 1, arbitrary: fc.constantFrom(...past) },
  );
  const oneIn = (n: number) => fc.nat(n - 1).map((drawn) => drawn === 0);
  const change = fc.record({
    at: fc.nat(40),
    who: fc.oneof(
      { weight: 1, arbitrary: practice },
      { weight: 2, arbitrary: fc.constant('coordinator' as const) },
    ),
    stale: oneIn(12),
    over: oneIn(2),
  });
  const held = fc.constantFrom<'extend' | 'release' | 'book'>('extend', 'release', 'book', 'book');
  const taker = fc.constantFrom<Person | 'pool'>('a', 'b', 'pool');
  const pairs = {
    hold: fc.tuple(practice, target).map(([by, to]) => holding(by, to)),
    onHold: fc.tuple(held, fc.nat(5)).map(([what, at]) => onHold(what, at)),
    book: fc.tuple(practice, target).map(([by, to]) => booking(by, to)),
    move: fc.tuple(change, target).map(([of, to]) => moving(of, to)),
    hand: fc.tuple(change, taker).map(([of, to]) => handing(of, to)),
    cancel: fc.nat(40).map(cancelling),
    wait: fc
      .tuple(fc.integer({ min: 2, max: 7 }), oneIn(3))
      .map(([minutes, sweep]) => waiting(minutes, sweep)),
  };
  const { hold, onHold: after, book, move, hand, cancel, wait } = pairs;
  return fc.commands(
    [hold, hold, after, after, book, book, book, move, move, move, move, hand, hand, cancel, wait, wait],
    {
      maxCommands: 40,
      size: 'max',
    },
  );
};
