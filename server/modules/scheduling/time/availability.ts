/**
 * When can a consultation begin? Rosters in, free times out. Pure and browser-safe; no loop over minutes.
 *
 * - Times stand on a grid: the first at the window's start, each next one after slot and both buffers have passed
 *   (elapsed time, so the grid is even across a change of the clock). The last ends within the window.
 * - A time is free when the consultation overlaps no absence, and consultation with buffers overlaps nothing that
 *   is blocked. The grid does not move around what is taken.
 */
import { type Interval, overlapFinder } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds, type EpochMs, type LocalDate } from '../../../kernel/zoned-time.ts';
import { isPublicHoliday } from './public-holidays.ts';
import { type Asker, type Calendar, type FreeSlot, isOpenTo, type Modality, type Roster } from './roster.ts';
import { type RosterWindow, windowsIn } from './windows.ts';

export type AvailabilityQuery = {
  /** Instants between which a consultation may begin, half-open. */
  range: Interval;
  now: EpochMs;
  /** Left out: rosters are shown whatever their audience (the owner's own view). */
  asker?: Asker;
  /** Left out: all. */
  modalities?: readonly Modality[];
  /** Left out: all departments of the practitioner. */
  departmentId?: string;
  /** Left out: the public holidays of Lower Saxony. Rosters rest on them, overrides do not. */
  isHoliday?: (date: LocalDate) => boolean;
};

export type Obstacle =
  | 'time_past'
  | 'notice_too_short'
  | 'too_far_ahead'
  | 'practitioner_absent'
  | 'slot_taken';

const minute = 60_000;

/** Free times of one practitioner, by start, end, modality and roster; the same time only once per modality. */
export function freeSlots(calendar: Calendar, query: AvailabilityQuery): FreeSlot[] {
  const obstacleOf = obstacles(calendar, query.now);
  const slots = offers(calendar, query)
    .flatMap((offer) => [...gridOf(offer, query.range)].map((start) => slotAt(offer.roster, start)))
    .filter(({ roster, slot }) => obstacleOf(roster, slot) === null)
    .map(({ slot }) => slot)
    .sort(bySlot);
  return slots.filter((slot, at) => {
    const before = slots[at - 1];
    return (
      !before || before.start !== slot.start || before.end !== slot.end || before.modality !== slot.modality
    );
  });
}

export type StartVerdict =
  | { slot: FreeSlot }
  /** `time_outside_roster`: no roster open to the asker has this start on its grid. */
  | { refused: Obstacle | 'time_outside_roster' };

/** May a consultation be booked to begin at `start`? Says the first reason why not; the query's range is unused. */
export function judgeStart(calendar: Calendar, start: EpochMs, query: AvailabilityQuery): StartVerdict {
  const range = { start, end: start + 1 };
  const obstacleOf = obstacles(calendar, query.now);
  const judged = offers(calendar, { ...query, range })
    .filter((offer) => [...gridOf(offer, range)].length > 0)
    .map((offer) => slotAt(offer.roster, start))
    .sort((a, b) => bySlot(a.slot, b.slot))
    .map(({ roster, slot }) => ({ slot, refused: obstacleOf(roster, slot) }));
  const free = judged.find(({ refused }) => refused === null);
  if (free) return { slot: free.slot };
  return { refused: judged[0]?.refused ?? (start < query.now ? 'time_past' : 'time_outside_roster') };
}

function offers(calendar: Calendar, query: AvailabilityQuery): RosterWindow[] {
  return windowsIn(calendar, query.range, query.isHoliday ?? isPublicHoliday).filter(
    ({ roster }) =>
      (!query.asker || isOpenTo(roster, query.asker)) &&
      (!query.modalities || query.modalities.includes(roster.modality)) &&
      (query.departmentId === undefined || roster.departmentId === query.departmentId),
  );
}

/** Starts on the window's grid that lie in the range. */
function* gridOf({ roster, window }: RosterWindow, range: Interval): Generator<EpochMs> {
  const length = roster.slotMinutes * minute;
  const step = length + (roster.bufferBeforeMinutes + roster.bufferAfterMinutes) * minute;
  const skipped = Math.max(0, Math.ceil((range.start - window.start) / step));
  for (
    let start = window.start + skipped * step;
    start + length <= window.end && start < range.end;
    start += step
  ) {
    yield start;
  }
}

function slotAt(roster: Roster, start: EpochMs): { roster: Roster; slot: FreeSlot } {
  const end = start + roster.slotMinutes * minute;
  const slot = {
    start,
    end,
    rosterId: roster.id,
    departmentId: roster.departmentId,
    practitionerId: roster.practitionerId,
    poolId: roster.poolId,
    modality: roster.modality,
    blockedFrom: start - roster.bufferBeforeMinutes * minute,
    blockedUntil: end + roster.bufferAfterMinutes * minute,
  };
  return { roster, slot };
}

function obstacles(calendar: Calendar, now: EpochMs): (roster: Roster, slot: FreeSlot) => Obstacle | null {
  const absent = overlapFinder(calendar.absences);
  const taken = overlapFinder(calendar.blocked);
  const horizons = new Map(calendar.rosters.map((roster) => [roster, horizonOf(roster, now)]));
  return (roster, slot) => {
    if (slot.start < now) return 'time_past';
    if (slot.start < now + roster.minimumNoticeMinutes * minute) return 'notice_too_short';
    if (slot.start >= (horizons.get(roster) ?? 0)) return 'too_far_ahead';
    if (absent(slot)) return 'practitioner_absent';
    if (taken({ start: slot.blockedFrom, end: slot.blockedUntil })) return 'slot_taken';
    return null;
  };
}

/** The end of the furthest day on which a consultation may begin. */
const horizonOf = ({ zone, furthestDaysAhead }: Roster, now: EpochMs): EpochMs =>
  dayBounds(addDays(dateOf(now, zone), furthestDaysAhead), zone).end;

const bySlot = (a: FreeSlot, b: FreeSlot): number =>
  a.start - b.start || a.end - b.end || compare(a.modality, b.modality) || compare(a.rosterId, b.rosterId);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
