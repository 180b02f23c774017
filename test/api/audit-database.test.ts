import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../server/kernel/db.ts';
import { aboutPatient } from '../../server/modules/audit/filter.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type AccountName, accounts } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  for (const name of ['physician', 'nurse'] as const) {
    await as(name, (tx) =>
      app.deps.record(tx, actorOf(name), { type: 'patient.viewed', subject: { kind: 'patient', id: '1' } }),
    );
  }
  await app.deps.db.system((tx) =>
    tx.eventSeal.create({
      data: { firstId: 1n, lastId: 1n, count: 1, previousHash: '0'.repeat(64), hash: '1'.repeat(64) },
    }),
  );
});
afterAll(() => app.close());

const as = <T>(name: AccountName, work: (tx: Tx) => Promise<T>) => app.deps.db.as(actorOf(name), work);
const asks = (name: AccountName, statement: string) =>
  as(name, (tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(statement));
const tries = (name: AccountName, statement: string) => as(name, (tx) => tx.$executeRawUnsafe(statement));

describe('the event log', () => {
  it.each([
    `UPDATE event_log SET type = 'nothing.happened'`,
    'DELETE FROM event_log',
    'TRUNCATE event_log',
    `UPDATE event_seal SET hash = repeat('2', 64)`,
    'DELETE FROM event_seal',
    'TRUNCATE event_seal',
  ])('refuses its owner: %s', async (statement) => {
    await expect(app.database.sql(statement)).rejects.toThrow(/append-only/);
  });

  it.each([
    `UPDATE event_log SET type = 'nothing.happened'`,
    'DELETE FROM event_log',
    'TRUNCATE event_log',
    'DELETE FROM event_seal',
    `UPDATE event_seal SET hash = repeat('2', 64)`,
  ])('refuses the server, whoever asks: %s', async (statement) => {
    await expect(tries('privacyOfficer', statement)).rejects.toThrow(/permission denied/);
    await expect(app.deps.db.system((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('shows each person the own acts only, the privacy officer all', async () => {
    const actors = async (name: AccountName) =>
      (await asks(name, 'SELECT DISTINCT actor_account_id AS id FROM event_log')).map(({ id }) => id);
    expect(await actors('physician')).toEqual([accounts.physician.id]);
    expect(await actors('networkAdmin')).toEqual([]);
    expect(await actors('evaluator')).toEqual([]);
    expect((await actors('privacyOfficer')).sort()).toEqual(
      [accounts.physician.id, accounts.nurse.id].sort(),
    );
  });

  it('is written by nobody who is not signed in', async () => {
    const nobody = { ...actorOf('physician'), accountId: '', role: '' as never, organisationId: '' };
    await expect(
      app.deps.db.as(nobody, (tx) =>
        tx.$executeRawUnsafe(
          `INSERT INTO event_log (type, subject_kind, subject_id) VALUES ('a.b', 'c', 'd')`,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('the seals', () => {
  it('are made by the software alone and seen by the privacy officer alone', async () => {
    expect(await asks('networkAdmin', 'SELECT * FROM event_seal')).toEqual([]);
    expect(await asks('privacyOfficer', 'SELECT * FROM event_seal')).toHaveLength(1);
    await expect(
      tries(
        'privacyOfficer',
        `INSERT INTO event_seal (first_id, last_id, count, previous_hash, hash) VALUES (2, 2, 1, '', '')`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      tries('physician', `INSERT INTO seal_horizon (last_id, below) VALUES (1, 1)`),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('the numbers of patients', () => {
  it('are shown to the privacy officer without names, and changed by nobody this way', async () => {
    const columns = await app.database.sql(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_patient' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['id', 'number', 'organisation_id']);
    for (const view of ['audit_patient', 'audit_request']) {
      expect(await asks('networkAdmin', `SELECT * FROM ${view}`)).toEqual([]);
      await expect(tries('privacyOfficer', `DELETE FROM ${view}`)).rejects.toThrow(/permission denied/);
      await expect(tries('privacyOfficer', `UPDATE ${view} SET number = 1`)).rejects.toThrow(
        /permission denied/,
      );
    }
    expect(await asks('privacyOfficer', 'SELECT * FROM patient')).toEqual([]);
  });
});

describe('the search in the log', () => {
  it('is the privacy officer’s alone', async () => {
    for (const name of ['physician', 'networkAdmin', 'evaluator'] as const) {
      expect(await asks(name, 'SELECT id FROM audit_event')).toEqual([]);
    }
    expect((await asks('privacyOfficer', 'SELECT id FROM audit_event')).length).toBeGreaterThan(1);
    await expect(tries('privacyOfficer', 'DELETE FROM audit_event')).rejects.toThrow(/permission denied/);
  });

  it('finds a patient by indexes, also among the many of a list', async () => {
    const plan = await as('privacyOfficer', async (tx) => {
      // So few rows are read faster without an index.
      await tx.$executeRaw`set local enable_seqscan = off`;
      return tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
        explain select e.id from audit_event e where ${aboutPatient(accounts.nurse.id)}`;
    });
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).not.toContain('Seq Scan on event_log');
    for (const [index, condition] of [
      ['event_log_patient_id_id_idx', 'patient_id ='],
      ['event_log_request_id_id_idx', 'request_id = ANY'],
      ['event_log_patient_ids', "(payload -> 'patientIds'::text) @>"],
    ] as const) {
      expect(lines).toMatch(new RegExp(`${index}[^]*?Index Cond: .*${condition.replace(/[()]/g, '\\$&')}`));
    }
  });
});
