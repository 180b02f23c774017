/** From free times of people to what is offered. Pure and browser-safe. */
import type { FreeSlot } from './roster.ts';
import { isSameOffer, isSameTime } from './slot-order.ts';

/** A time that is offered once: of one person, or of a pool with so many people free. */
export type FreeOffer = { slot: FreeSlot; people: number };

/** @param slots in the order of `bySlot`; the same time of a person twice counts once, equal ones of a pool are one */
export function freeOffers(slots: readonly FreeSlot[]): FreeOffer[] {
  const offers: FreeOffer[] = [];
  let before: FreeSlot | undefined;
  for (const slot of slots) {
    const last = offers.at(-1);
    if (!last || !isSameOffer(last.slot, slot)) offers.push({ slot, people: 1 });
    else if (!isSameTime(slot, before)) last.people += 1;
    before = slot;
  }
  return offers;
}
