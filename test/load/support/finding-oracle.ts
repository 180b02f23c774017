import type { Client } from 'pg';
import type { Calendar, Roster } from '../../../server/modules/scheduling/time/roster.ts';
import {
  type BruteOffer,
  bruteForceOffers,
  type WallTable,
  wallTable,
} from '../../support/availability-oracle.ts';
import { accounts, organisations } from '../../support/world.ts';
import { askedAt } from './many-calendars.ts';
import type { Question } from './questions.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** The asking practice's county. */
const countyAgs = '03403';

/**
 * Answers questions about the many calendars by brute force, a day at a time until there are enough times: reads the
 * tables with statements of its own, as the owner, and shares nothing with the finder but types.
 */
export const openOracle = async (client: Client) => {
  const read = async <R>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as R[];
  const people = await readPeople(read);
  const departmentOf = new Map<string, string>();
  for (const { rosters } of people.values()) {
    for (const { poolId, practitionerId, departmentId } of rosters)
      departmentOf.set(poolId ?? practitionerId, departmentId);
  }
  const days = new Map<string, { calendars: Calendar[]; table: WallTable }>();

  const dayOf = async (date: string) => {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const around = { start: noon - 2 * day, end: noon + 2 * day };
    const busy = await read<{ id: string; start: Date; end: Date }>(
      `SELECT practitioner_id AS id, blocked_from AS start, blocked_until AS end FROM booking
       WHERE blocked_from < $2 AND blocked_until > $1 AND (state = 'booked' OR (state = 'held' AND held_until > $3 AND booked_by_id <> $4))`,
      [new Date(around.start), new Date(around.end), askedAt, accounts.physician.id],
    );
    const blocked = Map.groupBy(busy, ({ id }) => id);
    const calendars = [...people].map(([id, hours]) => ({
      ...hours,
      blocked: (blocked.get(id) ?? []).map(({ start, end }) => ({
        start: start.getTime(),
        end: end.getTime(),
      })),
    }));
    return { calendars, table: wallTable('Europe/Berlin', around.start, around.end) };
  };

  return {
    /** The times of the answer as JSON text. */
    answer: async ({ from, until, limit, partOfDay, minutes }: Question): Promise<string> => {
      const found: BruteOffer[] = [];
      for (let at = Date.parse(from); at < Date.parse(until) && found.length < limit; at += day) {
        const date = new Date(at).toISOString().slice(0, 10);
        const { calendars, table } = days.get(date) ?? (await dayOf(date));
        days.set(date, { calendars, table });
        // Winter in all of it: midnight is an hour before UTC's.
        const range = { start: at - hour, end: at + day - hour };
        const asker = { countyAgs, organisationId: organisations.practice.id };
        found.push(
          ...bruteForceOffers(
            calendars,
            { range, now: askedAt.getTime(), asker, modalities: ['video'], partOfDay, minutes },
            () => table,
          ),
        );
      }
      const pools = new Set(
        [...people.values()].flatMap(({ rosters }) => rosters.flatMap(({ poolId }) => poolId ?? [])),
      );
      return JSON.stringify(
        found.slice(0, limit).map(({ start, end, who, people: free }) => ({
          practitionerId: pools.has(who) ? null : who,
          poolId: pools.has(who) ? who : null,
          departmentId: departmentOf.get(who),
          startAt: new Date(start).toISOString(),
          endAt: new Date(end).toISOString(),
          people: free,
        })),
      );
    },
  };
};

type Read = <R>(text: string, values?: unknown[]) => Promise<R[]>;
type Hours = Omit<Calendar, 'blocked'>;

async function readPeople(read: Read): Promise<Map<string, Hours>> {
  const rosters =
    await read<Roster>(`SELECT r.id, r.department_id AS "departmentId", c.id AS "practitionerId", r.pool_id AS "poolId",
      weekday, from_time AS "fromTime", until_time AS "untilTime", zone, slot_minutes AS "slotMinutes",
      buffer_before_minutes AS "bufferBeforeMinutes", buffer_after_minutes AS "bufferAfterMinutes",
      minimum_notice_minutes AS "minimumNoticeMinutes", furthest_days_ahead AS "furthestDaysAhead",
      valid_from::text AS "validFrom", valid_until::text AS "validUntil", week_pattern AS "weekPattern", modality,
      coalesce(audience_counties, '{}') AS "audienceCounties", coalesce(audience_organisations, '{}') AS "audienceOrganisations"
    FROM (SELECT practitioner_id AS id, id AS roster FROM roster UNION ALL
      SELECT m.practitioner_id, r.id FROM roster r JOIN pool_member m ON m.pool_id = r.pool_id) c
    JOIN crowd USING (id) JOIN roster r ON r.id = c.roster`);
  const overrides = await read<Calendar['overrides'][number] & { id: string }>(
    `SELECT practitioner_id AS id, day::text, department_id AS "departmentId", intervals FROM roster_override`,
  );
  const absences = await read<{ id: string; start: Date; end: Date }>(
    `SELECT practitioner_id AS id, start_at AS start, end_at AS end FROM absence`,
  );
  const byPerson = {
    rosters: Map.groupBy(rosters, ({ practitionerId }) => practitionerId),
    overrides: Map.groupBy(overrides, ({ id }) => id),
    absences: Map.groupBy(absences, ({ id }) => id),
  };
  return new Map(
    [...byPerson.rosters].map(([id, own]) => [
      id,
      {
        rosters: own,
        overrides: byPerson.overrides.get(id) ?? [],
        absences: (byPerson.absences.get(id) ?? []).map(({ start, end }) => ({
          start: start.getTime(),
          end: end.getTime(),
        })),
      },
    ]),
  );
}
