/** Which bookings lose their footing when rosters, overrides or absences change. Pure. */
import { covers, type Interval, overlaps } from '../../../kernel/interval.ts';
import { isPublicHoliday } from './public-holidays.ts';
import type { Calendar } from './roster.ts';
import { windowsIn } from './windows.ts';

/** Bookings that lay within the practitioner's hours before and do not after. The others are not touched by the change. */
export function hitByChange<T extends Interval>(
  bookings: readonly T[],
  before: Calendar,
  after: Calendar,
): T[] {
  const first = bookings[0];
  if (!first) return [];
  const range = bookings.reduce<Interval>(
    (so, one) => ({ start: Math.min(so.start, one.start), end: Math.max(so.end, one.end) }),
    first,
  );
  const stoodIn = footing(before, range);
  const standsIn = footing(after, range);
  return bookings.filter((booking) => stoodIn(booking) && !standsIn(booking));
}

function footing({ absences, ...calendar }: Calendar, range: Interval): (booking: Interval) => boolean {
  const windows = windowsIn({ ...calendar, absences }, range, isPublicHoliday).map(({ window }) => window);
  return (booking) =>
    windows.some((window) => covers(window, booking)) &&
    !absences.some((absence) => overlaps(absence, booking));
}
