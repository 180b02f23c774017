import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Interval } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds, type EpochMs } from '../../../kernel/zoned-time.ts';
import type { FreeTime } from '../contract.ts';
import { candidates, type OfferGroup, type Offers } from '../time/candidates.ts';
import type { FreeOffer } from '../time/free-offers.ts';
import type { AvailabilityQuery } from '../time/obstacles.ts';
import type { Asker, FreeSlot } from '../time/roster.ts';
import { whoOf } from '../time/slot-order.ts';
import { type DepartmentPlan, departmentPlans } from './department-plans.ts';
import { type AskedDepartment, departmentsAsked, type Scope } from './departments-asked.ts';
import { firstFree } from './first-free.ts';

/** Whom rosters with an audience look at. */
export async function askerOf(tx: Tx, actor: Pick<Actor, 'organisationId'>): Promise<Asker> {
  const { countyAgs } = await tx.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: { countyAgs: true },
  });
  return { countyAgs, organisationId: actor.organisationId };
}

export type Part = Pick<AvailabilityQuery, 'partOfDay' | 'minutes'>;
export type Wanted = {
  range: Interval;
  count: number;
  /** Of all that was asked for only this department, or this person's or pool's times. */
  departmentId?: string | undefined;
  only?: string | undefined;
};

/** Free video times of what was asked for, as the actor may book them. */
export type FreeFinder = {
  departments: readonly (AskedDepartment & { plan: DepartmentPlan })[];
  /** The windows behind the times, and how they are asked for. */
  offers: Offers;
  query: Omit<AvailabilityQuery, 'range'>;
  /** The first `count` (or some more) free times of each range, in the order of `bySlot`; see `firstFree`. */
  first(wanted: readonly Wanted[]): Promise<FreeOffer[][]>;
  /** The end of the furthest day on which any of the rosters lets book. */
  horizon: EpochMs;
};

/**
 * Gets ready to find free times: one statement when the departments' plans are known to this process and have not
 * changed, see `departmentPlans`.
 */
export async function openFinder(
  tx: Tx,
  actor: Actor,
  scope: Scope,
  now: Date,
  part: Part = {},
): Promise<FreeFinder> {
  const { asker, departments } = await departmentsAsked(tx, actor, scope);
  const plans = await departmentPlans(tx, departments, now);
  const found = departments.flatMap((one) => {
    const plan = plans.get(one.id);
    return plan ? [{ ...one, plan }] : [];
  });
  // A department looks at its own hours whomever they are open to.
  const isOwn = departments.every(({ id }) => id === actor.departmentId);
  const query = {
    now: now.getTime(),
    ...(isOwn ? {} : { asker }),
    modalities: ['video'] as const,
    ...part,
    // Hours of a pool name nobody: who is asked for by name offers the own ones.
    ...(scope.poolId ? { poolId: scope.poolId } : scope.practitionerId ? { poolId: null } : {}),
  };
  const offersOf = (departmentId?: string, only = scope.practitionerId) =>
    together(
      found
        .filter(({ id }) => departmentId === undefined || id === departmentId)
        .map(({ plan }) => plan.offers),
      only,
    );
  const furthest = Math.max(0, ...found.map(({ plan }) => plan.furthestDays));
  const horizon = dayBounds(addDays(dateOf(now.getTime()), furthest)).end;
  return {
    departments: found,
    offers: offersOf(),
    query,
    horizon,
    first: (wanted) =>
      firstFree(
        tx,
        wanted.map(({ range, count, departmentId, only }) => ({
          walk: candidates(offersOf(departmentId, only), {
            ...query,
            range: { start: range.start, end: Math.min(range.end, horizon) },
          }),
          wanted: count,
        })),
        now,
      ),
  };
}

/** @param only a person's or a pool's */
function together(all: readonly Offers[], only: string | undefined): Offers {
  const ofOne = (group: OfferGroup): OfferGroup[] => {
    const [first, ...rest] = group.filter(({ roster }) => whoOf(roster) === only);
    return first ? [[first, ...rest]] : [];
  };
  return {
    on(day) {
      const groups = all.flatMap((one) => one.on(day));
      return only === undefined ? groups : groups.flatMap(ofOne);
    },
    zones: [...new Set(all.flatMap(({ zones }) => zones))],
  };
}

export const presentOffer = ({ slot, people }: FreeOffer): FreeTime => ({
  practitionerId: slot.poolId === null ? slot.practitionerId : null,
  poolId: slot.poolId,
  departmentId: slot.departmentId,
  startAt: new Date(slot.start).toISOString(),
  endAt: new Date(slot.end).toISOString(),
  people,
});

/** A time of the person whose it is, also where a pool assigned it. */
export const presentFreeTime = (slot: FreeSlot): FreeTime => ({
  ...presentOffer({ slot, people: 1 }),
  practitionerId: slot.practitionerId,
});
