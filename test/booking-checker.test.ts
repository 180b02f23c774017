import { describe, expect, it } from 'vitest';
import { checkRace } from './support/booking-checker.ts';
import type { Attempt, BookingRow, Operation, Outcome, Rows, Slot } from './support/race-history.ts';

const nine: Slot = { practitionerId: 'herz', from: 900, until: 920 };
const ten: Slot = { practitionerId: 'herz', from: 1_000, until: 1_020 };

/** Sent at `sent`, answered 10 later. */
const attempt = (sent: number, account: string, operation: Operation, outcome: Outcome): Attempt => ({
  account,
  operation,
  sent,
  answered: sent + 10,
  outcome,
});
const lost: Outcome = { kind: 'unknown' };
const refused = (code: string): Outcome => ({ kind: 'refused', code });
const book = (sent: number, account: string, slot: Slot, outcome?: Outcome, holdId: string | null = null) =>
  attempt(
    sent,
    account,
    { kind: 'book', slot: holdId ? null : slot, holdId, marker: `by ${account} at ${sent}` },
    outcome ?? { kind: 'done', id: holdId ?? `b${sent}`, slot },
  );
const hold = (sent: number, account: string, slot: Slot, outcome?: Outcome) =>
  attempt(
    sent,
    account,
    { kind: 'hold', slot },
    outcome ?? { kind: 'done', id: `b${sent}`, slot, heldUntil: sent + 300_000 },
  );
const cancel = (sent: number, bookingId: string, outcome?: Outcome) =>
  attempt(sent, 'x', { kind: 'cancel', bookingId }, outcome ?? { kind: 'done', id: bookingId, slot: nine });
const move = (sent: number, bookingId: string, slot: Slot, sequence: number, outcome?: Outcome) =>
  attempt(
    sent,
    'x',
    { kind: 'move', bookingId, slot, sequence },
    outcome ?? { kind: 'done', id: bookingId, slot, sequence: sequence + 1 },
  );

type Kept = { id: string; marker: string; slot: Slot; state?: string; from?: Slot[] };
/** Rows as a right booker leaves them: `from` are the places of a booking before it was moved. */
const rowsOf = (...kept: Kept[]): Rows => ({
  bookings: kept.map(
    ({ id, slot, state = 'booked', from = [] }): BookingRow => ({
      ...slot,
      id,
      state,
      requestId: `r${id}`,
      overbooked: false,
      sequence: from.length,
    }),
  ),
  requests: kept.map(({ id, marker, slot, state = 'booked' }) => ({
    id: `r${id}`,
    status: state === 'booked' ? 'planned' : 'cancelled',
    marker,
    plannedStart: slot.from,
  })),
  events: kept.flatMap(({ id, slot, state = 'booked', from = [] }) => {
    const places = [...from, slot];
    const told = (type: string, at: number, before: number | null) => ({
      type,
      subjectId: id,
      startAt: at,
      fromStartAt: before,
    });
    return [
      told('booking.made', places[0]?.from ?? 0, null),
      ...from.map((place, at) => told('booking.moved', places[at + 1]?.from ?? 0, place.from)),
      ...(state === 'cancelled' ? [told('booking.cancelled', slot.from, null)] : []),
    ];
  }),
});
const rules = (attempts: Attempt[], rows: Rows) => [
  ...new Set(checkRace(attempts, rows).map(({ rule }) => rule)),
];
const first = { id: 'b100', marker: 'by a at 100', slot: nine };

describe('a race without a fault', () => {
  it('is not accused', () => {
    const history = [
      hold(50, 'a', nine),
      book(60, 'b', nine, refused('slot_taken')),
      book(100, 'a', nine, undefined, 'b50'),
      hold(105, 'b', nine, refused('slot_taken')),
      move(200, 'b50', ten, 0),
      book(220, 'b', nine),
      cancel(300, 'b50'),
      cancel(304, 'b50', refused('booking_state')),
      move(306, 'b50', nine, 0, refused('booking_changed')),
      book(400, 'c', ten, lost),
      book(420, 'd', ten, lost),
    ];
    const kept = rowsOf(
      { id: 'b50', marker: 'by a at 100', slot: ten, state: 'cancelled', from: [nine] },
      { id: 'b220', marker: 'by b at 220', slot: nine },
      { id: 'b420', marker: 'by d at 420', slot: ten },
    );
    expect(checkRace(history, kept)).toEqual([]);
  });

  it('may have done what it did not answer, or not', () => {
    const history = [book(100, 'a', nine), cancel(200, 'b100', lost), move(300, 'b100', ten, 0, lost)];
    expect(checkRace(history, rowsOf(first))).toEqual([]);
    expect(checkRace(history, rowsOf({ ...first, state: 'cancelled' }))).toEqual([]);
    expect(checkRace(history, rowsOf({ ...first, slot: ten, from: [nine] }))).toEqual([]);
  });
});

