/** The starts that a window offers, taken or not. Pure and browser-safe. */
import type { Interval } from '../../../kernel/interval.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import type { FreeSlot, Roster } from './roster.ts';
import type { RosterWindow } from './windows.ts';

export const minute = 60_000;

const stepOf = (roster: Roster): number =>
  (roster.bufferBeforeMinutes + roster.slotMinutes + roster.bufferAfterMinutes) * minute;

/** The first start on the window's grid at or after `from`; null when the window has no more. */
export function nextOnGrid({ roster, window, grid }: RosterWindow, from: EpochMs): EpochMs | null {
  const step = stepOf(roster);
  const start = grid + Math.max(0, Math.ceil((Math.max(from, window.start) - grid) / step)) * step;
  return start + roster.slotMinutes * minute <= window.end ? start : null;
}

/** Starts on the window's grid that lie in the range, in order. */
export function gridOf(offer: RosterWindow, range: Interval): EpochMs[] {
  const starts: EpochMs[] = [];
  let start = nextOnGrid(offer, range.start);
  while (start !== null && start < range.end) {
    starts.push(start);
    start = nextOnGrid(offer, start + 1);
  }
  return starts;
}

export function slotAt(roster: Roster, start: EpochMs): FreeSlot {
  const end = start + roster.slotMinutes * minute;
  return {
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
}
