/**
 * When can a consultation begin? Rosters in, free times out. Pure and browser-safe; no loop over minutes.
 *
 * - Times stand on a grid: the first at the window's start, each next one after slot and both buffers have passed
 *   (elapsed time, so the grid is even across a change of the clock). The last ends within the window.
 * - A time is free when the consultation overlaps no absence, and consultation with buffers overlaps nothing that
 *   is blocked. The grid does not move around what is taken.
 */
import { overlapFinder } from '../../../kernel/interval.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import { gridOf, slotAt } from './grid.ts';
import {
  type AvailabilityQuery,
  bookableRange,
  isOtherPart,
  type Obstacle,
  obstacleTo,
  unsuited,
} from './obstacles.ts';
import { isPublicHoliday } from './public-holidays.ts';
import type { Calendar, FreeSlot, Roster } from './roster.ts';
import { bySlot, isSameTime } from './slot-order.ts';
import { type RosterWindow, windowsIn } from './windows.ts';

export type { AvailabilityQuery, Obstacle } from './obstacles.ts';

/** Free times of one practitioner, in the order of {@link bySlot}; the same time only once per pool and modality. */
export function freeSlots(calendar: Calendar, query: AvailabilityQuery): FreeSlot[] {
  const obstacle = obstacles(calendar, query.now);
  return offers(calendar, query)
    .flatMap((offer) =>
      gridOf(offer, query.range).map((start) => ({ offer, slot: slotAt(offer.roster, start) })),
    )
    .filter(({ offer, slot }) => !isOtherPart(slot, query) && obstacle(offer.roster, slot) === null)
    .map(({ slot }) => slot)
    .sort(bySlot)
    .filter((slot, at, all) => !isSameTime(slot, all[at - 1]));
}

export type StartVerdict =
  | { slot: FreeSlot }
  /** `time_outside_roster`: no roster open to the asker has this start on its grid. */
  | { refused: Obstacle | 'time_outside_roster' };

/** May a consultation be booked to begin at `start`? Says the first reason why not; the query's range is unused. */
export function judgeStart(calendar: Calendar, start: EpochMs, query: AvailabilityQuery): StartVerdict {
  const range = { start, end: start + 1 };
  const obstacle = obstacles(calendar, query.now);
  const judged = offers(calendar, { ...query, range })
    .filter((offer) => gridOf(offer, range).length > 0)
    .map(({ roster }) => ({ roster, slot: slotAt(roster, start) }))
    .filter(({ slot }) => !isOtherPart(slot, query))
    .sort((a, b) => bySlot(a.slot, b.slot))
    .map(({ roster, slot }) => ({ slot, refused: obstacle(roster, slot) }));
  const free = judged.find(({ refused }) => refused === null);
  if (free) return { slot: free.slot };
  return { refused: judged[0]?.refused ?? (start < query.now ? 'time_past' : 'time_outside_roster') };
}

const offers = (calendar: Calendar, query: AvailabilityQuery): RosterWindow[] =>
  windowsIn(calendar, query.range, query.isHoliday ?? isPublicHoliday).filter(
    ({ roster }) => unsuited(roster, query) === null,
  );

function obstacles(calendar: Calendar, now: EpochMs): (roster: Roster, slot: FreeSlot) => Obstacle | null {
  const absent = overlapFinder(calendar.absences);
  const taken = overlapFinder(calendar.blocked);
  const bookable = bookableRange(now);
  return (roster, slot) => obstacleTo(slot, now, bookable(roster), absent, taken);
}
