import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sealEvents } from '../../server/modules/audit/index.ts';
import { actorOf } from '../support/actor-of.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let officer: Agent;

beforeAll(async () => {
  app = await createTestApp();
  officer = await app.signIn('privacyOfficer');
});
afterAll(() => app.close());

const record = (n = 1) =>
  app.deps.db.as(actorOf('nurse'), async (tx) => {
    for (let i = 0; i < n; i += 1) {
      await app.deps.record(tx, actorOf('nurse'), {
        type: 'resident.tested',
        subject: { kind: 'test', id: String(i) },
      });
    }
  });
const newest = async () =>
  BigInt((await app.database.sql<{ id: string }>('SELECT max(id) AS id FROM event_log'))[0]?.id ?? 0);
const sealedTo = async () =>
  BigInt((await app.database.sql<{ id: string }>('SELECT max(last_id) AS id FROM event_seal'))[0]?.id ?? 0);
const integrity = async () => (await officer.get('/api/audit/integrity').expect(200)).body;

/** Runs the task as its clock would until the log is sealed up to this event; other tests' transactions may delay it. */
const sealUpTo = (id: bigint) =>
  vi.waitFor(
    async () => {
      await sealEvents(app.deps);
      expect(await sealedTo()).toBeGreaterThanOrEqual(id);
    },
    { timeout: 15_000, interval: 20 },
  );

/** Does what only somebody with the keys to the machine can do: changes the log behind its guards. */
const forge = async (statement: string) => {
  await app.database.sql('ALTER TABLE event_log DISABLE TRIGGER USER');
  await app.database.sql(statement);
  await app.database.sql('ALTER TABLE event_log ENABLE TRIGGER USER');
};

describe('sealing', () => {
  it('covers everything in order, in batches', async () => {
    await record(3);
    await sealUpTo(await newest());
    await record(1200);
    const last = await newest();
    await sealUpTo(last);
    const seals = await app.database.sql<{ count: number; previous_hash: string; hash: string }>(
      'SELECT * FROM event_seal ORDER BY id',
    );
    expect(seals.length).toBeGreaterThanOrEqual(4);
    for (const [at, seal] of seals.entries()) {
      expect(seal.count).toBeLessThanOrEqual(500);
      expect(seal.previous_hash).toBe(seals[at - 1]?.hash ?? '0'.repeat(64));
    }
    const found = await integrity();
    expect(found).toMatchObject({ sound: true, broken: null });
    expect(found.events).toBeGreaterThanOrEqual(1203);
    expect(found.last.hash).toBe(seals.at(-1)?.hash);
  });

  it('waits for a transaction that took its number earlier and ends later', async () => {
    const slow = new Client(app.database.ownerUrl);
    await slow.connect();
    await slow.query('BEGIN');
    const { rows } = await slow.query(
      `INSERT INTO event_log (type, subject_kind, subject_id) VALUES ('late.written', 'test', '1') RETURNING id`,
    );
    const late = BigInt(rows[0].id);
    await record(2);
    for (let run = 0; run < 3; run += 1) await sealEvents(app.deps);
    expect(await sealedTo()).toBeLessThan(late);
    await slow.query('COMMIT');
    await slow.end();
    await record();
    await sealUpTo(await newest());
    expect(await integrity()).toMatchObject({ sound: true, waiting: 0 });
  });

  it('goes on past numbers that nobody used', async () => {
    await app.database.sql(`SELECT nextval('event_log_id_seq'), nextval('event_log_id_seq')`);
    await record();
    await sealUpTo(await newest());
    expect((await integrity()).sound).toBe(true);
  });

  it('by two servers at once makes one chain', async () => {
    await record(600);
    await sealEvents(app.deps);
    await Promise.all([sealEvents(app.deps), sealEvents(app.deps)]);
    await sealUpTo(await newest());
    expect((await integrity()).sound).toBe(true);
  });

  it('does not know the look of the officer before it is sealed', async () => {
    const { body } = await officer.get('/api/audit/events?size=1').expect(200);
    expect(body.events[0].sealed).toBe(false);
  });
});

describe('a forged log', () => {
  it.each([
    [
      'a changed row',
      `UPDATE event_log SET subject_id = 'other' WHERE id = %`,
      `UPDATE event_log SET subject_id = '0' WHERE id = %`,
    ],
    [
      'another actor',
      `UPDATE event_log SET actor_account_id = '${accounts.physician.id}' WHERE id = %`,
      `UPDATE event_log SET actor_account_id = '${accounts.nurse.id}' WHERE id = %`,
    ],
    [
      'another time',
      `UPDATE event_log SET at = at - interval '1 hour' WHERE id = %`,
      `UPDATE event_log SET at = at + interval '1 hour' WHERE id = %`,
    ],
  ])('is noticed: %s', async (_what, change, back) => {
    const [row] = await app.database.sql<{ id: string }>(
      `SELECT min(id) AS id FROM event_log WHERE type = 'resident.tested' AND subject_id = '0'`,
    );
    await forge(change.replace('%', row?.id ?? ''));
    const found = await integrity();
    expect(found).toMatchObject({ sound: false, broken: { fault: 'rows_changed' } });
    expect(BigInt(found.broken.firstId)).toBeLessThanOrEqual(BigInt(row?.id ?? 0));
    expect(BigInt(found.broken.lastId)).toBeGreaterThanOrEqual(BigInt(row?.id ?? 0));
    await forge(back.replace('%', row?.id ?? ''));
    expect((await integrity()).sound).toBe(true);
  });

  it('is noticed: a removed row, and a row slipped in between two seals', async () => {
    await forge(`INSERT INTO event_log (id, type, subject_kind, subject_id)
      SELECT min(g), 'slipped.in', 'test', '1' FROM generate_series(1, (SELECT max(last_id) FROM event_seal)) g
      WHERE NOT EXISTS (SELECT 1 FROM event_log e WHERE e.id = g)`);
    expect((await integrity()).sound).toBe(false);
    await forge(`DELETE FROM event_log WHERE type = 'slipped.in'`);
    expect((await integrity()).sound).toBe(true);
    await forge(`DELETE FROM event_log WHERE id = (SELECT min(id) + 1 FROM event_log)`);
    expect(await integrity()).toMatchObject({ sound: false, broken: { fault: 'rows_changed' } });
  });
});
