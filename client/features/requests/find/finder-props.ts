import type { Find, Whom } from './find.ts';
import type { Offer } from './offer.ts';

export type FinderProps = {
  whom: Whom;
  find: Find;
  onFind: (find: Find) => void;
  /** Start of the held time, or of the one being asked for. */
  chosen: string | null;
  /** The time whose week opens first. */
  first: { startAt: string } | null;
  busy: boolean;
  onChoose: (offer: Offer) => void;
  /** The way to the waiting list, where there is one from here. */
  onWaiting?: (() => void) | undefined;
};
