/** Who of the waiting list is offered which time. Pure and browser-safe. */
import { overlaps } from '../../../kernel/interval.ts';
import { addDays, dateOf, type EpochMs, type LocalDate, weekdayOf } from '../../../kernel/zoned-time.ts';
import { isInPart, type PartOfDay, partsOfDay } from '../time/part-of-day.ts';
import type { FreeSlot } from '../time/roster.ts';

export type Wishes = {
  /** Null = any department of the specialty. */
  departmentId: string | null;
  /** Null = anybody; then pools, too. */
  practitionerId: string | null;
  fromDay: LocalDate;
  /** Last day, included; null = open. */
  untilDay: LocalDate | null;
  /** Empty = any. */
  partsOfDay: readonly PartOfDay[];
  /** ISO: 1 = Monday; empty = any. */
  weekdays: readonly number[];
};

export const urgencies = ['immediate', 'urgent', 'today', 'routine'] as const;
export type Waiter = Wishes & {
  id: string;
  urgency: (typeof urgencies)[number];
  since: EpochMs;
};

/** Medical urgency first, then who has waited longer. Total, so that every look offers alike. */
export const waitingOrder = (a: Waiter, b: Waiter): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
  a.since - b.since ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

type Time = Pick<FreeSlot, 'start' | 'departmentId' | 'practitionerId' | 'poolId'>;

type OnTheWall = { day: LocalDate; weekday: number; part: PartOfDay | undefined };

// One start is held against the wish of everybody who waits; kept small so that it cannot grow.
const known = new Map<EpochMs, OnTheWall>();

function onTheWall(start: EpochMs): OnTheWall {
  const found = known.get(start);
  if (found) return found;
  const day = dateOf(start);
  const shown = { day, weekday: weekdayOf(day), part: partsOfDay.find((part) => isInPart(start, part)) };
  if (known.size >= 4_096) known.clear();
  known.set(start, shown);
  return shown;
}

/** Does a time answer the wish? Hours of a pool are nobody's own: who wishes for one person gets that person's. */
export function fits(wish: Wishes, time: Time): boolean {
  const { day, weekday, part } = onTheWall(time.start);
  return (
    (wish.departmentId === null || wish.departmentId === time.departmentId) &&
    (wish.practitionerId === null || (wish.practitionerId === time.practitionerId && time.poolId === null)) &&
    wish.fromDay <= day &&
    (wish.untilDay === null || day <= wish.untilDay) &&
    (wish.weekdays.length === 0 || wish.weekdays.includes(weekday)) &&
    (wish.partsOfDay.length === 0 || (part !== undefined && wish.partsOfDay.includes(part)))
  );
}

const meet = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Is there a time from `today` on that both could be offered? */
export function compete(a: Wishes, b: Wishes, today: LocalDate): boolean {
  if (!agree(a.departmentId, b.departmentId) || !agree(a.practitionerId, b.practitionerId)) return false;
  if (!meet(a.partsOfDay, b.partsOfDay)) return false;
  const first = [a.fromDay, b.fromDay, today].reduce((so, day) => (day > so ? day : so));
  // Within a week every weekday has come.
  return Array.from({ length: 7 }, (_, at) => addDays(first, at)).some(
    (day) =>
      [a, b].every(({ untilDay }) => untilDay === null || day <= untilDay) &&
      [a, b].every(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekdayOf(day))),
  );
}

/** From 1: how many stand before it among those that a time of its wish could go to, itself included. */
export const placeOf = (own: Waiter, queue: readonly Waiter[], today: LocalDate): number =>
  1 +
  queue.filter((other) => other.id !== own.id && waitingOrder(other, own) < 0 && compete(own, other, today))
    .length;

export type Match<W extends Waiter> = { waiter: W; slot: FreeSlot };

/**
 * Which free time goes to whom: each in turn gets the earliest that fits, if any; none goes to two.
 * @param slotsOf times that are open to one of them and were not refused before, by start
 */
export function matchTimes<W extends Waiter>(
  waiting: readonly W[],
  slotsOf: (waiter: W) => readonly FreeSlot[],
  most: number,
): Match<W>[] {
  const matches: Match<W>[] = [];
  for (const waiter of [...waiting].sort(waitingOrder)) {
    if (matches.length >= most) break;
    const slot = slotsOf(waiter).find(
      (one) => fits(waiter, one) && !matches.some((so) => clash(so.slot, one)),
    );
    if (slot) matches.push({ waiter, slot });
  }
  return matches;
}

const clash = (a: FreeSlot, b: FreeSlot): boolean =>
  a.practitionerId === b.practitionerId &&
  overlaps({ start: a.blockedFrom, end: a.blockedUntil }, { start: b.blockedFrom, end: b.blockedUntil });
