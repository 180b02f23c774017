/** What the database itself shows to whom, with no filter of the code in between. */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { consult, report } from '../support/consulted.ts';
import { type AccountName, accounts, practitioners } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  for (const from of ['practice', 'careHome'] as const) {
    const { requestId, patientId } = await consult(app, { from, report: false });
    await report(app, requestId, '2026-11-23T10:00:00Z');
    const of = [requestId, accounts.physician.id];
    await app.database.sql(
      `INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, state, start_at, end_at, blocked_from,
         blocked_until, booked_by_id) SELECT id, requester_organisation_id, provider_department_id, $3, 'fulfilled', now(),
         now() + interval '1 min', now(), now() + interval '1 min', $2 FROM consult_request WHERE id = $1`,
      [...of, practitioners.specialist.id],
    );
    await app.database.sql(
      `INSERT INTO urgent_request (request_id, urgency, suggested_urgency, rules, situations, callback_phone, raised_at, target_at)
       VALUES ($1, 'today', 'today', '2026', '{}', '0441', now(), now())`,
      [requestId],
    );
    // Who was rung or joined once, and is no more, sees nothing by it.
    await app.database.sql(
      `INSERT INTO urgent_ring (request_id, account_id, round, step, rung_at, ended_at, answer)
       VALUES ($1, $2, 1, 'coordination', now(), now(), 'declined')`,
      [requestId, accounts.neurologist.id],
    );
    await app.database.sql(
      `INSERT INTO urgent_helper (request_id, account_id, state, invited_by_id, invited_at) VALUES ($1, $2, 'left', $3, now())`,
      [requestId, accounts.neurologist.id, accounts.specialist.id],
    );
    await app.database.sql(
      'INSERT INTO urgent_message (request_id, is_question, text, by_id, at) VALUES ($1, true, $3, $2, now())',
      [requestId, accounts.specialist.id, 'Seit wann?'],
    );
    await app.database.sql(
      `INSERT INTO urgent_addition (request_id, note, by_id, at) VALUES ($1, 'Jetzt auch Schüttelfrost', $2, now())`,
      [requestId, accounts.nurse.id],
    );
    await app.database.sql(
      'INSERT INTO vital_signs (patient_id, request_id, taken_at, taken_by_id) VALUES ($3, $1, now(), $2)',
      [...of, patientId],
    );
    await app.database.sql(
      `INSERT INTO participation (consultation_id, account_id, side, joined_at)
       SELECT id, $2, 'requester', now() FROM consultation WHERE request_id = $1`,
      of,
    );
  }
  await app.settle();
});
afterAll(() => app.close());

const clinical = [
  'patient',
  'consent',
  'consult_request',
  'booking',
  'urgent_request',
  'urgent_ring',
  'urgent_helper',
  'urgent_message',
  'urgent_addition',
  'vital_signs',
  'consultation',
  'participation',
  'report',
] as const;
const count = (name: AccountName, table: string) =>
  app.deps.db.as(actorOf(name), async (tx) => {
    const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
    return row?.n;
  });

describe.each(clinical)('%s', (table) => {
  it.each([
    ['assistant', 1],
    ['nurse', 1],
    ['homeManager', 1],
    ['specialist', 2],
    ['coordinator', 2],
    ['otherPhysician', 0],
    ['otherNurse', 0],
    ['neurologist', 0],
    ['networkAdmin', 0],
    ['evaluator', 0],
    ['privacyOfficer', 0],
  ] as const)('shows the %s %i rows', async (name, rows) => {
    expect(await count(name, table)).toBe(rows);
  });
});

it.each([
  ['billing_case', ['networkAdmin', 'assistant', 'nurse', 'specialist']],
  ['billable_event', ['networkAdmin', 'assistant', 'nurse', 'specialist', 'neurologist']],
  ['evaluation_case', ['networkAdmin', 'evaluator']],
  ['audit_patient', ['privacyOfficer']],
  ['audit_request', ['privacyOfficer']],
  ['audit_event', ['privacyOfficer']],
] as const)('%s is for those alone who need it', async (view, readers) => {
  const names: AccountName[] = [
    'networkAdmin',
    'evaluator',
    'privacyOfficer',
    'assistant',
    'nurse',
    'specialist',
    'neurologist',
    'otherPhysician',
    'otherNurse',
  ];
  const seeing = [];
  for (const name of names) if ((await count(name, view)) ?? 0) seeing.push(name);
  expect(seeing.sort()).toEqual([...readers].sort());
});

it('nobody sees anything before it is said who asks', async () => {
  const bare = new Client(app.database.appUrl);
  await bare.connect();
  for (const table of [...clinical, 'billing_case', 'audit_event', 'account', 'session', 'organisation']) {
    expect((await bare.query(`SELECT count(*)::int AS n FROM ${table}`)).rows).toEqual([{ n: 0 }]);
  }
  await bare.end();
});
