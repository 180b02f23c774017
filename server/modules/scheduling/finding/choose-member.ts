import type { Tx } from '../../../kernel/db.ts';
import { notFound } from '../../../kernel/errors.ts';
import { serialiseAll } from '../../../kernel/lock.ts';
import type { EpochMs } from '../../../kernel/zoned-time.ts';
import { assignFrom, type PoolLoad } from '../time/assign.ts';
import { judgeStart, type Obstacle, type StartVerdict } from '../time/availability.ts';
import { monthBounds, monthOf } from '../time/month.ts';
import type { Asker, Calendar, Modality } from '../time/roster.ts';
import { loadCalendars } from './load-calendars.ts';

export type AskedFor = {
  /** Left out: whatever the audience, for the department itself. */
  asker?: Asker | undefined;
  now: Date;
  /** Left out: video. */
  modalities?: readonly Modality[] | undefined;
  /** A booking that is no obstacle: the one that is being moved. */
  but?: string | undefined;
  /** How a calendar is to be read, e.g. whatever the notice. */
  seen?: ((calendar: Calendar, practitionerId: string) => Calendar) | undefined;
};

/**
 * Who of a pool gets the time that begins at `start`: the fair choice among those who are free then. Nine queries.
 * The caller serialises by `pool:ID` first: two transactions that choose at once would see the same loads. Here the
 * calendars of all its people are taken for the transaction (`booking:ID`, by id), so that nobody takes the chosen
 * person's time in between.
 * @param exclude people who are not to get it
 * @returns the slot in the chosen person's calendar, or why nobody of the pool has one: `slot_taken` before the rest
 * @throws notFound `pool_not_found`
 */
export async function chooseMember(
  tx: Tx,
  poolId: string,
  start: EpochMs,
  asked: AskedFor,
  exclude: readonly string[] = [],
): Promise<StartVerdict> {
  const people = await peopleOf(tx, poolId);
  await serialiseAll(
    tx,
    people.map((id) => `booking:${id}`),
  );
  const judged = await judgePool(tx, poolId, people, start, asked);
  const free = judged.filter(({ id, verdict }) => 'slot' in verdict && !exclude.includes(id));
  const chosen = assignFrom(
    free.map(({ id }) => id),
    free.length > 1 ? await loadOfPool(tx, poolId, start, asked.now) : [],
  );
  const slot = free.flatMap(({ id, verdict }) =>
    'slot' in verdict && id === chosen ? [verdict.slot] : [],
  )[0];
  return slot ? { slot } : { refused: refusalOf(judged.map(({ verdict }) => verdict)) };
}

/** By id. @throws notFound `pool_not_found` */
async function peopleOf(tx: Tx, poolId: string): Promise<string[]> {
  const pool = await tx.pool.findFirst({
    where: { id: poolId, active: true },
    select: {
      members: {
        where: {
          practitioner: { active: true, organisation: { active: true }, department: { active: true } },
        },
        select: { practitionerId: true },
        orderBy: { practitionerId: 'asc' },
      },
    },
  });
  if (!pool) throw notFound('pool');
  return pool.members.map(({ practitionerId }) => practitionerId);
}

async function judgePool(
  tx: Tx,
  poolId: string,
  people: readonly string[],
  start: EpochMs,
  { asker, now, modalities = ['video'], but, seen = (calendar) => calendar }: AskedFor,
) {
  const range = { start, end: start + 1 };
  const calendars = await loadCalendars(tx, people, range, now, but);
  const query = { range, now: now.getTime(), asker, modalities, poolId };
  return [...calendars].map(([id, calendar]) => ({
    id,
    verdict: judgeStart(seen(calendar, id), start, query),
  }));
}

/** Loads of the pool in the calendar month of `start`, holds included; who has none is missing. */
export async function loadOfPool(tx: Tx, poolId: string, start: EpochMs, now: Date): Promise<PoolLoad[]> {
  const month = monthBounds(monthOf(start));
  const rows = await tx.$queryRaw<{ practitionerId: string; bookings: number; lastAt: Date | null }[]>`
    select practitioner_id::text as "practitionerId", bookings, last_at as "lastAt"
    from pool_load(${poolId}::uuid, ${new Date(month.start)}, ${new Date(month.end)}, ${now})`;
  return rows.map((row) => ({ ...row, lastAt: row.lastAt?.getTime() ?? null }));
}

/** What tells most about a pool of which nobody can: somebody would have been there, had nobody come first. */
const telling: readonly (Obstacle | 'time_outside_roster')[] = [
  'slot_taken',
  'notice_too_short',
  'too_far_ahead',
  'time_past',
  'practitioner_absent',
];

function refusalOf(verdicts: readonly StartVerdict[]): Obstacle | 'time_outside_roster' {
  // Who is left out by `exclude` is free, but not for this: like a time that is taken.
  const refused = verdicts.map((verdict) => ('slot' in verdict ? 'slot_taken' : verdict.refused));
  return telling.find((reason) => refused.includes(reason)) ?? 'time_outside_roster';
}
