import type { TestDatabase } from '../../support/database.ts';

/** E-mail addresses of who is on call first in a department now, and of another specialist there. */
export const onCallIn = async (
  database: TestDatabase,
  specialty: string,
): Promise<{ primary: string; other: string }> => {
  const people = await database.sql<{ email: string; is_primary: boolean }>(
    `SELECT a.email, EXISTS (SELECT FROM on_call_shift s WHERE s.practitioner_id = a.practitioner_id
         AND s.level = 'primary' AND s.start_at <= now() AND s.end_at > now()) AS is_primary
     FROM account a JOIN department d ON d.id = a.department_id
     WHERE a.role = 'specialist' AND d.specialty_code = $1 ORDER BY is_primary DESC, a.email`,
    [specialty],
  );
  const [primary, other] = people;
  if (!primary?.is_primary || !other) throw new Error(`nobody is on call in ${specialty}`);
  return { primary: primary.email, other: other.email };
};
