import { hashOf, newToken } from '../../../server/modules/identity/tokens.ts';
import type { MortalCluster } from '../../support/mortal-cluster.ts';

/** Somebody who is signed in at a server as in use. */
export type Person = { id: string; departmentId: string | null; headers: Record<string, string> };

export type UrgentNetwork = {
  /** Per department: its specialists; the first is on call, the second the deputy, unless the department plans nobody. */
  departments: { id: string; specialty: string; planned: boolean; staff: Person[] }[];
  nurses: Person[];
  /** Residents of the nurses' homes, as many for each. */
  residents: { id: string; nurse: Person }[];
};

const county = '03403';

/**
 * Hospital departments of so many specialists each, every second of which plans nobody to be on call, and care homes
 * with one nurse and so many residents each; everybody has a session.
 */
export async function makeUrgentNetwork(
  cluster: MortalCluster,
  database: string,
  size: { departments: number; staff: number; homes: number; residents: number },
): Promise<UrgentNetwork> {
  const sql = <R extends object>(text: string, values: unknown[] = []) =>
    cluster.admin<R & object>(database, text, values);
  const one = async (text: string, values: unknown[] = []) =>
    ((await sql<{ id: string }>(text, values))[0] ?? { id: '' }).id;
  const hospital = await one(
    `INSERT INTO organisation (kind, name, street, postal_code, city, county_ags, phone, email)
     VALUES ('hospital', 'Klinikum Last', 'Weg 1', '26133', 'Oldenburg', $1, '0441 1', 'last@test.telkonnet.example') RETURNING id`,
    [county],
  );
  const departments: UrgentNetwork['departments'] = [];
  for (let n = 0; n < size.departments; n += 1) {
    const specialty = `last_${n}`;
    const planned = n % 2 === 0;
    await sql(
      `INSERT INTO specialty (code, ihe_code, group_code, name_de, name_en) VALUES ($1, 'LAST', '99', $1, $1)`,
      [specialty],
    );
    const id = await one(
      `INSERT INTO department (organisation_id, specialty_code, name, phone) VALUES ($1, $2, $2, '0441 2') RETURNING id`,
      [hospital, specialty],
    );
    const accounts = await sql<{ id: string }>(
      `WITH p AS (INSERT INTO practitioner (organisation_id, department_id, given_name, family_name)
         SELECT $1, $2, 'Test', $3 || ' ' || n FROM generate_series(1, $4) n RETURNING id, family_name)
       INSERT INTO account (email, password_hash, role, display_name, organisation_id, department_id, practitioner_id)
       SELECT replace(p.family_name, ' ', '.') || '@test.telkonnet.example', 'none', 'specialist', p.family_name, $1, $2, p.id
       FROM p ORDER BY p.family_name RETURNING id`,
      [hospital, id, specialty, size.staff],
    );
    if (planned) {
      await sql(
        `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at)
         SELECT $1, a.practitioner_id, l.level::"OnCallLevel", now() - interval '1 day', now() + interval '30 days'
         FROM (VALUES ($2::uuid, 'primary'), ($3::uuid, 'deputy')) AS l (account, level) JOIN account a ON a.id = l.account`,
        [id, accounts[0]?.id, accounts[1]?.id],
      );
    }
    const staff = await signIn(
      sql,
      accounts.map((account) => ({ id: account.id, departmentId: id })),
    );
    departments.push({ id, specialty, planned, staff });
  }
  const nurses: Person[] = [];
  const residents: UrgentNetwork['residents'] = [];
  for (let n = 0; n < size.homes; n += 1) {
    const home = await one(
      `INSERT INTO organisation (kind, name, street, postal_code, city, county_ags, phone, email)
       VALUES ('care_home', 'Heim ' || $2, 'Weg 1', '26133', 'Oldenburg', $1, '0441 3', 'heim' || $2 || '@test.telkonnet.example') RETURNING id`,
      [county, String(n)],
    );
    const account = await one(
      `INSERT INTO account (email, password_hash, role, display_name, organisation_id)
       VALUES ('pflege' || $2 || '@test.telkonnet.example', 'none', 'nurse', 'Pflege ' || $2, $1) RETURNING id`,
      [home, String(n)],
    );
    const [nurse] = await signIn(sql, [{ id: account, departmentId: null }]);
    if (!nurse) throw new Error('a nurse was not signed in');
    nurses.push(nurse);
    const rows = await sql<{ id: string }>(
      `INSERT INTO patient (organisation_id, family_name, given_name, birth_date, sex, allergies)
       SELECT $1, 'Bewohner', 'Test ' || n, '1938-03-12', 'female', '' FROM generate_series(1, $2) n RETURNING id`,
      [home, size.residents],
    );
    residents.push(...rows.map(({ id }) => ({ id, nurse })));
  }
  return { departments, nurses, residents };
}

type Sql = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

async function signIn(sql: Sql, people: { id: string; departmentId: string | null }[]): Promise<Person[]> {
  const sessions = people.map((person) => ({ ...person, token: newToken(), csrf: newToken() }));
  await sql(
    `INSERT INTO session (token_hash, account_id, csrf_token, expires_at)
     SELECT t, a, c, now() + interval '12 hours' FROM unnest($1::text[], $2::uuid[], $3::text[]) AS s (t, a, c)`,
    [
      sessions.map(({ token }) => hashOf(token)),
      sessions.map(({ id }) => id),
      sessions.map(({ csrf }) => csrf),
    ],
  );
  return sessions.map(({ id, departmentId, token, csrf }) => ({
    id,
    departmentId,
    headers: { cookie: `__Host-telkonnet=${token}`, 'x-csrf-token': csrf },
  }));
}
