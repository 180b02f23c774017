/** Who of a pool gets the next time. Pure. */

/** What somebody of a pool has of its times in the calendar month that is asked for. */
export type PoolLoad = {
  practitionerId: string;
  /** Times of the pool that begin in the month. */
  bookings: number;
  /** When a time of the pool was last given to the person, epoch milliseconds; null = never yet. */
  lastAt: number | null;
};

/**
 * The fair choice among those who are free: fewest times of the pool in the month, then who was assigned longest ago
 * (never yet comes first), then by id. While all are free alike their months differ by one at most, since the next
 * time always goes to one of the least loaded.
 * @param loads of the pool; who is missing has none
 * @returns null when nobody is free
 */
export function assignFrom(free: readonly string[], loads: readonly PoolLoad[]): string | null {
  const known = new Map(loads.map((load) => [load.practitionerId, load]));
  const [first] = free
    .map((id) => known.get(id) ?? { practitionerId: id, bookings: 0, lastAt: null })
    .sort(
      (a, b) =>
        a.bookings - b.bookings ||
        (a.lastAt ?? Number.NEGATIVE_INFINITY) - (b.lastAt ?? Number.NEGATIVE_INFINITY) ||
        (a.practitionerId < b.practitionerId ? -1 : 1),
    );
  return first?.practitionerId ?? null;
}
