/** Why the times of rosters are not free, one reason each. Pure and browser-safe. */
import { overlaps } from '../../../kernel/interval.ts';
import type { Offers } from './candidates.ts';
import { gridOf, slotAt } from './grid.ts';
import {
  type AvailabilityQuery,
  bookableRange,
  isOtherPart,
  type Obstacle,
  obstacleTo,
  type Unsuited,
  unsuited,
} from './obstacles.ts';
import type { FreeSlot } from './roster.ts';
import { datesAround } from './windows.ts';

export type Reason = Exclude<Unsuited, 'not_asked_for'> | 'holiday' | 'other_part_of_day' | Obstacle;
export type Reasoned = { slot: FreeSlot; reason: Reason | null };

const nothingTaken = () => false;

/**
 * Every time on the grids of what is asked for, day by day, in no order, with the first reason why it is not free:
 * what no asking changes, then what the asker narrowed down. `null` = at most a booking is in its way, which is asked
 * elsewhere; the narrowed ones too may be taken.
 */
export function* reasonedTimes(offers: Offers, query: AvailabilityQuery): Generator<Reasoned> {
  const bookableOf = bookableRange(query.now);
  for (const day of datesAround(query.range, offers.zones)) {
    for (const offer of offers.on(day).flat()) {
      const { roster } = offer;
      const why = unsuited(roster, query);
      if (why === 'not_asked_for' || !overlaps(offer.window, query.range)) continue;
      const bookable = bookableOf(roster);
      for (const start of gridOf(offer, query.range)) {
        const slot = slotAt(roster, start);
        const reason =
          (why === 'not_open_to_you' ? why : null) ??
          (offer.holiday ? 'holiday' : null) ??
          obstacleTo(slot, query.now, bookable, offer.absent, nothingTaken) ??
          why ??
          (isOtherPart(slot, query) ? 'other_part_of_day' : null);
        yield { slot, reason };
      }
    }
  }
}
