import type { FreeTime } from '../contract.ts';
import { presentFreeTime } from '../finding/free-finder.ts';
import type { FreeSlot } from '../time/roster.ts';

/** Whoever is followed up sees the same physician: in a series the hours of a pool are that person's, too. */
export const presentProposal = (slot: FreeSlot): FreeTime => ({
  ...presentFreeTime(slot),
  practitionerId: slot.practitionerId,
  poolId: null,
  people: 1,
});
