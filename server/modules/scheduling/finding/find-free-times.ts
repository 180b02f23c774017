import type { Actor } from '../../../kernel/actor.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { forbidden, invalid } from '../../../kernel/errors.ts';
import type { Input, Reply } from '../../../kernel/wire.ts';
import { addDays, dateOf, dayBounds, wallClock } from '../../../kernel/zoned-time.ts';
import type { findFreeTimes as endpoint } from '../contract.ts';
import { maySeeFreeTimes } from '../policy.ts';
import type { FreeSlot } from '../time/roster.ts';
import { bookablePractitioners } from './bookable-practitioners.ts';
import { checkRange } from './check-range.ts';
import { openFreeFinder, presentFreeTime } from './free-finder.ts';

type Asked = Input<typeof endpoint>;

/** Free times by specialty, department or practitioner; see the endpoint. */
export async function findFreeTimes(deps: Deps, actor: Actor, input: Asked): Promise<Reply<typeof endpoint>> {
  if (!maySeeFreeTimes(actor)) throw forbidden();
  const by = {
    specialtyCode: input.specialtyCode,
    departmentId: input.departmentId,
    practitionerId: input.practitionerId,
  };
  if (Object.values(by).filter(Boolean).length !== 1) {
    throw invalid('choose_one', { fields: { specialtyCode: 'choose_one' } });
  }
  const now = deps.clock.now();
  const from = input.from ?? dateOf(now.getTime());
  const until = input.until ?? addDays(from, 14);
  checkRange(from, until, 62);
  return deps.db.as(actor, async (tx) => {
    const practitioners = await bookablePractitioners(tx, by);
    const range = { start: dayBounds(from).start, end: dayBounds(until).start };
    const finder = await openFreeFinder(
      tx,
      actor,
      practitioners.map(({ id }) => id),
      range.start,
      now,
    );
    const wanted = (slot: FreeSlot) => !input.partOfDay || partOfDay(slot.start) === input.partOfDay;
    const all = finder.within(range).filter(wanted);
    const perDay = input.perDay === undefined ? all : firstPerDay(all, input.perDay);
    const times = perDay.slice(0, input.limit);
    const after =
      all.length > 0 ? [] : finder.within({ start: range.end, end: finder.horizon }).filter(wanted);
    return {
      from,
      until,
      times: times.map(presentFreeTime),
      practitioners,
      pools: [],
      more: times.length < all.length,
      nextAfter: after[0] ? presentFreeTime(after[0]) : null,
      nothing: null,
    };
  });
}

/** By the start on the region's clock. */
function partOfDay(start: number): NonNullable<Asked['partOfDay']> {
  const { time } = wallClock(start);
  if (time < '12:00') return 'morning';
  return time < '17:00' ? 'afternoon' : 'evening';
}

function firstPerDay(slots: readonly FreeSlot[], most: number): FreeSlot[] {
  const taken = new Map<string, number>();
  return slots.filter((slot) => {
    const day = dateOf(slot.start);
    const so = taken.get(day) ?? 0;
    taken.set(day, so + 1);
    return so < most;
  });
}
