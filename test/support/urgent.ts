import type { TestApp } from './app.ts';
import { departments, organisations, practitioners } from './world.ts';

/** Residents of the two homes of the test network, for urgent requests. */
export const residents = {
  anna: { id: '00000000-0000-8000-8005-000000000001', home: 'careHome', born: '1938-03-12' },
  bruno: { id: '00000000-0000-8000-8005-000000000002', home: 'careHome', born: '1941-11-02' },
  clara: { id: '00000000-0000-8000-8005-000000000003', home: 'careHome', born: '1933-07-21' },
  elsewhere: { id: '00000000-0000-8000-8005-000000000009', home: 'otherCareHome', born: '1936-01-05' },
} as const;

export const geriatrics = '00000000-0000-8000-8002-000000000009';

/** Adds residents to the two homes, and the department that is asked when nobody knows the specialty. */
export const fillHomes = async ({ database }: TestApp): Promise<void> => {
  for (const [name, { id, home, born }] of Object.entries(residents)) {
    await database.sql(
      `INSERT INTO patient (id, organisation_id, family_name, given_name, birth_date, sex, room, medication, allergies)
       VALUES ($1, $2, 'Testbewohner', $3, $4, 'female', '12', 'Ramipril 5 mg', '')`,
      [id, organisations[home].id, name, born],
    );
  }
  await database.sql(
    `INSERT INTO specialty (code, ihe_code, group_code, name_de, name_en)
     VALUES ('geriatrics', 'GERI', '32', 'Geriatrie', 'Geriatrics') ON CONFLICT DO NOTHING`,
  );
  await database.sql(
    `INSERT INTO department (id, organisation_id, specialty_code, name, phone) VALUES ($1, $2, 'geriatrics', 'Geriatrie', '0441 000001')`,
    [geriatrics, organisations.hospital.id],
  );
};

/** A complete urgent request to cardiology; `change` says what differs. */
export const urgentBody = (change: Record<string, unknown> = {}) => ({
  patientId: residents.anna.id,
  situations: ['fever'],
  question: 'Fieber seit heute Morgen, isst nicht',
  onset: 'hours',
  wanted: 'look',
  vitals: { temperature: 38.4, pulse: 96 },
  urgency: 'today',
  specialtyCode: 'cardiology',
  consent: { giver: 'presumed', form: 'verbal', wording: 'telekonsil-1' },
  ...change,
});

/** Ends every urgent request, so that the next test finds an empty queue. */
export const endUrgent = async ({ database }: TestApp): Promise<void> => {
  await database.sql(
    `UPDATE urgent_request SET ended_at = now(), step = NULL, step_started_at = NULL, step_due_at = NULL
     WHERE ended_at IS NULL`,
  );
  await database.sql(`UPDATE urgent_ring SET ended_at = now(), answer = 'stopped' WHERE ended_at IS NULL`);
  await database.sql(`UPDATE consult_request SET status = 'withdrawn' WHERE kind = 'urgent'`);
};

export const cardiology = departments.cardiology.id;

/** Puts people of the first department on call around the clock of the test. */
export const putOnCall = async (
  { database, clock }: TestApp,
  who: Partial<Record<'primary' | 'deputy', keyof typeof practitioners>>,
): Promise<void> => {
  await database.sql('DELETE FROM on_call_shift WHERE department_id = $1', [cardiology]);
  const now = clock.now().getTime();
  for (const [level, name] of Object.entries(who)) {
    await database.sql(
      'INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at) VALUES ($1, $2, $3, $4, $5)',
      [
        cardiology,
        practitioners[name].id,
        level,
        new Date(now - 86_400_000),
        new Date(now + 30 * 86_400_000),
      ],
    );
  }
};

/** Moves the test's clock without the server processes looking dead for it: their beat is by real time. */
export const pass = async ({ clock, database }: TestApp, milliseconds: number): Promise<void> => {
  clock.advance(milliseconds);
  await database.sql('UPDATE server_process SET seen_at = $1 WHERE isfinite(started_at)', [clock.now()]);
};

/** The server process dies now: its people's windows are not told to have gone. */
export const killServer = async ({ clock, database }: TestApp): Promise<void> => {
  await database.sql(
    `UPDATE server_process SET id = gen_random_uuid(), started_at = '-infinity', seen_at = $1 WHERE isfinite(started_at)`,
    [clock.now()],
  );
};

const testServer = '00000000-0000-8000-8009-000000000001';

/** Opens a window of these people, as far as the database knows of it. */
export const arrive = async ({ clock, database }: TestApp, ...accountIds: string[]): Promise<void> => {
  await database.sql(
    `INSERT INTO server_process (id, started_at, seen_at) VALUES ($1, $2, $2)
     ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
    [testServer, clock.now()],
  );
  for (const id of accountIds) {
    await database.sql(
      'INSERT INTO presence (socket_id, server_id, account_id, since) VALUES (gen_random_uuid(), $1, $2, $3)',
      [testServer, id, clock.now()],
    );
  }
};

/** Closes all windows of these people. */
export const depart = async ({ clock, database }: TestApp, ...accountIds: string[]): Promise<void> => {
  await database.sql('UPDATE presence SET left_at = $1 WHERE account_id = ANY ($2) AND left_at IS NULL', [
    clock.now(),
    accountIds,
  ]);
};

/** Takes the jobs of steps that are due by the test's clock out of the store; they are the caller's to deliver or lose. */
export const takeStepJobs = async ({ clock, database }: TestApp): Promise<object[]> => {
  const jobs = await database.sql<{ data: object }>(
    `DELETE FROM pgboss.job WHERE name = 'triage.step' AND start_after <= $1 RETURNING data`,
    [clock.now()],
  );
  return jobs.map(({ data }) => data);
};
