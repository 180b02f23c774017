import { type Attempt, isSame, type Operation, type Outcome, type Rows, type Slot } from './race-history.ts';

/** One step of one of the clients: it sends, or the server does what was sent, or the answer comes. */
export type Step = { client: number; dice: number; slot: number; fate: 'answered' | 'lost' | 'never_done' };

type Entry = { id: string; account: string; slot: Slot; state: string; marker: string; sequence: number };
type Flight = { operation: Operation; sent: number; outcome: Outcome | null; fate: Step['fate'] };

const slots: Slot[] = [0, 1, 2].map((n) => ({ practitionerId: 'herz', from: n * 100, until: n * 100 + 90 }));

/**
 * A booker that does one thing after the other, and what its clients saw of it.
 * @param looks false: it takes a time without looking whether it is taken
 */
export const playRace = (steps: readonly Step[], looks: boolean): { history: Attempt[]; rows: Rows } => {
  const entries: Entry[] = [];
  const events: Rows['events'] = [];
  const history: Attempt[] = [];
  const flights = new Map<number, Flight>();
  const known: { holds: Map<string, string[]>; bookings: Map<string, number> } = {
    holds: new Map(),
    bookings: new Map(),
  };
  let serial = 0;

  const live = (entry: Entry) => entry.state === 'held' || entry.state === 'booked';
  const find = (id: string) => entries.find((entry) => entry.id === id);
  const isTaken = (slot: Slot, account: string, but: string | null = null) =>
    looks &&
    entries.some(
      (entry) =>
        live(entry) &&
        entry.id !== but &&
        isSame(entry.slot, slot) &&
        !(entry.state === 'held' && entry.account === account),
    );
  const giveUp = (account: string, but: string | null = null) => {
    for (const entry of entries)
      if (entry.state === 'held' && entry.account === account && entry.id !== but) entry.state = 'gone';
  };
  const tell = (type: string, { id, slot }: Entry, from: Slot | null = null) =>
    events.push({ type, subjectId: id, startAt: slot.from, fromStartAt: from?.from ?? null });
  const refused = (code: string): Outcome => ({ kind: 'refused', code });
  const done = (entry: Entry): Outcome => ({
    kind: 'done',
    id: entry.id,
    slot: entry.slot,
    sequence: entry.sequence,
    ...(entry.state === 'held' ? { heldUntil: Number.MAX_SAFE_INTEGER } : {}),
  });

  const serve = (operation: Operation, account: string): Outcome => {
    if (operation.kind === 'hold') {
      if (isTaken(operation.slot, account)) return refused('slot_taken');
      giveUp(account);
      const entry = {
        id: `e${++serial}`,
        account,
        slot: operation.slot,
        state: 'held',
        marker: '',
        sequence: 0,
      };
      entries.push(entry);
      return done(entry);
    }
    if (operation.kind === 'book') {
      const hold = entries.find(
        (entry) => entry.id === operation.holdId && entry.state === 'held' && entry.account === account,
      );
      if (!hold && !operation.slot) return refused('hold_expired');
      if (!hold && operation.slot && isTaken(operation.slot, account)) return refused('slot_taken');
      giveUp(account, hold?.id);
      const entry = hold ?? {
        id: `e${++serial}`,
        account,
        slot: operation.slot as Slot,
        state: 'booked',
        marker: '',
        sequence: 0,
      };
      if (!hold) entries.push(entry);
      Object.assign(entry, { state: 'booked', marker: operation.marker });
      tell('booking.made', entry);
      return done(entry);
    }
    if (operation.kind === 'release' || operation.kind === 'expire') {
      const entry = find(operation.holdId);
      if (entry?.state === 'held') entry.state = 'gone';
      return { kind: 'done', id: operation.holdId, slot: entry?.slot ?? (slots[0] as Slot) };
    }
    const entry = find(operation.bookingId);
    if (entry?.state !== 'booked') return refused('booking_state');
    if (operation.kind === 'cancel') {
      entry.state = 'cancelled';
      tell('booking.cancelled', entry);
      return done(entry);
    }
    if (entry.sequence !== operation.sequence) return refused('booking_changed');
    if (isSame(entry.slot, operation.slot)) return done(entry);
    if (isTaken(operation.slot, account, entry.id)) return refused('slot_taken');
    giveUp(account);
    const from = entry.slot;
    Object.assign(entry, { slot: operation.slot, sequence: entry.sequence + 1 });
    tell('booking.moved', entry, from);
    return done(entry);
  };

  const choose = ({ dice, slot: at }: Step, account: string, marker: string): Operation => {
    const slot = slots[at] as Slot;
    const holdId = known.holds.get(account)?.at(-1);
    const [id, sequence] =
      [...known.bookings].at(Math.floor(dice * 1_000) % Math.max(1, known.bookings.size)) ?? [];
    if (holdId && dice < 0.3)
      return { kind: 'book', slot: dice < 0.1 ? (find(holdId)?.slot ?? slot) : null, holdId, marker };
    if (holdId && dice < 0.35) return { kind: dice < 0.33 ? 'release' : 'expire', holdId };
    if (id && dice < 0.5) return { kind: 'cancel', bookingId: id };
    if (id && dice < 0.65) return { kind: 'move', bookingId: id, slot, sequence: sequence ?? 0 };
    return dice < 0.8 ? { kind: 'book', slot, holdId: null, marker } : { kind: 'hold', slot };
  };

  const answer = (flight: Flight, account: string, answered: number) => {
    const { operation, sent } = flight;
    const outcome =
      flight.fate === 'answered' && flight.outcome ? flight.outcome : ({ kind: 'unknown' } as const);
    history.push({ account, operation, sent, answered, outcome });
    if (outcome.kind !== 'done') return;
    if (operation.kind === 'hold')
      known.holds.set(account, [...(known.holds.get(account) ?? []), outcome.id]);
    if (operation.kind === 'book' || operation.kind === 'move') {
      known.bookings.set(outcome.id, outcome.sequence ?? 0);
    }
  };

  for (const [at, step] of steps.entries()) {
    const account = `account ${step.client >> 1}`;
    const flight = flights.get(step.client);
    if (!flight) {
      const operation = choose(step, account, `marker ${at}`);
      flights.set(step.client, { operation, sent: at * 10, outcome: null, fate: step.fate });
    } else if (flight.outcome === null && flight.fate !== 'never_done') {
      flight.outcome = serve(flight.operation, account);
    } else {
      flights.delete(step.client);
      answer(flight, account, at * 10);
    }
  }
  for (const [client, flight] of flights) {
    answer({ ...flight, fate: 'lost' }, `account ${client >> 1}`, steps.length * 10);
  }

  const kept = entries.filter(({ state }) => state !== 'gone');
  const made = kept.filter(({ state }) => state !== 'held');
  return {
    history,
    rows: {
      bookings: kept.map(({ id, slot, state, sequence }) => ({
        ...slot,
        id,
        state,
        requestId: state === 'held' ? null : `r${id}`,
        overbooked: false,
        sequence,
      })),
      requests: made.map(({ id, state, marker, slot }) => ({
        id: `r${id}`,
        status: state === 'booked' ? 'planned' : 'cancelled',
        marker,
        plannedStart: slot.from,
      })),
      events,
    },
  };
};
