import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Interval } from '../../../kernel/interval.ts';
import { addDays, dateOf } from '../../../kernel/zoned-time.ts';
import type { Calendar, Roster, RosterOverride } from '../time/roster.ts';

const margin = 12 * 3_600_000;

type Stored = { practitionerId: string };
type Busy = Stored & { from: Date; until: Date };

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param of whose calendar it stands in, for the roster of a pool */
export const toRoster = (row: Prisma.RosterGetPayload<object>, of = row.practitionerId ?? ''): Roster => ({
  ...row,
  practitionerId: of,
  validFrom: dayOf(row.validFrom),
  validUntil: row.validUntil && dayOf(row.validUntil),
});

export const intervalsOf = (stored: Prisma.JsonValue): { from: string; until: string }[] =>
  Array.isArray(stored) ? (stored as { from: string; until: string }[]) : [];

export const toOverride = (row: Prisma.RosterOverrideGetPayload<object>): RosterOverride => ({
  day: dayOf(row.day),
  departmentId: row.departmentId,
  intervals: intervalsOf(row.intervals),
});

/**
 * Everything that decides when these practitioners are free in a range of instants: four queries, however many
 * they are. A time that the actor holds is free for the actor; holds that have run out hold nothing.
 */
export async function loadCalendars(
  tx: Tx,
  practitionerIds: readonly string[],
  range: Interval,
  now: Date,
): Promise<Map<string, Calendar>> {
  const ids = [...practitionerIds];
  const of = { practitionerId: { in: ids } };
  // What lies just outside may reach in with its length and buffers.
  const [start, end] = [new Date(range.start - margin), new Date(range.end + margin)];
  const rosters = await tx.roster.findMany({ where: of });
  const overrides = await tx.rosterOverride.findMany({
    where: {
      ...of,
      day: { gte: midnight(addDays(dateOf(range.start), -1)), lte: midnight(addDays(dateOf(range.end), 1)) },
    },
  });
  const absences = await tx.absence.findMany({
    where: { ...of, startAt: { lt: end }, endAt: { gt: start } },
  });
  const busy = await tx.$queryRaw<Busy[]>`
    select practitioner_id::text as "practitionerId", blocked_from as "from", blocked_until as "until"
    from busy_time
    where practitioner_id = any(${ids}::uuid[]) and blocked_from < ${end} and blocked_until > ${start}
      and (state = 'booked' or (held_until > ${now} and not own))`;

  const rostersOf = byPractitioner(rosters.map((row) => toRoster(row)));
  const overridesOf = byPractitioner(overrides);
  const absencesOf = byPractitioner(absences);
  const busyOf = byPractitioner(busy);
  return new Map(
    ids.map((id) => [
      id,
      {
        rosters: rostersOf.get(id) ?? [],
        overrides: (overridesOf.get(id) ?? []).map(toOverride),
        absences: (absencesOf.get(id) ?? []).map((row) => span(row.startAt, row.endAt)),
        blocked: (busyOf.get(id) ?? []).map((row) => span(row.from, row.until)),
      },
    ]),
  );
}

const span = (from: Date, until: Date): Interval => ({ start: from.getTime(), end: until.getTime() });

function byPractitioner<T extends Stored>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const list = grouped.get(row.practitionerId);
    if (list) list.push(row);
    else grouped.set(row.practitionerId, [row]);
  }
  return grouped;
}
