/** What somebody is looking at, held still: each with whether it can still be had. */
export type Steady<T> = {
  shown: (T & { gone: boolean })[];
  /** Freed since: they wait until they are asked for, so that nothing moves under the finger. */
  fresh: T[];
};

/** What is in view keeps its place: taken times stay there as such, and come back when they are given back. */
export function steadyOf<T extends object>(
  held: readonly T[],
  now: readonly T[],
  keyOf: (item: T) => string,
): Steady<T> {
  const current = new Map(now.map((item) => [keyOf(item), item]));
  const known = new Set(held.map(keyOf));
  return {
    shown: held.map((item) => {
      const found = current.get(keyOf(item));
      return found ? { ...found, gone: false } : { ...item, gone: true };
    }),
    fresh: now.filter((item) => !known.has(keyOf(item))),
  };
}
