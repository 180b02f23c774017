import type { Tx } from '../../../kernel/db.ts';
import type { Prisma } from '../../../kernel/generated/client.ts';
import type { Interval } from '../../../kernel/interval.ts';
import type { LocalDate } from '../../../kernel/zoned-time.ts';
import type { Hours, Roster, RosterOverride } from '../time/roster.ts';

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param of whose calendar it stands in, for the roster of a pool */
export const toRoster = (row: Prisma.RosterGetPayload<object>, of = row.practitionerId ?? ''): Roster => ({
  id: row.id,
  departmentId: row.departmentId,
  practitionerId: of,
  poolId: row.poolId,
  weekday: row.weekday,
  fromTime: row.fromTime,
  untilTime: row.untilTime,
  zone: row.zone,
  slotMinutes: row.slotMinutes,
  bufferBeforeMinutes: row.bufferBeforeMinutes,
  bufferAfterMinutes: row.bufferAfterMinutes,
  minimumNoticeMinutes: row.minimumNoticeMinutes,
  furthestDaysAhead: row.furthestDaysAhead,
  validFrom: dayOf(row.validFrom),
  validUntil: row.validUntil && dayOf(row.validUntil),
  weekPattern: row.weekPattern,
  modality: row.modality,
  audienceCounties: row.audienceCounties,
  audienceOrganisations: row.audienceOrganisations,
});

export const intervalsOf = (stored: Prisma.JsonValue): { from: string; until: string }[] =>
  Array.isArray(stored) ? (stored as { from: string; until: string }[]) : [];

export const toOverride = (row: Prisma.RosterOverrideGetPayload<object>): RosterOverride => ({
  day: dayOf(row.day),
  departmentId: row.departmentId,
  intervals: intervalsOf(row.intervals),
});

/**
 * When these practitioners give consultations: their own rosters and those of the pools of their department that
 * they are in, with what interrupts them. Four queries, however many they are.
 * @param around absences that touch it
 * @param days overrides from the first day to the last, both included; null = no last
 */
export async function loadHours(
  tx: Tx,
  practitionerIds: readonly string[],
  around: { start: number; end: number | null },
  days: { from: LocalDate; until: LocalDate | null },
): Promise<Map<string, Hours>> {
  const ids = [...practitionerIds];
  const of = { practitionerId: { in: ids } };
  const members = await tx.poolMember.findMany({
    where: { ...of, pool: { active: true } },
    select: {
      poolId: true,
      practitionerId: true,
      pool: { select: { departmentId: true } },
      practitioner: { select: { departmentId: true } },
    },
  });
  // Who has gone to another department is no longer in the pools of the old one.
  const inPool = members.filter(({ pool, practitioner }) => pool.departmentId === practitioner.departmentId);
  const poolIds = [...new Set(inPool.map(({ poolId }) => poolId))];
  const rosters = await tx.roster.findMany({ where: { OR: [of, { poolId: { in: poolIds } }] } });
  const overrides = await tx.rosterOverride.findMany({
    where: {
      ...of,
      day: { gte: midnight(days.from), ...(days.until === null ? {} : { lte: midnight(days.until) }) },
    },
  });
  const absences = await tx.absence.findMany({
    where: {
      ...of,
      endAt: { gt: new Date(around.start) },
      ...(around.end === null ? {} : { startAt: { lt: new Date(around.end) } }),
    },
  });

  const ofPool = Map.groupBy(rosters, (row) => row.poolId);
  const ofPerson = Map.groupBy(rosters, (row) => row.practitionerId);
  const poolsOf = Map.groupBy(inPool, (row) => row.practitionerId);
  const overridesOf = Map.groupBy(overrides, (row) => row.practitionerId);
  const absencesOf = Map.groupBy(absences, (row) => row.practitionerId);
  const rowsOf = (id: string) => [
    ...(ofPerson.get(id) ?? []),
    ...(poolsOf.get(id) ?? []).flatMap(({ poolId }) => ofPool.get(poolId) ?? []),
  ];
  return new Map(
    ids.map((id) => [
      id,
      {
        rosters: rowsOf(id).map((row) => toRoster(row, id)),
        overrides: (overridesOf.get(id) ?? []).map(toOverride),
        absences: (absencesOf.get(id) ?? []).map((row) => span(row.startAt, row.endAt)),
      },
    ]),
  );
}

const span = (from: Date, until: Date): Interval => ({ start: from.getTime(), end: until.getTime() });
