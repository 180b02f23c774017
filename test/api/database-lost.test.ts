import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ask, createDb, isDatabaseAway, violatedConstraint } from '../../server/kernel/db.ts';
import { sql } from '../../server/kernel/statement.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let practice: Agent;
beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('physician');
});
afterAll(() => app.close());

const allowConnections = (most: number) =>
  app.database.sql(`ALTER DATABASE ${app.database.name} CONNECTION LIMIT ${most}`);

it('while the database is away the server says so, and goes on by itself when it is back', async () => {
  const handled: unknown[] = [];
  await app.deps.jobs.work('identity.sweep', async (data) => void handled.push(data));
  const other = new Client(app.database.appUrl);
  await other.connect();
  await allowConnections(0);
  const underWay = app.deps.db.system(async (tx) => {
    await tx.organisation.findFirst();
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`);
    await tx.organisation.findFirst();
  });
  expect(isDatabaseAway(await underWay.catch((error: unknown) => error))).toBe(true);

  const away = await practice.get('/api/session');
  expect([away.status, away.body.error.code]).toEqual([503, 'database_unavailable']);
  expect((await practice.get('/fhir/R4/Patient')).status).toBe(503);
  const { status, body } = await app.anonymous().get('/readyz');
  expect([status, body.parts.database.state]).toEqual([503, 'unavailable']);
  expect((await app.anonymous().get('/healthz')).status).toBe(200);

  await other.end();
  await allowConnections(-1);
  expect((await practice.get('/api/session')).status).toBe(200);
  await app.deps.db.system((tx) => app.deps.jobs.send(tx, 'identity.sweep', { sweep: 1 }));
  await vi.waitFor(() => expect(handled).toEqual([{ sweep: 1 }]), 20_000);
});

it('knows every way in which the database does not answer from an error of ours', async () => {
  const nobody = createDb('postgres://x:x@127.0.0.1:1/x', 2, app.deps.log);
  expect(isDatabaseAway(await nobody.ping().catch((error: unknown) => error))).toBe(true);
  expect(isDatabaseAway(await nobody.look(sql`select 1`).catch((error: unknown) => error))).toBe(true);
  await nobody.close();
  const held: Socket[] = [];
  const mute = createServer((socket) => void held.push(socket));
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as AddressInfo;
  const unheard = createDb(`postgres://x:x@127.0.0.1:${port}/x`, 2, app.deps.log);
  expect(isDatabaseAway(await unheard.ping().catch((error: unknown) => error))).toBe(true);
  await unheard.close();
  for (const socket of held) socket.destroy();
  mute.close();
  const wrong = app.deps.db.system((tx) => tx.$queryRaw`select 1 / 0`);
  expect(isDatabaseAway(await wrong.catch((error: unknown) => error))).toBe(false);
  const twice = app.deps.db.system((tx) =>
    tx.county.create({ data: { ags: '03401', name: 'x', kind: 'city' } }),
  );
  expect(isDatabaseAway(await twice.catch((error: unknown) => error))).toBe(false);
  const unique = app.deps.db.system((tx) =>
    tx.county.create({ data: { ags: '03401', name: 'x', kind: 'city' } }),
  );
  expect(violatedConstraint(await unique.catch((error: unknown) => error))).toBe('county_pkey');
  const bare = app.deps.db.system((tx) => ask(tx, sql`insert into county values ('03401', 'x', 'city')`));
  expect(violatedConstraint(await bare.catch((error: unknown) => error))).toBe('county_pkey');
  const cut = app.deps.db.system((tx) => ask(tx, sql`select pg_terminate_backend(pg_backend_pid())`));
  expect(isDatabaseAway(await cut.catch((error: unknown) => error))).toBe(true);
});
