import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { interval, subtract } from '../../../kernel/interval.ts';
import { addDays, dateOf, dayBounds, type EpochMs } from '../../../kernel/zoned-time.ts';
import { bookablePractitioners } from '../finding/bookable-practitioners.ts';
import { loadCalendars } from '../finding/load-calendars.ts';
import { freeSlots } from '../time/availability.ts';
import type { Calendar, FreeSlot } from '../time/roster.ts';
import { bySlot } from '../time/slot-order.ts';
import type { Candidate, LeftHold, Scope } from './candidates.ts';
import { type Match, matchTimes } from './rules.ts';

type Look = {
  scope: Scope;
  /** Earliest start that may be offered. */
  from: EpochMs;
  candidates: readonly Candidate[];
  /** Holds that no longer hold: their time is free for the list. */
  left: readonly LeftHold[];
  most: number;
};

const step = 14 * 86_400_000;

/**
 * Which free time goes to whom, by what the database shows now. Two weeks after the other: each takes the earliest time
 * that fits, so later weeks are read only for those who found none.
 */
export async function findMatches(deps: Deps, tx: Tx, look: Look): Promise<Match<Candidate>[]> {
  const { scope, candidates, most } = look;
  if (candidates.length === 0) return [];
  const people = await bookablePractitioners(tx, {
    ...(scope.departmentId ? { departmentId: scope.departmentId } : { specialtyCode: scope.specialtyCode }),
    practitionerId: scope.practitionerId,
  });
  const ids = people.filter((one) => one.specialtyCode === scope.specialtyCode).map(({ id }) => id);
  const range = await rangeOf(tx, look, [...new Set(people.map(({ department }) => department.id))]);
  const refused = await refusedTimes(tx, candidates);
  const matches: Match<Candidate>[] = [];
  for (let start = range.start; start < range.end && ids.length > 0; start += step) {
    const served = new Set(matches.map(({ waiter }) => waiter.id));
    const rest = candidates.filter(({ id }) => !served.has(id));
    if (rest.length === 0 || matches.length >= most) break;
    const part = { start, end: Math.min(start + step, range.end) };
    const calendars = await loadCalendars(tx, ids, part, deps.clock.now());
    const now = deps.clock.now().getTime();
    const open = new Map<string, FreeSlot[]>();
    const slotsOf = ({ id, asker }: Candidate) => {
      const known = open.get(asker.organisationId);
      const slots =
        known ??
        [...calendars]
          .flatMap(([person, calendar]) =>
            freeSlots(withoutLeft(calendar, person, look.left), {
              range: part,
              now,
              asker,
              modalities: ['video'],
            }),
          )
          .sort(bySlot);
      if (!known) open.set(asker.organisationId, slots);
      return slots.filter((slot) => !refused.has(`${id} ${slot.start}`));
    };
    matches.push(...matchTimes(rest, slotsOf, most - matches.length));
  }
  return matches;
}

/** From the earliest that may be offered to the end of the furthest day that a roster or a wish reaches. */
async function rangeOf(tx: Tx, { scope, from, candidates }: Look, departmentIds: string[]) {
  if (scope.range) return { start: Math.max(from, scope.range.start), end: scope.range.end };
  const { _max } = await tx.roster.aggregate({
    where: { departmentId: { in: departmentIds } },
    _max: { furthestDaysAhead: true },
  });
  const last = addDays(dateOf(from), _max.furthestDaysAhead ?? 0);
  const wished = candidates.map(({ untilDay }) => untilDay ?? last);
  const until = wished.reduce((so, day) => (day > so ? day : so), dateOf(from));
  const first = candidates.reduce((so, { fromDay }) => (fromDay < so ? fromDay : so), last);
  return {
    start: Math.max(from, dayBounds(first).start),
    end: dayBounds(until < last ? until : last).end,
  };
}

/** Times that were declined, or let pass, are not offered to the same entry again, with whomever. */
async function refusedTimes(tx: Tx, candidates: readonly Candidate[]): Promise<Set<string>> {
  const offers = await tx.waitingOffer.findMany({
    where: { waitingId: { in: candidates.map(({ id }) => id) }, state: { in: ['declined', 'expired'] } },
    select: { waitingId: true, startAt: true },
  });
  return new Set(offers.map(({ waitingId, startAt }) => `${waitingId} ${startAt.getTime()}`));
}

function withoutLeft(calendar: Calendar, person: string, left: readonly LeftHold[]): Calendar {
  const own = left
    .filter(({ practitionerId }) => practitionerId === person)
    .map(({ blockedFrom, blockedUntil }) => interval(blockedFrom.getTime(), blockedUntil.getTime()));
  return own.length === 0 ? calendar : { ...calendar, blocked: subtract(calendar.blocked, own) };
}
