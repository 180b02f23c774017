import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds } from '../../../kernel/zoned-time.ts';
import type { FreeTime } from '../contract.ts';
import { freeSlots } from '../time/availability.ts';
import type { Asker, Calendar, FreeSlot } from '../time/roster.ts';
import { loadCalendars } from './load-calendars.ts';

/** Whom rosters with an audience look at. */
export async function askerOf(tx: Tx, actor: Actor): Promise<Asker> {
  const { countyAgs } = await tx.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: { countyAgs: true },
  });
  return { countyAgs, organisationId: actor.organisationId };
}

/** Free times from calendars that are loaded once, however often they are asked. */
export type FreeFinder = {
  /** Free video times of these practitioners, by start, then practitioner. */
  within(range: Interval, practitionerIds?: readonly string[]): FreeSlot[];
  /** The end of the furthest day on which any of their rosters lets book. */
  horizon: number;
};

/** Loads everything from `from` (epoch milliseconds) to the furthest bookable day; six queries, however many they are. */
export async function openFreeFinder(
  tx: Tx,
  actor: Actor,
  practitionerIds: readonly string[],
  from: number,
  now: Date,
): Promise<FreeFinder> {
  const asker = await askerOf(tx, actor);
  const horizon = await horizonOf(tx, practitionerIds, now.getTime());
  const loaded = { start: from, end: Math.max(from, horizon) };
  const calendars = await loadCalendars(tx, practitionerIds, loaded, now);
  const query = { now: now.getTime(), asker, modalities: ['video'] as const };
  const slotsOf = (calendar: Calendar | undefined, range: Interval) =>
    calendar ? freeSlots(calendar, { ...query, range }) : [];
  return {
    horizon,
    within: (range, ids = practitionerIds) =>
      ids.flatMap((id) => slotsOf(calendars.get(id), range)).sort(byStart),
  };
}

const byStart = (a: FreeSlot, b: FreeSlot): number =>
  a.start - b.start || (a.practitionerId < b.practitionerId ? -1 : 1);

async function horizonOf(tx: Tx, practitionerIds: readonly string[], now: number): Promise<number> {
  const { _max } = await tx.roster.aggregate({
    where: { practitionerId: { in: [...practitionerIds] } },
    _max: { furthestDaysAhead: true },
  });
  return dayBounds(addDays(dateOf(now), _max.furthestDaysAhead ?? 0)).end;
}

export const presentFreeTime = (slot: FreeSlot): FreeTime => ({
  practitionerId: slot.practitionerId,
  poolId: slot.poolId,
  departmentId: slot.departmentId,
  people: 1,
  startAt: new Date(slot.start).toISOString(),
  endAt: new Date(slot.end).toISOString(),
});
