/** What keeps a time from being booked: the one place where this is decided. Pure and browser-safe. */
import type { Interval } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds, type EpochMs, type LocalDate } from '../../../kernel/zoned-time.ts';
import { minute } from './grid.ts';
import { isInPart, type PartOfDay } from './part-of-day.ts';
import { type Asker, type FreeSlot, isOpenTo, type Modality, type Roster } from './roster.ts';

export type AvailabilityQuery = {
  /** Instants between which a consultation may begin, half-open. */
  range: Interval;
  now: EpochMs;
  /** Left out: rosters are shown whatever their audience (the owner's own view). */
  asker?: Asker | undefined;
  /** Left out: all. */
  modalities?: readonly Modality[] | undefined;
  /** Left out: all departments of the practitioner. */
  departmentId?: string | undefined;
  /** The hours of this pool; `null` = the person's own; left out: both. */
  poolId?: string | null | undefined;
  /** The consultation must be able to last so long. */
  minutes?: number | undefined;
  partOfDay?: PartOfDay | undefined;
  /** Left out: the public holidays of Lower Saxony. Rosters rest on them, overrides do not. */
  isHoliday?: ((date: LocalDate) => boolean) | undefined;
};

/** What keeps a whole roster out, whatever the time. */
export type Unsuited = 'not_asked_for' | 'not_open_to_you' | 'too_short';
export type Obstacle =
  | 'time_past'
  | 'notice_too_short'
  | 'too_far_ahead'
  | 'practitioner_absent'
  | 'slot_taken';

export function unsuited(roster: Roster, query: AvailabilityQuery): Unsuited | null {
  if (
    (query.modalities && !query.modalities.includes(roster.modality)) ||
    (query.departmentId !== undefined && roster.departmentId !== query.departmentId) ||
    (query.poolId !== undefined && roster.poolId !== query.poolId)
  ) {
    return 'not_asked_for';
  }
  if (query.asker && !isOpenTo(roster, query.asker)) return 'not_open_to_you';
  return query.minutes !== undefined && roster.slotMinutes < query.minutes ? 'too_short' : null;
}

export const isOtherPart = (slot: FreeSlot, { partOfDay }: AvailabilityQuery): boolean =>
  partOfDay !== undefined && !isInPart(slot.start, partOfDay);

/** Instants at which a consultation of a roster may begin when somebody asks at `now`: after the notice, before the horizon. */
export function bookableRange(now: EpochMs): (roster: Roster) => Interval {
  const horizons = new Map<string, Map<number, EpochMs>>();
  return ({ minimumNoticeMinutes, furthestDaysAhead, zone }) => {
    const known = horizons.get(zone) ?? new Map<number, EpochMs>();
    const end =
      known.get(furthestDaysAhead) ?? dayBounds(addDays(dateOf(now, zone), furthestDaysAhead), zone).end;
    horizons.set(zone, known.set(furthestDaysAhead, end));
    return { start: now + minimumNoticeMinutes * minute, end };
  };
}

type Overlaps = (asked: Interval) => boolean;

/**
 * The first obstacle to a time, or null.
 * @param bookable from {@link bookableRange} of the slot's roster
 * @param absent whether the person is away at some moment of an interval
 * @param taken whether somebody has some moment of an interval, buffers included
 */
export function obstacleTo(
  slot: FreeSlot,
  now: EpochMs,
  bookable: Interval,
  absent: Overlaps,
  taken: Overlaps,
): Obstacle | null {
  if (slot.start < now) return 'time_past';
  if (slot.start < bookable.start) return 'notice_too_short';
  if (slot.start >= bookable.end) return 'too_far_ahead';
  if (absent(slot)) return 'practitioner_absent';
  return taken({ start: slot.blockedFrom, end: slot.blockedUntil }) ? 'slot_taken' : null;
}
