import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { addDays, dateOf, dayBounds, daysBetween } from '../../../kernel/zoned-time.ts';
import type { findFreeTimes as endpoint } from '../contract.ts';
import { maySeeFreeTimes } from '../policy.ts';
import type { FreeOffer } from '../time/free-offers.ts';
import { checkRange } from './check-range.ts';
import { explainNothing } from './explain-nothing.ts';
import { type FreeFinder, openFinder, presentOffer } from './free-finder.ts';

type Asked = Input<typeof endpoint>;

/** More people than these are not all named, only those whose times are in the reply. */
const namedAtMost = 200;

/**
 * Free times by specialty, department, practitioner or pool; see the endpoint. Where the departments' plans are known
 * (`departmentPlans`) it takes three or four statements between `begin` and `commit`: who asks, which departments,
 * and for the first twenty times mostly one or two questions what is taken.
 */
export async function findFreeTimes(deps: Deps, actor: Actor, input: Asked): Promise<Reply<typeof endpoint>> {
  if (!maySeeFreeTimes(actor)) throw forbidden();
  const { specialtyCode, departmentId, practitionerId, poolId, countyAgs } = input;
  const by = { specialtyCode, departmentId, practitionerId, poolId };
  if (Object.values(by).filter(Boolean).length !== 1) {
    throw invalid('choose_one', { fields: { specialtyCode: 'choose_one' } });
  }
  const now = deps.clock.now();
  const from = input.from ?? dateOf(now.getTime());
  const until = input.until ?? addDays(from, 14);
  checkRange(from, until, 62);
  const range = { start: dayBounds(from).start, end: dayBounds(until).start };
  return deps.db.as(actor, async (tx) => {
    const part = { partOfDay: input.partOfDay, minutes: input.minutes };
    const finder = await openFinder(tx, actor, { ...by, countyAgs }, now, part);
    const { offers, more } =
      input.perDay === undefined
        ? await earliest(finder, range, input.limit)
        : await firstOfDays(finder, from, until, input.perDay, input.limit);
    const nothing = offers.length > 0 ? null : await explainNothing(tx, finder, range, now);
    const [after = []] = nothing
      ? await finder.first([{ range: { start: range.end, end: finder.horizon }, count: 1 }])
      : [];
    const times = offers.map(presentOffer);
    const nextAfter = after[0] ? presentOffer(after[0]) : null;
    return {
      from,
      until,
      times,
      ...named(finder, by, [...times, ...(nextAfter ? [nextAfter] : [])]),
      more,
      nextAfter,
      nothing,
    };
  });
}

type Found = { offers: FreeOffer[]; more: boolean };

async function earliest(finder: FreeFinder, range: Interval, limit: number): Promise<Found> {
  const [found = []] = await finder.first([{ range, count: limit + 1 }]);
  return { offers: found.slice(0, limit), more: found.length > limit };
}

/** Week by week, the days of one together, until there are enough. */
async function firstOfDays(
  finder: FreeFinder,
  from: string,
  until: string,
  perDay: number,
  limit: number,
): Promise<Found> {
  const offers: FreeOffer[] = [];
  let more = false;
  for (let first = from; first < until && offers.length <= limit; first = addDays(first, 7)) {
    const days = Math.min(7, daysBetween(first, until));
    const found = await finder.first(
      Array.from({ length: days }, (_, at) => ({ range: dayBounds(addDays(first, at)), count: perDay + 1 })),
    );
    more ||= found.some((day) => day.length > perDay);
    offers.push(...found.flatMap((day) => day.slice(0, perDay)));
  }
  return { offers: offers.slice(0, limit), more: more || offers.length > limit };
}

/** The people and pools that could be meant; of very many only those whose times are told. */
function named(
  { departments }: FreeFinder,
  { practitionerId, poolId }: { practitionerId?: string | undefined; poolId?: string | undefined },
  times: readonly { practitionerId: string | null; poolId: string | null }[],
): Pick<Reply<typeof endpoint>, 'practitioners' | 'pools'> {
  const people = departments.flatMap(({ plan }) => plan.people);
  const told = new Set(times.map((time) => time.practitionerId));
  const isMeant = (id: string) =>
    practitionerId ? id === practitionerId : poolId ? false : people.length <= namedAtMost || told.has(id);
  return {
    practitioners: people.filter(({ id }) => isMeant(id)),
    pools: departments.flatMap(({ id, name, specialtyCode, organisationId, organisationName, plan }) =>
      plan.pools
        .filter((pool) => (poolId ? pool.id === poolId : !practitionerId))
        .map((pool) => ({
          ...pool,
          department: { id, name },
          organisation: { id: organisationId, name: organisationName },
          specialtyCode,
        })),
    ),
  };
}
