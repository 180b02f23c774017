import {
  addDays,
  instantOf,
  type LocalDate,
  wallClock,
  weekdayOf,
} from '../../../server/kernel/zoned-time.ts';
import type { TestDatabase } from '../../support/database.ts';

export type Person = { id: string; name: string };
export type Noon = { day: LocalDate; team: Person[]; at: (time: string) => string };

/**
 * Gives all cardiologists hours from 12:00 to 14:00 on a Wednesday some weeks ahead, when nothing else is planned:
 * single days' rosters, which holidays do not touch; what is booked on that day goes. Their times: 12:00, 12:25, 12:50, 13:15 and 13:40. Nobody on the
 * waiting list wishes for them.
 */
export const openTeamNoon = async (database: TestDatabase, weeksAhead: number): Promise<Noon> => {
  const today = wallClock(Date.now()).date;
  const day = addDays(today, weeksAhead * 7 + 3 - weekdayOf(today));
  const team = await database.sql<Person>(
    `SELECT p.id, trim(concat_ws(' ', nullif(p.title, ''), p.given_name, p.family_name)) AS name
       FROM practitioner p JOIN department d ON d.id = p.department_id
      WHERE d.specialty_code = 'cardiology' AND p.active ORDER BY p.family_name`,
  );
  await database.sql(
    `WITH gone AS (
       UPDATE booking SET state = 'cancelled', cancelled_at = now()
       WHERE practitioner_id = ANY ($1) AND state IN ('booked', 'held') AND start_at BETWEEN $2 AND $3
       RETURNING request_id)
     UPDATE consult_request SET status = 'cancelled' WHERE id IN (SELECT request_id FROM gone)`,
    [
      team.map(({ id }) => id),
      new Date(instantOf(day, '00:00')),
      new Date(instantOf(addDays(day, 1), '00:00')),
    ],
  );
  for (const { id } of team) {
    await database.sql(
      `INSERT INTO roster_override (department_id, practitioner_id, day, intervals)
       SELECT department_id, id, $2, $3 FROM practitioner WHERE id = $1`,
      [id, day, JSON.stringify([{ from: '12:00', until: '14:00' }])],
    );
  }
  return { day, team, at: (time) => new Date(instantOf(day, time)).toISOString() };
};

export type Stored = {
  id: string;
  practitioner: string;
  start: Date;
  state: string;
  sequence: number;
  reason: string | null;
};

/** How a request's booking stands in the database. */
export const bookingOf = async (database: TestDatabase, requestId: string): Promise<Stored> => {
  const [row] = await database.sql<Stored>(
    `SELECT id, practitioner_id AS practitioner, start_at AS start, state, sequence, overbook_reason AS reason
       FROM booking WHERE request_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [requestId],
  );
  if (!row) throw new Error('nothing is booked');
  return row;
};
