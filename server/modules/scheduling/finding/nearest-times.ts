import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import type { FreeTime } from '../contract.ts';
import type { FreeSlot } from '../time/roster.ts';
import { bySlot, whoOf } from '../time/slot-order.ts';
import type { Scope } from './departments-asked.ts';
import { openFinder, presentOffer } from './free-finder.ts';

const day = 86_400_000;

/**
 * The free times that lie nearest to `start`, from a week before to three weeks after, by start; of two that are
 * equally near, first that of `preferred`, a person or a pool.
 */
export async function nearestTimes(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  start: EpochMs,
  now: Date,
  count = 3,
  preferred: string | null = null,
): Promise<FreeTime[]> {
  const finder = await openFinder(tx, actor, scope, now);
  const ahead = { start, end: start + 21 * day };
  // The preferred one's own are asked for too: of many that begin together, they may not be among the first.
  const after = await finder.first([
    { range: ahead, count },
    ...(preferred ? [{ range: ahead, count, only: preferred }] : []),
  ]);
  const reach = (after[0]?.[count - 1]?.slot.start ?? ahead.end) - start;
  const back = { start: start - Math.min(7 * day, reach), end: start };
  const before = await finder.first([{ range: back, count: Number.POSITIVE_INFINITY }]);
  const found = new Map(
    [...before, ...after]
      .flat()
      .map((offer) => [`${offer.slot.start} ${offer.slot.end} ${whoOf(offer.slot)}`, offer]),
  );
  const stranger = (slot: FreeSlot) => Number(whoOf(slot) !== preferred);
  return [...found.values()]
    .sort(
      (a, b) =>
        Math.abs(a.slot.start - start) - Math.abs(b.slot.start - start) ||
        stranger(a.slot) - stranger(b.slot),
    )
    .slice(0, count)
    .sort((a, b) => bySlot(a.slot, b.slot))
    .map(presentOffer);
}
