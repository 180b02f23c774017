import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import type { FreeTime } from '../contract.ts';
import { whoOf } from '../time/slot-order.ts';
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
  // So many can begin at one moment; all of them must be seen to prefer one.
  const atOnce = finder.departments.reduce(
    (sum, { plan }) => sum + plan.people.length + plan.pools.length,
    0,
  );
  const [after = []] = await finder.first([
    { range: { start, end: start + 21 * day }, count: count + atOnce },
  ]);
  const reach = (after[count - 1]?.slot.start ?? start + 21 * day) - start;
  const from = start - Math.min(7 * day, reach);
  const [before = []] = await finder.first([
    { range: { start: from, end: start }, count: Number.POSITIVE_INFINITY },
  ]);
  const stranger = (slot: Parameters<typeof whoOf>[0]) => Number(whoOf(slot) !== preferred);
  return [...before, ...after]
    .sort(
      (a, b) =>
        Math.abs(a.slot.start - start) - Math.abs(b.slot.start - start) ||
        stranger(a.slot) - stranger(b.slot),
    )
    .slice(0, count)
    .sort((a, b) => a.slot.start - b.slot.start)
    .map(presentOffer);
}
