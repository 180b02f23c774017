import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden } from '../../../kernel/errors.ts';
import type { Reply } from '../../../kernel/wire.ts';
import type { nextFreeTimes as endpoint } from '../contract.ts';
import { maySeeFreeTimes } from '../policy.ts';
import type { FreeSlot } from '../time/roster.ts';
import { type Bookable, bookablePractitioners } from './bookable-practitioners.ts';
import { type FreeFinder, openFreeFinder, presentFreeTime } from './free-finder.ts';

const step = 7 * 86_400_000;

/** Every specialty that a department offers with its next free time, or null when its rosters have none. */
export async function nextFreeTimes(deps: Deps, actor: Actor): Promise<Reply<typeof endpoint>> {
  if (!maySeeFreeTimes(actor)) throw forbidden();
  const now = deps.clock.now();
  return deps.db.as(actor, async (tx) => {
    const practitioners = await bookablePractitioners(tx, {});
    const finder = await openFreeFinder(
      tx,
      actor,
      practitioners.map(({ id }) => id),
      now.getTime(),
      now,
    );
    const specialties = await tx.specialty.findMany({
      where: { departments: { some: { active: true } } },
      orderBy: { nameDe: 'asc' },
    });
    return {
      specialties: specialties.map(({ code, nameDe, nameEn }) => {
        const team = practitioners.filter((one) => one.specialtyCode === code);
        const next = firstFree(finder, team, now.getTime());
        return { code, nameDe, nameEn, next: next && presentFreeTime(next), departments: [] };
      }),
    };
  });
}

/** Week by week: most specialties have a time in the first, and the rest of the rosters need no look. */
function firstFree(finder: FreeFinder, team: readonly Bookable[], from: number): FreeSlot | null {
  const ids = team.map(({ id }) => id);
  for (let start = from; start < finder.horizon; start += step) {
    const [first] = finder.within({ start, end: Math.min(start + step, finder.horizon) }, ids);
    if (first) return first;
  }
  return null;
}
