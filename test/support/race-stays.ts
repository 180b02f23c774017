import type { Attempt, Operation, Rows, Slot } from './race-history.ts';

/**
 * A stretch of time in which a slot was taken, seen from outside: it may have been taken from the first sending of what
 * took it until the answer to what gave it back, and surely was from the answer until the next sending.
 */
export type Stay = {
  slot: Slot;
  kind: 'hold' | 'booking';
  /** Of the hold or booking; empty when the answer that names it was lost. */
  id: string;
  account: string;
  mayFrom: number;
  mayUntil: number;
  surelyFrom: number;
  /** Not after `surelyFrom`: at no moment surely. */
  surelyUntil: number;
};

/** Clocks of two processes of one machine, and what still works on after its client was told that it is gone. */
export const slackMs = 2_000;

type Done<K extends Operation['kind']> = Attempt & {
  operation: Extract<Operation, { kind: K }>;
  outcome: Extract<Attempt['outcome'], { kind: 'done' }>;
};
type Of<K extends Operation['kind']> = Attempt & { operation: Extract<Operation, { kind: K }> };

const isOf = <K extends Operation['kind']>(attempt: Attempt, kind: K): attempt is Of<K> =>
  attempt.operation.kind === kind;
export const isDone = <K extends Operation['kind']>(attempt: Attempt, kind: K): attempt is Done<K> =>
  isOf(attempt, kind) && attempt.outcome.kind === 'done';
/** Who moves a booking to where it is has changed nothing. */
export const mayBeDone = (attempt: Attempt): boolean =>
  attempt.outcome.kind !== 'refused' &&
  !(isDone(attempt, 'move') && attempt.outcome.sequence === attempt.operation.sequence);

/** What may have ended a hold: an operation on it, or any by which its holder took another time. */
export type Ends = { ofHold: (attempt: Attempt) => Attempt[]; ofBooking: Map<string, Attempt[]> };

export const endsIn = (attempts: readonly Attempt[]): Ends => {
  const effective = attempts.filter(mayBeDone);
  const taking = Map.groupBy(
    effective.filter(({ operation }) => ['hold', 'book', 'move'].includes(operation.kind)),
    ({ account }) => account,
  );
  const ending = Map.groupBy(effective, ({ operation }) => ('holdId' in operation ? operation.holdId : null));
  return {
    ofHold: (hold) => {
      const id = hold.outcome.kind === 'done' ? hold.outcome.id : null;
      const later = [...(taking.get(hold.account) ?? []), ...(id ? (ending.get(id) ?? []) : [])];
      return later.filter(
        (one) => one !== hold && (one.answered > hold.sent || one.outcome.kind === 'unknown'),
      );
    },
    ofBooking: Map.groupBy(
      effective.filter(({ operation }) => operation.kind === 'move' || operation.kind === 'cancel'),
      ({ operation }) => ('bookingId' in operation ? operation.bookingId : ''),
    ),
  };
};

export const staysIn = (attempts: readonly Attempt[], rows: Rows, ends: Ends): Stay[] => {
  const idOf = new Map(
    rows.requests.flatMap(({ id, marker }) => {
      const booking = rows.bookings.find(({ requestId }) => requestId === id);
      return booking ? [[marker, booking.id] as const] : [];
    }),
  );
  return attempts.filter(mayBeDone).flatMap((attempt): Stay[] => {
    if (isOf(attempt, 'hold')) return [holdStay(attempt, ends)];
    if (isOf(attempt, 'book')) {
      // Bookings are never taken away: what left no row never was.
      const id = attempt.outcome.kind === 'done' ? attempt.outcome.id : idOf.get(attempt.operation.marker);
      const slot = attempt.outcome.kind === 'done' ? attempt.outcome.slot : attempt.operation.slot;
      return id && slot ? [bookingStay(attempt, id, slot, 0, ends)] : [];
    }
    if (isOf(attempt, 'move')) {
      const { bookingId, sequence, slot } = attempt.operation;
      const { outcome } = attempt;
      const reached = outcome.kind === 'done' ? (outcome.sequence ?? 0) : sequence + 1;
      return [bookingStay(attempt, bookingId, outcome.kind === 'done' ? outcome.slot : slot, reached, ends)];
    }
    return [];
  });
};

const holdStay = (hold: Of<'hold'>, ends: Ends): Stay => {
  const after = ends.ofHold(hold);
  const { outcome } = hold;
  // What was lost may still come true a moment later, unseen by what its holder does meanwhile.
  const settled = outcome.kind === 'done' ? hold.answered : hold.answered + slackMs;
  const sure = after.filter((one) => one.outcome.kind === 'done' && one.sent >= settled);
  const heldUntil = outcome.kind === 'done' ? (outcome.heldUntil ?? Infinity) : hold.sent + 300_000;
  return {
    slot: outcome.kind === 'done' ? outcome.slot : hold.operation.slot,
    kind: 'hold',
    id: outcome.kind === 'done' ? outcome.id : '',
    account: hold.account,
    mayFrom: hold.sent,
    mayUntil: least(
      sure.map(({ answered }) => answered),
      heldUntil + slackMs,
    ),
    surelyFrom: outcome.kind === 'done' ? hold.answered : Infinity,
    surelyUntil: least(
      after.map(({ sent }) => sent),
      heldUntil - slackMs,
    ),
  };
};

/** @param reached the booking's sequence at this place: what reached a higher one, or cancelled it, ended the stay */
const bookingStay = (taking: Attempt, id: string, slot: Slot, reached: number, ends: Ends): Stay => {
  const after = (ends.ofBooking.get(id) ?? []).filter(
    ({ operation }) =>
      operation.kind === 'cancel' || (operation.kind === 'move' && operation.sequence >= reached),
  );
  const sure = after.filter(({ outcome }) => outcome.kind === 'done');
  return {
    slot,
    kind: 'booking',
    id,
    account: taking.account,
    mayFrom: taking.sent,
    mayUntil: least(
      sure.map(({ answered }) => answered),
      Infinity,
    ),
    surelyFrom: taking.outcome.kind === 'done' ? taking.answered : Infinity,
    surelyUntil: least(
      after.map(({ sent }) => sent),
      Infinity,
    ),
  };
};

const least = (values: readonly number[], most: number): number =>
  values.reduce((so, value) => Math.min(so, value), most);
