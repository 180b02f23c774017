import { wallClock, weekdayOf } from '../../../server/kernel/zoned-time.ts';
import type { TestDatabase } from '../../support/database.ts';

const minute = 60_000;

/**
 * Gives a specialist one free time that begins in a few minutes, so that a consultation can be booked and held in
 * one go, whatever the hour, the weekday or the holiday on which the test runs: a single day's roster (holidays do
 * not touch these) with a weekly one of no notice behind it. What is booked there already goes.
 * @returns start of that time
 */
export const openTimeSoon = async (database: TestDatabase, email: string): Promise<Date> => {
  const start = new Date(Math.ceil(Date.now() / minute) * minute + 6 * minute);
  const until = wallClock(start.getTime() + 20 * minute).time;
  const { date, time } = wallClock(start.getTime());
  const [who] = await database.sql<{ practitioner: string; department: string }>(
    'SELECT practitioner_id AS practitioner, department_id AS department FROM account WHERE email = $1',
    [email],
  );
  if (!who) throw new Error(`no account ${email}`);
  const { practitioner, department } = who;
  await database.sql(
    `WITH gone AS (
       UPDATE booking SET state = 'cancelled', cancelled_at = now()
       WHERE practitioner_id = $1 AND state IN ('booked', 'held')
         AND start_at BETWEEN now() - interval '2 hours' AND now() + interval '2 hours' RETURNING request_id)
     UPDATE consult_request SET status = 'cancelled' WHERE id IN (SELECT request_id FROM gone)`,
    [practitioner],
  );
  // The earliest of the day, so that its settings count for the single day.
  await database.sql(
    `INSERT INTO roster (department_id, practitioner_id, weekday, from_time, until_time, slot_minutes,
       minimum_notice_minutes, valid_from, audience_counties, audience_organisations)
     VALUES ($1, $2, $3, '00:00', '00:01', 20, 0, $4, '{}', '{}')`,
    [department, practitioner, weekdayOf(date), date],
  );
  await database.sql(
    'INSERT INTO roster_override (department_id, practitioner_id, day, intervals) VALUES ($1, $2, $3, $4)',
    [department, practitioner, date, JSON.stringify([{ from: time, until }])],
  );
  return start;
};
