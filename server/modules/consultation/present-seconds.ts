import type { Side } from './contract.ts';

/** One stay in the room, half-open; `leftAt` null = still there. Instants in ms since 1970. */
export type Stay = { side: Side; joinedAt: number; leftAt: number | null };

/**
 * Whole seconds during which both sides were present at the same time, up to `now`. Several people of one side count
 * once, and so do overlapping stays of one person (two tabs, a re-join). This is the billable time.
 */
export function presentSeconds(stays: readonly Stay[], now: number): number {
  const edges = stays
    .map(({ side, joinedAt, leftAt }) => ({ side, from: joinedAt, until: Math.min(leftAt ?? now, now) }))
    .filter(({ from, until }) => from < until)
    .flatMap(({ side, from, until }) => [
      { at: from, side, by: 1 },
      { at: until, side, by: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const there = { requester: 0, provider: 0 };
  let together = 0;
  let before = 0;
  for (const { at, side, by } of edges) {
    if (there.requester > 0 && there.provider > 0) together += at - before;
    there[side] += by;
    before = at;
  }
  return Math.round(together / 1000);
}
