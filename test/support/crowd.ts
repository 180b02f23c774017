import { hashOf, newToken } from '../../server/modules/identity/tokens.ts';
import type { MortalCluster } from './mortal-cluster.ts';
import { departments, organisations } from './world.ts';

/** Somebody at a practice who is signed in, and a patient whom the practice keeps. */
export type Caller = { accountId: string; patientId: string; headers: Record<string, string> };
type Into = { cluster: MortalCluster; database: string };

/** So many assistants of the two practices of `world.ts`, each with a session as a sign-in would have opened it. */
export const makeCallers = async ({ cluster, database }: Into, count: number): Promise<Caller[]> => {
  const practices = [organisations.practice.id, organisations.otherPractice.id];
  const accounts = await cluster.admin<{ id: string; organisation_id: string }>(
    database,
    `INSERT INTO account (email, password_hash, role, display_name, organisation_id)
     SELECT 'crowd' || n || '@test.telkonnet.example', 'none', 'assistant', 'Crowd ' || n, ($2::uuid[])[1 + n % 2]
     FROM generate_series(1, $1) n RETURNING id, organisation_id`,
    [count, practices],
  );
  const patients = await cluster.admin<{ id: string; organisation_id: string }>(
    database,
    `INSERT INTO patient (organisation_id, family_name, given_name, birth_date, sex, kvnr)
     SELECT o, 'Buchfeld', 'Berta', '1948-07-01', 'female', 'C' || lpad(n::text, 9, '0')
     FROM unnest($1::uuid[]) o, generate_series(1, $2) n RETURNING id, organisation_id`,
    [practices, count],
  );
  const callers = accounts.map((account) => {
    const at = patients.findIndex((patient) => patient.organisation_id === account.organisation_id);
    const [patient] = patients.splice(at, 1);
    return { accountId: account.id, patientId: patient?.id ?? '', token: newToken(), csrf: newToken() };
  });
  await cluster.admin(
    database,
    `INSERT INTO session (token_hash, account_id, csrf_token, expires_at)
     SELECT t, a, c, now() + interval '12 hours' FROM unnest($1::text[], $2::uuid[], $3::text[]) AS s (t, a, c)`,
    [
      callers.map(({ token }) => hashOf(token)),
      callers.map(({ accountId }) => accountId),
      callers.map(({ csrf }) => csrf),
    ],
  );
  return callers.map(({ accountId, patientId, token, csrf }) => ({
    accountId,
    patientId,
    // A server for practice (NODE_ENV=production) names the cookie so.
    headers: { cookie: `__Host-telkonnet=${token}`, 'x-csrf-token': csrf },
  }));
};

/** So many physicians of the cardiology with the same weekly hours: every workday 8:00 to 18:00, in slots of 20 minutes. */
export const makeSpecialists = async ({ cluster, database }: Into, count: number): Promise<string[]> => {
  const rows = await cluster.admin<{ id: string }>(
    database,
    `INSERT INTO practitioner (organisation_id, department_id, given_name, family_name)
     SELECT $1, $2, 'Test', 'Herz ' || n FROM generate_series(1, $3) n RETURNING id`,
    [organisations.hospital.id, departments.cardiology.id, count],
  );
  const ids = rows.map(({ id }) => id);
  await cluster.admin(
    database,
    `INSERT INTO roster (department_id, practitioner_id, weekday, from_time, until_time, slot_minutes,
       furthest_days_ahead, valid_from)
     SELECT $1, p, weekday, '08:00', '18:00', 20, 120, '2026-01-01'
     FROM unnest($2::uuid[]) p, generate_series(1, 5) weekday`,
    [departments.cardiology.id, ids],
  );
  return ids;
};
