import type { Tx } from '../../../kernel/db.ts';
import { type FreeOffer, freeOffers } from '../time/free-offers.ts';
import type { FreeSlot } from '../time/roster.ts';
import { isSameOffer } from '../time/slot-order.ts';
import { takenAmong } from './busy-times.ts';

/** How many free times are wanted of the times that come out of `walk`, which are in the order of `bySlot`. */
export type Search = { walk: Iterator<FreeSlot, undefined>; wanted: number };

/** So many times are asked about in one statement, over all searches. */
const most = 8_192;

/**
 * The first free times of each search, a few more than wanted where a round brought them. In rounds: each takes the
 * earliest times of the searches that want more, and asks in one statement what is taken of them. A first round asks
 * about sixteen times as many as are wanted; the next ones as many as the share of free ones so far suggests. So a
 * busy network costs one round or two, and memory holds one round, however many calendars there are.
 */
export async function firstFree(tx: Tx, searches: readonly Search[], now: Date): Promise<FreeOffer[][]> {
  const found = searches.map((): FreeOffer[] => []);
  let open = searches.map(({ walk, wanted }, at) => ({
    at,
    wanted,
    next: takeFrom(walk),
    asked: 0,
    size: Math.max(16, wanted * 16),
  }));
  while (open.length > 0) {
    const share = Math.max(16, Math.floor(most / open.length));
    const rounds = open.map((search) => ({ search, slots: search.next(Math.min(search.size, share)) }));
    const isTaken = await takenAmong(
      tx,
      rounds.flatMap(({ slots }) => slots),
      now,
    );
    for (const { search, slots } of rounds) {
      const free = freeOffers(slots.filter((slot) => !isTaken(slot)));
      const own = found[search.at] as FreeOffer[];
      own.push(...free);
      search.asked += slots.length;
      // Few free ones say little about their share: better a round more than twice too many.
      const likely = ((search.wanted - own.length) * search.asked) / (own.length + 1);
      search.size = Math.max(16, Math.ceil(Math.min(likely * 1.2, search.asked * 2)));
    }
    open = rounds.flatMap(({ search, slots }) =>
      slots.length > 0 && (found[search.at]?.length ?? 0) < search.wanted ? [search] : [],
    );
  }
  return found;
}

/** Takes about so many from a walk, but never a part of those that are one offer. */
function takeFrom(walk: Iterator<FreeSlot, undefined>): (count: number) => FreeSlot[] {
  let held: FreeSlot | undefined = walk.next().value;
  return (count) => {
    const taken: FreeSlot[] = [];
    for (let last: FreeSlot | undefined; held; held = walk.next().value) {
      if (taken.length >= count && !(last && isSameOffer(last, held))) break;
      taken.push(held);
      last = held;
    }
    return taken;
  };
}
