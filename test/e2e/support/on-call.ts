import type { TestDatabase } from '../../support/database.ts';

type Person = { email: string; name: string };

/** Who is on call first in a department now, the deputy, and another than the first. */
export const onCallIn = async (
  database: TestDatabase,
  specialty: string,
): Promise<{ primary: Person; deputy: Person; other: Person }> => {
  const people = await database.sql<Person & { level: 'primary' | 'deputy' | null }>(
    `SELECT a.email, a.display_name AS name, s.level::text AS level FROM account a
     JOIN department d ON d.id = a.department_id
     LEFT JOIN on_call_shift s ON s.practitioner_id = a.practitioner_id AND s.department_id = d.id
       AND s.start_at <= now() AND s.end_at > now()
     WHERE a.role = 'specialist' AND d.specialty_code = $1 ORDER BY a.email`,
    [specialty],
  );
  const primary = people.find(({ level }) => level === 'primary');
  const deputy = people.find(({ level }) => level === 'deputy');
  const other = people.find((person) => person !== primary);
  if (!primary || !deputy || !other) throw new Error(`nobody is on call in ${specialty}`);
  return { primary, deputy, other };
};
