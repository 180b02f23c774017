/** Who came to a booked time, and how late. Pure and browser-safe. */
export type MissedBy = 'requester' | 'provider' | 'both';

export type Joins = { requesterJoinedAt: Date | null; providerJoinedAt: Date | null };

const minute = 60_000;
/** Who comes within so many minutes of the start is in time. */
const grace = 5;

/** Whole minutes after the start, from five on; null = in time, or not there at all. */
export function lateMinutes(startAt: Date, joinedAt: Date | null): number | null {
  if (!joinedAt) return null;
  const minutes = Math.floor((joinedAt.getTime() - startAt.getTime()) / minute);
  return minutes >= grace ? minutes : null;
}

/** Whose absence kept a consultation from taking place; null = each side has been in the room. */
export function missedBy({ requesterJoinedAt, providerJoinedAt }: Joins): MissedBy | null {
  if (requesterJoinedAt && providerJoinedAt) return null;
  if (!requesterJoinedAt && !providerJoinedAt) return 'both';
  return requesterJoinedAt ? 'provider' : 'requester';
}
