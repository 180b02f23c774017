import type { Tx } from '../../../kernel/db.ts';
import { overlapFinder } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds, type EpochMs, type LocalDate } from '../../../kernel/zoned-time.ts';
import { groupOffers, type OfferGroup, type Offers } from '../time/candidates.ts';
import { isPublicHoliday } from '../time/public-holidays.ts';
import type { Hours } from '../time/roster.ts';
import { windowsOn, zonesOf } from '../time/windows.ts';
import { type Bookable, bookablePractitioners } from './bookable-practitioners.ts';
import type { AskedDepartment } from './departments-asked.ts';
import { loadHours } from './load-hours.ts';

/** Who can be booked in a department, and when they give consultations; what is taken is not in it. */
export type DepartmentPlan = {
  people: readonly Bookable[];
  pools: readonly { id: string; name: string; people: number }[];
  /** Of each of them, by practitioner. */
  hours: ReadonlyMap<string, Hours>;
  offers: Offers;
  /** So many days ahead the roster that reaches furthest lets book. */
  furthestDays: number;
};

type Versioned = Pick<AskedDepartment, 'id' | 'version'>;
type Kept = { plan: DepartmentPlan; version: bigint; since: EpochMs };

/** In the order of their last use; so many people in all. A person's plan takes some 20 kB when two months were asked for. */
const kept = new Map<string, Kept>();
const mostPeople = 4_000;
const mostDays = 64;

/**
 * The plans of departments. What this process has read before is used again while the department's version in the
 * database is the same in this transaction: versions are drawn at random by triggers with every change of the plan
 * (or of who can be booked) and never come twice, so what has the same version says the same, whoever read it.
 * One that is not known takes seven queries, all unknown ones together.
 */
export async function departmentPlans(
  tx: Tx,
  departments: readonly Versioned[],
  now: Date,
): Promise<Map<string, DepartmentPlan>> {
  // Nights that began yesterday reach into today.
  const since = dayBounds(addDays(dateOf(now.getTime()), -2)).start;
  const plans = new Map<string, DepartmentPlan>();
  const unknown: Versioned[] = [];
  for (const department of departments) {
    const known = kept.get(department.id);
    if (known && known.version === department.version && known.since <= since) {
      plans.set(department.id, known.plan);
      kept.delete(department.id);
      kept.set(department.id, known);
    } else unknown.push(department);
  }
  if (unknown.length === 0) return plans;
  const read = await readPlans(tx, unknown, since);
  for (const { id, version } of unknown) {
    const plan = read.get(id);
    if (!plan) continue;
    plans.set(id, plan);
    kept.delete(id);
    if (version !== null) kept.set(id, { plan, version, since });
  }
  forgetOldest();
  return plans;
}

function forgetOldest(): void {
  let people = [...kept.values()].reduce((sum, { plan }) => sum + plan.people.length, 0);
  for (const [id, { plan }] of kept) {
    if (people <= mostPeople) return;
    kept.delete(id);
    people -= plan.people.length;
  }
}

async function readPlans(
  tx: Tx,
  departments: readonly Versioned[],
  since: EpochMs,
): Promise<Map<string, DepartmentPlan>> {
  const ids = departments.map(({ id }) => id);
  const people = await bookablePractitioners(tx, { departmentIds: ids });
  const hours = await loadHours(
    tx,
    people.map(({ id }) => id),
    { start: since, end: null },
    { from: dateOf(since), until: null },
  );
  const pools = await tx.pool.findMany({
    where: { departmentId: { in: ids }, active: true },
    select: { id: true, name: true, departmentId: true, members: { select: { practitionerId: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return new Map(
    ids.map((id) => {
      const own = people.filter(({ department }) => department.id === id);
      const members = new Set(own.map((one) => one.id));
      const team = own.flatMap((one) => hours.get(one.id) ?? []);
      return [
        id,
        {
          people: own,
          pools: pools
            .filter(({ departmentId }) => departmentId === id)
            .map((pool) => ({
              id: pool.id,
              name: pool.name,
              people: pool.members.filter((one) => members.has(one.practitionerId)).length,
            })),
          hours: new Map(own.flatMap((one) => [[one.id, hours.get(one.id) ?? noHours] as const])),
          offers: offersOf(team),
          furthestDays: Math.max(
            0,
            ...team.map(({ rosters }) => Math.max(0, ...rosters.map((one) => one.furthestDaysAhead))),
          ),
        },
      ];
    }),
  );
}

const noHours: Hours = { rosters: [], overrides: [], absences: [] };

/** The windows of one day are made when the day is first asked for, and kept for the next who asks. */
function offersOf(team: readonly Hours[]): Offers {
  const hours = team.map((one) => ({ one, absent: overlapFinder(one.absences) }));
  const days = new Map<LocalDate, readonly OfferGroup[]>();
  return {
    zones: zonesOf(team.flatMap(({ rosters }) => rosters)),
    on(day) {
      const known = days.get(day);
      if (known) return known;
      const offers = groupOffers(
        hours.flatMap(({ one, absent }) =>
          windowsOn(one, day, isPublicHoliday).map((window) => ({ ...window, absent })),
        ),
      );
      if (days.size >= mostDays) days.delete(days.keys().next().value ?? day);
      days.set(day, offers);
      return offers;
    },
  };
}
