/** What a booking would lie on at another time. Pure; the server judges again, buffers and grid included. */
import type { CalendarBooking } from '../../../../server/modules/scheduling/booking-contract.ts';
import { dayOf } from '../../../lib/zone.ts';
import type { Plan } from '../calendar/plan-pieces.ts';

export type Conflict =
  | { is: 'past' }
  | { is: 'taken'; by: CalendarBooking }
  | { is: 'held'; until: string; waiting: boolean }
  | { is: 'absent' }
  | { is: 'holiday'; code: string }
  | { is: 'outside' }
  | { is: 'reserve' };

type Moved = Pick<CalendarBooking, 'id' | 'startAt' | 'endAt'>;
type To = { practitionerId: string; startAt: string };

/**
 * @param booking keeps its length; `id` of none (`''`) for a new one
 * @param plan of a range that holds the new time
 * @param now ms since 1970
 */
export function conflictsOf(plan: Plan, booking: Moved, to: To, now: number): Conflict[] {
  const length = Date.parse(booking.endAt) - Date.parse(booking.startAt);
  const span = {
    startAt: to.startAt,
    endAt: new Date(Date.parse(to.startAt) + length).toISOString(),
  };
  const own = <T extends { practitionerId: string }>(list: readonly T[]) =>
    list.filter((one) => one.practitionerId === to.practitionerId);
  const touching = <T extends { practitionerId: string; startAt: string; endAt: string }>(
    list: readonly T[],
  ) => own(list).filter((one) => one.startAt < span.endAt && span.startAt < one.endAt);
  const found: Conflict[] = [];
  if (Date.parse(to.startAt) <= now) found.push({ is: 'past' });
  const taken = touching(plan.bookings).filter((one) => one.state === 'booked' && one.id !== booking.id);
  found.push(...taken.map((by) => ({ is: 'taken' as const, by })));
  const held = touching(plan.holds).filter(({ heldUntil }) => Date.parse(heldUntil) > now);
  found.push(...held.map(({ heldUntil, waiting }) => ({ is: 'held' as const, until: heldUntil, waiting })));
  if (touching(plan.absences).length > 0) found.push({ is: 'absent' });
  const around = own(plan.bands).filter((band) => band.startAt <= span.startAt && span.endAt <= band.endAt);
  const holiday = plan.holidays.find(({ day }) => day === dayOf(to.startAt));
  if (around.some(({ modality }) => modality === 'video')) return found;
  if (holiday) found.push({ is: 'holiday', code: holiday.code });
  else if (around.some(({ modality }) => modality === 'urgent_reserve')) found.push({ is: 'reserve' });
  else if (!found.some((one) => one.is === 'absent')) found.push({ is: 'outside' });
  return found;
}

type Time = { practitionerId: string | null; startAt: string };

/** The times nearest to an instant, those of the same person first among equals; in order of their start. */
export function nearestTimes<T extends Time>(times: readonly T[], to: To, most: number): T[] {
  const away = (time: T) => Math.abs(Date.parse(time.startAt) - Date.parse(to.startAt));
  const stranger = (time: T) => Number(time.practitionerId !== to.practitionerId);
  return [...times]
    .sort((a, b) => away(a) - away(b) || stranger(a) - stranger(b))
    .slice(0, most)
    .sort((a, b) => a.startAt.localeCompare(b.startAt));
}

/** A hand is not exact: what is let go within this of a free time means that time. */
const about = 20 * 60_000;

type OfPool = Time & { poolId: string | null };

/**
 * The free time that was meant by a drop: the person's own, else one of a pool in which the person is.
 * @param pools of which the person is a member, by id
 * @returns null when none is near
 */
export function meantTime<T extends OfPool>(
  times: readonly T[],
  dropped: To,
  pools: readonly string[],
): T | null {
  const near = times.filter(
    ({ startAt }) => Math.abs(Date.parse(startAt) - Date.parse(dropped.startAt)) <= about,
  );
  const own = near.filter(({ practitionerId }) => practitionerId === dropped.practitionerId);
  const shared = near.filter(({ poolId }) => poolId !== null && pools.includes(poolId));
  return nearestTimes(own, dropped, 1)[0] ?? nearestTimes(shared, dropped, 1)[0] ?? null;
}