describe('the checker sees', () => {
  const twice = [book(100, 'a', nine), book(104, 'b', nine)];
  const second = { id: 'b104', marker: 'by b at 104', slot: nine };

  it('one time booked twice', () => {
    expect(rules(twice, rowsOf(first, second))).toEqual(['given_twice', 'overlap']);
  });

  it('one time booked twice for a while, though nothing of it stands in the end', () => {
    const history = [...twice, cancel(200, 'b104')];
    expect(rules(history, rowsOf(first, { ...second, state: 'cancelled' }))).toEqual(['given_twice']);
  });

  it('a time booked that somebody else held', () => {
    const history = [hold(80, 'b', nine), book(100, 'a', nine), book(130, 'b', ten)];
    const kept = rowsOf(first, { id: 'b130', marker: 'by b at 130', slot: ten });
    expect(rules(history, kept)).toEqual(['given_twice']);
  });

  it('an overlap by buffers only, and spares a deliberate one', () => {
    const beside = { ...nine, from: 915, until: 930 };
    const kept = rowsOf(first, { ...second, slot: beside });
    const history = [book(100, 'a', nine), book(104, 'b', beside)];
    expect(rules(history, kept)).toContain('overlap');
    const [one, other] = kept.bookings as [BookingRow, BookingRow];
    expect(rules(history, { ...kept, bookings: [one, { ...other, overbooked: true }] })).toEqual([]);
  });

  it('an acknowledged booking that is not there', () => {
    expect(rules([book(100, 'a', nine)], rowsOf())).toEqual(['lost']);
  });

  it('an acknowledged cancellation or move that was not done, or was undone', () => {
    expect(rules([book(100, 'a', nine), cancel(200, 'b100')], rowsOf(first))).toEqual([
      'not_as_acknowledged',
    ]);
    const moved = [book(100, 'a', nine), move(200, 'b100', ten, 0)];
    expect(rules(moved, rowsOf(first))).toEqual(['not_as_acknowledged']);
    expect(rules(moved, rowsOf({ ...first, from: [ten, ten] }))).toEqual(['not_as_acknowledged']);
  });

  it('a change of one state that was acknowledged twice', () => {
    const moves = [book(100, 'a', nine), move(200, 'b100', ten, 0), move(204, 'b100', ten, 0)];
    expect(rules(moves, rowsOf({ ...first, slot: ten, from: [nine] }))).toContain('not_as_acknowledged');
    const cancels = [book(100, 'a', nine), cancel(200, 'b100'), cancel(220, 'b100')];
    expect(rules(cancels, rowsOf({ ...first, state: 'cancelled' }))).toEqual(['given_twice']);
  });

  it('what a refused or repeated attempt left behind', () => {
    const history = [hold(80, 'b', nine), book(100, 'a', nine, refused('slot_taken'))];
    expect(rules(history, rowsOf(first))).toEqual(['nobody_asked']);
    const repeated = rowsOf(first, { ...first, id: 'b101', slot: ten });
    expect(rules([book(100, 'a', nine)], repeated)).toEqual(['given_twice']);
  });

  it('a time said to be taken that nobody else had', () => {
    const taken = refused('slot_taken');
    expect(rules([book(100, 'a', nine, taken)], rowsOf())).toEqual(['unfounded_refusal']);
    expect(rules([hold(80, 'a', nine), book(100, 'a', nine, taken)], rowsOf())).toEqual([
      'unfounded_refusal',
    ]);
    const freed = [book(100, 'a', nine), cancel(200, 'b100'), hold(220, 'b', nine, taken)];
    expect(rules(freed, rowsOf({ ...first, state: 'cancelled' }))).toEqual(['unfounded_refusal']);
    const own = [book(100, 'a', nine), move(200, 'b100', nine, 0, taken)];
    expect(rules(own, rowsOf(first))).toEqual(['unfounded_refusal']);
  });

  it('other refusals without their reason', () => {
    const held = [hold(80, 'a', nine), book(100, 'a', nine, refused('hold_expired'), 'b80')];
    expect(rules(held, rowsOf())).toEqual(['unfounded_refusal']);
    const passed = attempt(
      95,
      'x',
      { kind: 'expire', holdId: 'b80' },
      { kind: 'done', id: 'b80', slot: nine },
    );
    expect(rules([...held, passed], rowsOf())).toEqual([]);
    const state = [book(100, 'a', nine), cancel(200, 'b100', refused('booking_state'))];
    expect(rules(state, rowsOf(first))).toEqual(['unfounded_refusal']);
    const changed = [book(100, 'a', nine), move(200, 'b100', ten, 0, refused('booking_changed'))];
    expect(rules(changed, rowsOf(first))).toEqual(['unfounded_refusal']);
  });

  it('answers that are none, and a yes to what must be refused', () => {
    expect(rules([book(100, 'a', nine, refused('internal_error'))], rowsOf())).toEqual(['failed']);
    const outside = { ...book(100, 'a', nine), refusedWith: 'slot_outside_roster' };
    expect(rules([outside], rowsOf(first))).toEqual(['not_refused']);
  });

  it('what is written by half', () => {
    const history = [book(100, 'a', nine)];
    const whole = rowsOf(first);
    expect(rules(history, { ...whole, requests: [] })).toEqual(['half_written']);
    expect(rules(history, { ...whole, events: [] })).toEqual(['half_written']);
    expect(rules(history, { ...whole, events: [...whole.events, ...whole.events] })).toEqual([
      'half_written',
    ]);
    const elsewhere = whole.requests.map((request) => ({ ...request, plannedStart: ten.from }));
    expect(rules(history, { ...whole, requests: elsewhere })).toEqual(['half_written']);
    const alone = { id: 'r', status: 'planned', marker: 'by b at 300', plannedStart: 1 };
    const more = [...history, book(300, 'b', ten, lost)];
    expect(rules(more, { ...whole, requests: [...whole.requests, alone] })).toEqual(['half_written']);
    const unmoved = rowsOf({ ...first, slot: ten, from: [nine] });
    const moved = [...history, move(200, 'b100', ten, 0)];
    expect(rules(moved, { ...unmoved, events: unmoved.events.slice(0, 1) })).toEqual(['half_written']);
  });
});
