import { type Attempt, overlaps, type Violation } from './race-history.ts';
import { type Ends, mayBeDone, type Stay, slackMs } from './race-stays.ts';

/** Refusals must have their reason at some moment between sending and answer. */
export const unfoundedRefusals = (
  attempts: readonly Attempt[],
  stays: readonly Stay[],
  ends: Ends,
): Violation[] => {
  const taken = takenAt(stays);
  const holds = new Map(
    attempts.flatMap((attempt) =>
      attempt.operation.kind === 'hold' && attempt.outcome.kind === 'done'
        ? [[attempt.outcome.id, attempt] as const]
        : [],
    ),
  );
  const isFounded = (attempt: Attempt, code: string): boolean => {
    const { operation } = attempt;
    const changes = (id: string) =>
      (ends.ofBooking.get(id) ?? []).filter((one) => one.sent <= attempt.answered);
    switch (code) {
      case 'slot_taken':
        return taken(attempt);
      case 'hold_expired':
        return operation.kind === 'book' && hasEnded(operation.holdId, attempt, holds, ends);
      case 'booking_state':
        return (
          'bookingId' in operation &&
          changes(operation.bookingId).some((one) => one.operation.kind === 'cancel' && one !== attempt)
        );
      case 'booking_changed':
        return (
          operation.kind === 'move' &&
          changes(operation.bookingId).some(
            (one) => one.operation.kind === 'move' && one.operation.sequence >= operation.sequence,
          )
        );
      default:
        return false;
    }
  };
  return attempts.flatMap((attempt): Violation[] => {
    const { outcome, refusedWith, operation } = attempt;
    const what = JSON.stringify(attempt);
    if (refusedWith && outcome.kind === 'done') return [{ rule: 'not_refused', what }];
    if (outcome.kind !== 'refused' || outcome.code === refusedWith) return [];
    if (!known.has(outcome.code)) return [{ rule: 'failed', what }];
    return isFounded(attempt, outcome.code)
      ? []
      : [{ rule: 'unfounded_refusal', what: `${operation.kind} ${what}` }];
  });
};

const known = new Set(['slot_taken', 'hold_expired', 'booking_state', 'booking_changed']);

function hasEnded(
  id: string | null,
  booking: Attempt,
  holds: ReadonlyMap<string, Attempt>,
  ends: Ends,
): boolean {
  const hold = id === null ? undefined : holds.get(id);
  if (hold?.outcome.kind !== 'done' || hold.account !== booking.account) return true;
  if ((hold.outcome.heldUntil ?? 0) - slackMs <= booking.answered) return true;
  return ends.ofHold(hold).some((one) => one !== booking && mayBeDone(one) && one.sent <= booking.answered);
}

/** Whether somebody else may have had the time of an attempt while it was under way. */
function takenAt(stays: readonly Stay[]): (attempt: Attempt) => boolean {
  const byPerson = Map.groupBy(
    stays.toSorted((a, b) => a.mayFrom - b.mayFrom),
    ({ slot }) => slot.practitionerId,
  );
  const latest = new Map([...byPerson].map(([id, list]) => [id, furthest(list)]));
  return ({ operation, account, sent, answered }) => {
    const slot = 'slot' in operation ? operation.slot : null;
    if (!slot) return false;
    const list = byPerson.get(slot.practitionerId) ?? [];
    const until = latest.get(slot.practitionerId) ?? [];
    for (let at = lastBefore(list, answered); at >= 0 && (until[at] ?? 0) >= sent; at -= 1) {
      const stay = list[at] as Stay;
      const own = stay.kind === 'hold' ? stay.account === account : isMoved(stay, operation);
      if (!own && stay.mayUntil >= sent && overlaps(stay.slot, slot)) return true;
    }
    return false;
  };
}

const isMoved = (stay: Stay, operation: Attempt['operation']): boolean =>
  operation.kind === 'move' && operation.bookingId === stay.id;

/** Up to each place, how far the stays until then may reach. */
function furthest(list: readonly Stay[]): number[] {
  let most = -Infinity;
  return list.map(({ mayUntil }) => {
    most = Math.max(most, mayUntil);
    return most;
  });
}

/** The last place whose stay may have begun by then; -1 = none. */
function lastBefore(list: readonly Stay[], then: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.mayFrom ?? Infinity) <= then) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
