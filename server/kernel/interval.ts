/**
 * Half-open intervals `[start, end)` on one number line, usually epoch milliseconds (UTC). Two that touch do not
 * overlap; an empty one (`start === end`) overlaps nothing and covers no point. Pure and browser-safe.
 */
export type Interval = { readonly start: number; readonly end: number };

/** Makes an interval. Throws RangeError when an edge is no finite number or the end lies before the start. */
export function interval(start: number, end: number): Interval {
  if (!Number.isFinite(start) || !Number.isFinite(end) || end < start) {
    throw new RangeError(`not an interval: [${start}, ${end})`);
  }
  return { start, end };
}

export const lengthOf = (a: Interval): number => a.end - a.start;
export const isEmpty = (a: Interval): boolean => a.end <= a.start;

/** True when some point lies in both. */
export const overlaps = (a: Interval, b: Interval): boolean =>
  Math.max(a.start, b.start) < Math.min(a.end, b.end);

export const contains = (a: Interval, point: number): boolean => a.start <= point && point < a.end;

/** True when every point of `inner` lies in `outer`. */
export const covers = (outer: Interval, inner: Interval): boolean =>
  isEmpty(inner) || (outer.start <= inner.start && inner.end <= outer.end);

/** The common part, or null. */
export function intersect(a: Interval, b: Interval): Interval | null {
  return overlaps(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : null;
}

/** The same points as sorted, disjoint intervals; what touches is joined, what is empty is dropped. */
export function merge(list: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  for (const next of list.filter((one) => !isEmpty(one)).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else merged.push({ start: next.start, end: next.end });
  }
  return merged;
}

/** The points of `from` that lie in none of `holes`; sorted and disjoint. */
export function subtract(from: readonly Interval[], holes: readonly Interval[]): Interval[] {
  const cuts = merge(holes);
  const rest: Interval[] = [];
  let first = 0;
  for (const piece of merge(from)) {
    let start = piece.start;
    while (first < cuts.length && (cuts[first]?.end ?? 0) <= piece.start) first += 1;
    for (let at = first; at < cuts.length; at += 1) {
      const cut = cuts[at];
      if (!cut || cut.start >= piece.end) break;
      if (cut.start > start) rest.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
    }
    if (start < piece.end) rest.push({ start, end: piece.end });
  }
  return rest;
}

/** The points that lie in both lists; sorted and disjoint. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return subtract(a, subtract(a, b));
}

/** How much of the line the list covers; what overlaps counts once. */
export const total = (list: readonly Interval[]): number =>
  merge(list).reduce((sum, one) => sum + lengthOf(one), 0);

/**
 * Answers "does this overlap any of them?" in logarithmic time, for one list asked many times.
 */
export function overlapFinder(list: readonly Interval[]): (asked: Interval) => boolean {
  const sorted = merge(list);
  return (asked) => {
    if (isEmpty(asked)) return false;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.end ?? 0) <= asked.start) low = middle + 1;
      else high = middle;
    }
    const candidate = sorted[low];
    return candidate !== undefined && candidate.start < asked.end;
  };
}
