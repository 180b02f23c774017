/** How far the re-planning of hit bookings has come. Pure. */
export const outcomes = ['move', 'handOver', 'cancel', 'left'] as const;
export type Outcome = (typeof outcomes)[number];

export function progressOf<B extends { id: string }>(
  bookings: readonly B[],
  settled: ReadonlyMap<string, Outcome>,
): { settled: number; open: B[] } {
  const open = bookings.filter(({ id }) => !settled.has(id));
  return { settled: bookings.length - open.length, open };
}

type Pools = readonly { id: string; name: string; free: number }[];

/** Pools of which somebody is free at the time of every one. */
export function poolsForAll(each: readonly Pools[]): { id: string; name: string }[] {
  const [first = [], ...others] = each;
  return first
    .filter(
      ({ id, free }) =>
        free > 0 && others.every((pools) => pools.some((one) => one.id === id && one.free > 0)),
    )
    .map(({ id, name }) => ({ id, name }));
}
