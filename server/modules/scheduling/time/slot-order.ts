/** The order of free times, and which of them are the same. Pure and browser-safe. */
import type { FreeSlot } from './roster.ts';

type Named = Pick<FreeSlot, 'practitionerId' | 'poolId'>;

/** Whose time it is: a pool's, whoever of it, or one person's. */
export const whoOf = ({ poolId, practitionerId }: Named): string => poolId ?? practitionerId;

/** By start, then whose it is, end, modality, person and roster: total, so that every answer has one order. */
export const bySlot = (a: FreeSlot, b: FreeSlot): number =>
  a.start - b.start ||
  compare(whoOf(a), whoOf(b)) ||
  a.end - b.end ||
  compare(a.modality, b.modality) ||
  compare(a.practitionerId, b.practitionerId) ||
  compare(a.rosterId, b.rosterId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same time of the same person, on offer from two rosters. */
export const isSameTime = (a: FreeSlot, b: FreeSlot | undefined): boolean =>
  b !== undefined && isSameOffer(a, b) && a.practitionerId === b.practitionerId;

/** The same time of the same person or pool. */
export const isSameOffer = (a: FreeSlot, b: FreeSlot): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.modality === b.modality &&
  a.poolId === b.poolId &&
  whoOf(a) === whoOf(b);
