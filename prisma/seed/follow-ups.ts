import type { Prisma } from '../../server/kernel/generated/client.ts';
import { addDays, dateOf, instantOf, weekdayOf } from '../../server/kernel/zoned-time.ts';
import { isPublicHoliday } from '../../server/modules/scheduling/index.ts';
import type { Case } from './history.ts';
import { idOf } from './ids.ts';
import { practices } from './organisations.ts';
import { pool } from './pool.ts';
import { bookingOf } from './rows.ts';

const minute = 60_000;
const count = 4;

/**
 * The times of one series: every other Monday at 13:00 in the pool's hours, as follow-ups of a consultation that the
 * first practice had with a cardiologist. None when there was no such consultation.
 */
export function followUps(now: Date, history: readonly Case[]): Case[] {
  const followed = followedUp(history);
  if (!followed) return [];
  const today = dateOf(now.getTime());
  const monday = addDays(today, 15 - weekdayOf(today));
  const days = Array.from({ length: 2 * count }, (_, at) => addDays(monday, 14 * at));
  return days
    .filter((day) => !isPublicHoliday(day))
    .slice(0, count)
    .map((day, at) => ({
      ...followed,
      id: idOf(`request follow-up ${at + 1}`),
      at: new Date(instantOf(day, '13:00')),
      asked: new Date(now.getTime() - (60 - at) * minute),
      outcome: 'planned',
    }));
}

const followedUp = (history: readonly Case[]): Case | undefined =>
  history.findLast(
    (one) =>
      one.kind === 'scheduled' &&
      one.outcome === 'answered' &&
      one.departmentId === pool.departmentId &&
      one.requester.organisationId === practices[0]?.id,
  );

export function seriesOf(
  times: readonly Case[],
  history: readonly Case[],
): Prisma.BookingSeriesCreateManyInput[] {
  const [first] = times;
  const followed = followedUp(history);
  if (!first || !followed) return [];
  return [
    {
      id: idOf('series'),
      organisationId: first.requester.organisationId,
      departmentId: first.departmentId,
      followUpOf: followed.id,
      everyWeeks: 2,
      count: times.length,
      firstStartAt: first.at,
      bookedById: first.requester.id,
      createdAt: first.asked,
    },
  ];
}

export const bookingInSeries = (one: Case, at: number): Prisma.BookingCreateManyInput => ({
  ...bookingOf(one),
  poolId: pool.id,
  seriesId: idOf('series'),
  seriesIndex: at + 1,
});
