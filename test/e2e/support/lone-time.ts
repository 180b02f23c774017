import { addDays, instantOf, wallClock, weekdayOf } from '../../../server/kernel/zoned-time.ts';
import type { TestDatabase } from '../../support/database.ts';

/**
 * Gives a specialist one time on an evening of the week after next, when nobody else of the department has any: a
 * single day's roster, which holidays do not touch, with a weekly one behind it.
 */
export const openLoneEvening = async (
  database: TestDatabase,
  email: string,
): Promise<{ practitionerId: string; startAt: Date }> => {
  const [who] = await database.sql<{ practitioner: string; department: string }>(
    'SELECT practitioner_id AS practitioner, department_id AS department FROM account WHERE email = $1',
    [email],
  );
  if (!who) throw new Error(`no account ${email}`);
  const today = wallClock(Date.now()).date;
  const day = addDays(today, 14 + 3 - weekdayOf(today));
  await database.sql(
    `INSERT INTO roster_override (department_id, practitioner_id, day, intervals) VALUES ($1, $2, $3, $4)
     ON CONFLICT (practitioner_id, day) DO UPDATE SET intervals = EXCLUDED.intervals`,
    [who.department, who.practitioner, day, JSON.stringify([{ from: '19:00', until: '19:20' }])],
  );
  return { practitionerId: who.practitioner, startAt: new Date(instantOf(day, '19:00')) };
};
