import type { Prisma } from '../../../kernel/generated/client.ts';
import { intervalsOf, toRoster } from '../finding/load-hours.ts';
import type { Pool } from '../pool-contract.ts';
import type { Absence, Override, Roster, RosterFields } from '../roster-contract.ts';
import type { Roster as Row } from '../time/roster.ts';

export function presentRoster(stored: Prisma.RosterGetPayload<object>): Roster {
  const row = toRoster(stored);
  return {
    id: row.id,
    practitionerId: stored.practitionerId,
    poolId: stored.poolId,
    weekday: row.weekday,
    from: row.fromTime,
    until: row.untilTime,
    slotMinutes: row.slotMinutes,
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    minimumNoticeMinutes: row.minimumNoticeMinutes,
    furthestDaysAhead: row.furthestDaysAhead,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    weekPattern: row.weekPattern,
    modality: row.modality,
    audienceCounties: [...row.audienceCounties],
    audienceOrganisations: [...row.audienceOrganisations],
  };
}

/** Entered fields as the rules read a roster. */
export function asRoster(id: string, departmentId: string, entered: RosterFields): Row {
  const { from, until, practitionerId, ...rest } = entered;
  return {
    ...rest,
    practitionerId: practitionerId ?? '',
    id,
    departmentId,
    fromTime: from,
    untilTime: until,
    zone: 'Europe/Berlin',
  };
}

export const presentPool = (row: {
  id: string;
  name: string;
  members: { practitionerId: string }[];
}): Pool => ({
  id: row.id,
  name: row.name,
  members: row.members.map(({ practitionerId }) => practitionerId).sort(),
});

export const presentOverride = (row: Prisma.RosterOverrideGetPayload<object>): Override => ({
  id: row.id,
  practitionerId: row.practitionerId,
  day: row.day.toISOString().slice(0, 10),
  intervals: intervalsOf(row.intervals),
});

export const presentAbsence = (row: Prisma.AbsenceGetPayload<object>): Absence => ({
  id: row.id,
  practitionerId: row.practitionerId,
  startAt: row.startAt.toISOString(),
  endAt: row.endAt.toISOString(),
  reason: row.reason,
});
