import {
  type Attempt,
  type BookingRow,
  type EventRow,
  isSame,
  overlaps,
  type RequestRow,
  type Rows,
  type Slot,
  type Violation,
} from './race-history.ts';
import { type Ends, isDone, mayBeDone } from './race-stays.ts';

/** What stands in the database in the end, judged by what was acknowledged. */
export const wrongRows = (attempts: readonly Attempt[], rows: Rows, ends: Ends): Violation[] => [
  ...overlapping(rows.bookings),
  ...notAsAcknowledged(attempts, rows, ends),
  ...nobodyAsked(attempts, rows),
  ...halfWritten(rows),
];

function overlapping(bookings: readonly BookingRow[]): Violation[] {
  const live = bookings.filter((row) => (row.state === 'held' || row.state === 'booked') && !row.overbooked);
  return [...Map.groupBy(live, ({ practitionerId }) => practitionerId).values()].flatMap((own) =>
    own.flatMap((one, at) =>
      own
        .slice(at + 1)
        .filter((other) => overlaps(one, other))
        .map((other) => violation('overlap', { one, other })),
    ),
  );
}

function notAsAcknowledged(attempts: readonly Attempt[], rows: Rows, ends: Ends): Violation[] {
  const byId = Map.groupBy(rows.bookings, ({ id }) => id);
  return attempts
    .filter((attempt) => isDone(attempt, 'book'))
    .flatMap((made) => {
      const found = byId.get(made.outcome.id) ?? [];
      const [row] = found;
      if (!row || found.length > 1) return [violation('lost', { made, found })];
      const changes = ends.ofBooking.get(row.id) ?? [];
      const places = placesOf(made.outcome.slot, changes, row.sequence);
      const states = statesOf(changes);
      const cancelled = changes.filter((one) => isDone(one, 'cancel'));
      return [
        ...(places.some((slot) => isSame(slot, row))
          ? []
          : [violation('not_as_acknowledged', { row, made, changes })]),
        ...(states.includes(row.state) ? [] : [violation('not_as_acknowledged', { row, made, changes })]),
        ...(cancelled.length > 1 ? [violation('given_twice', { row, cancelled })] : []),
      ];
    });
}

/** Where a booking may stand after so many changes of its place. */
function placesOf(first: Slot, changes: readonly Attempt[], sequence: number): Slot[] {
  const moves = changes.flatMap((one) =>
    one.operation.kind === 'move' ? [{ ...one, operation: one.operation }] : [],
  );
  const acknowledged = moves.flatMap(({ outcome }) =>
    outcome.kind === 'done' ? [{ slot: outcome.slot, sequence: outcome.sequence ?? 0 }] : [],
  );
  const highest = Math.max(0, ...acknowledged.map((one) => one.sequence));
  // An acknowledged move that was undone, or two that both became the same change.
  if (sequence < highest || new Set(acknowledged.map((one) => one.sequence)).size < acknowledged.length)
    return [];
  if (sequence === 0) return [first];
  const known = acknowledged.filter((one) => one.sequence === sequence).map(({ slot }) => slot);
  if (known.length > 0) return known;
  return moves
    .filter(({ outcome, operation }) => outcome.kind === 'unknown' && operation.sequence === sequence - 1)
    .map(({ operation }) => operation.slot);
}

function statesOf(changes: readonly Attempt[]): string[] {
  const cancels = changes.filter(({ operation }) => operation.kind === 'cancel');
  if (cancels.some(({ outcome }) => outcome.kind === 'done')) return ['cancelled'];
  return cancels.length > 0 ? ['booked', 'cancelled'] : ['booked'];
}

/** Every request belongs to one attempt to book that was not refused; every attempt made at most one. */
function nobodyAsked(attempts: readonly Attempt[], rows: Rows): Violation[] {
  const asked = new Set(
    attempts.flatMap((one) =>
      one.operation.kind === 'book' && mayBeDone(one) ? [one.operation.marker] : [],
    ),
  );
  const byMarker = Map.groupBy(rows.requests, ({ marker }) => marker);
  return [...byMarker].flatMap(([marker, requests]) => [
    ...(asked.has(marker) ? [] : [violation('nobody_asked', { requests })]),
    ...(requests.length > 1 ? [violation('given_twice', { requests })] : []),
  ]);
}

const requestStatus: Record<string, string> = { booked: 'planned', cancelled: 'cancelled' };

/** A booking has its request and a request its booking, both say the same, and the event log tells each step once. */
function halfWritten({ bookings, requests, events }: Rows): Violation[] {
  const ofRequest = Map.groupBy(bookings, ({ requestId }) => requestId);
  const requestOf = new Map(requests.map((request) => [request.id, request]));
  const eventsOf = Map.groupBy(events, ({ subjectId }) => subjectId);
  return [
    ...requests
      .filter(({ id }) => ofRequest.get(id)?.length !== 1)
      .map((request) => violation('half_written', { request, bookings: ofRequest.get(request.id) ?? [] })),
    ...bookings
      .filter((row) => row.state !== 'held')
      .filter((row) => !isWhole(row, requestOf.get(row.requestId ?? ''), eventsOf.get(row.id) ?? []))
      .map((row) =>
        violation('half_written', {
          row,
          request: requestOf.get(row.requestId ?? ''),
          events: eventsOf.get(row.id),
        }),
      ),
  ];
}

function isWhole(row: BookingRow, request: RequestRow | undefined, events: readonly EventRow[]): boolean {
  const of = (type: string) => events.filter((event) => event.type === type);
  const [made, ...madeAgain] = of('booking.made');
  const moves = of('booking.moved');
  // Each step begins where the one before it ended.
  const steps = [...(made ? [made] : []), ...moves];
  const isChain = moves.every(({ fromStartAt }, at) => fromStartAt === steps[at]?.startAt);
  return (
    request?.status === requestStatus[row.state] &&
    (row.state !== 'booked' || request?.plannedStart === row.from) &&
    made !== undefined &&
    madeAgain.length === 0 &&
    moves.length === row.sequence &&
    isChain &&
    steps.at(-1)?.startAt === row.from &&
    of('booking.cancelled').length === (row.state === 'cancelled' ? 1 : 0)
  );
}

const violation = (rule: Violation['rule'], about: object): Violation => ({
  rule,
  what: JSON.stringify(about),
});
