import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../server/setup/free-port.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type Ended, startInVain, startServer } from '../support/server.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const addresses = () => ({ DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl });
const tables = () =>
  database.sql('SELECT count(*)::int AS n, (SELECT count(*)::int FROM account) AS accounts FROM pg_tables');

/** One line: first what is wrong, then what to do about it. */
const expectOneLine = (ended: Ended, cause: RegExp, remedy: RegExp) => {
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ended.stderr).toMatch(cause);
  expect(ended.stderr).toMatch(remedy);
  expect(ended.stderr).not.toMatch(/password=|:test@/);
  expect(ended.code).toBe(1);
};

describe('the server gives up at once, in one line that names cause and remedy', () => {
  test('when its port is taken, without touching the database', async () => {
    const before = await tables();
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const ended = await startInVain({ ...addresses(), PORT: String(port) });
    other.close();
    expectOneLine(ended, new RegExp(`Port ${port} is taken`), /PORT=/);
    expect(await tables()).toEqual(before);
  });

  test('when PostgreSQL does not answer', async () => {
    const nobody = `postgresql://telkonnet_app:test@127.0.0.1:${await freePort()}/telkonnet`;
    const ended = await startInVain({ DATABASE_URL: nobody, MIGRATION_DATABASE_URL: nobody });
    expectOneLine(ended, /PostgreSQL at 127\.0\.0\.1:\d+ does not answer/, /Start it, or correct/);
  });

  test('when PostgreSQL refuses the password', async () => {
    const wrong = database.appUrl.replace(':test@', ':wrong@');
    const ended = await startInVain({ ...addresses(), DATABASE_URL: wrong });
    expectOneLine(ended, /refuses role "telkonnet_app" or its password/, /Correct DATABASE_URL/);
  });

  test('when the address is none, and without repeating it', async () => {
    const ended = await startInVain({ DATABASE_URL: 'localhost', MIGRATION_DATABASE_URL: 'localhost' });
    expectOneLine(ended, /DATABASE_URL is not an address/, /postgresql:\/\/role:password@host/);
  });

  test('when the address of the owner is missing', async () => {
    const ended = await startInVain({ DATABASE_URL: database.appUrl });
    expectOneLine(ended, /MIGRATION_DATABASE_URL is not/, /docs\/operations\.md/);
  });

  test('when it would run as the owner, whom row-level security does not bind', async () => {
    const ended = await startInVain({ ...addresses(), DATABASE_URL: database.ownerUrl });
    expectOneLine(ended, /telkonnet_owner/, /telkonnet_app/);
  });

  test.each([
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
    ['a number out of range', { SESSION_HOURS: '-1' }, /SESSION_HOURS/],
    ['production without its address', { NODE_ENV: 'production' }, /PUBLIC_URL/],
  ])('when the configuration has %s', async (_what, environment, named) => {
    expectOneLine(await startInVain({ ...addresses(), ...environment }), named, /cannot be read/);
  });

  test('when it may not write to its data folder', async () => {
    const ended = await startInVain({ ...addresses(), DATA_DIR: 'package.json/data' });
    expectOneLine(ended, /data folder .*package\.json\/data cannot be made/, /DATA_DIR/);
  });

  test('when the database belongs to a newer version', async () => {
    const newer = await createDatabase();
    await newer.sql(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ('later', 'later', now(), '29990101000000_later', now(), 1)`,
    );
    const ended = await startInVain({ DATABASE_URL: newer.appUrl, MIGRATION_DATABASE_URL: newer.ownerUrl });
    expectOneLine(ended, /newer than this version.*29990101000000_later/, /newer version/);
    await newer.drop();
  });
});

describe('the server starts', { timeout: 90_000 }, () => {
  test.each([
    ['no worker', { MEDIASOUP_WORKER_BIN: undefined }],
    ['a worker that does not exist', { MEDIASOUP_WORKER_BIN: '/nonexistent/mediasoup-worker' }],
  ])('with %s, and says so where its health is asked', async (_what, environment) => {
    const server = await startServer(environment);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(200);
    const { parts } = await ready.json();
    expect(parts.database.state).toBe('ok');
    expect(parts.media.state).not.toBe('ok');
    expect(parts.media.cause).toMatch(/worker|media/i);
    await server.close();
  });

  test('in production without demonstration data and without any account', async () => {
    const server = await startServer({ NODE_ENV: 'production', PUBLIC_URL: 'https://telkonnet.example' });
    expect(await server.database.sql('SELECT count(*)::int AS n FROM account')).toEqual([{ n: 0 }]);
    expect(server.output()).not.toMatch(/sign-ins|demo\./);
    await server.close();
  });

  test('and answers what is under way before it ends, and then ends at once', async () => {
    const server = await startServer({ NODE_ENV: 'production', PUBLIC_URL: 'https://telkonnet.example' });
    const { sql } = server.database;
    await sql('BEGIN');
    await sql('LOCK TABLE account IN ACCESS EXCLUSIVE MODE');
    const underWay = fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@telkonnet.example', password: 'x' }),
    });
    await vi.waitFor(async () => {
      expect(await sql('SELECT pid FROM pg_locks WHERE NOT granted')).toHaveLength(1);
    }, 10_000);
    const ended = server.stop();
    await vi.waitFor(() => expect(server.output()).toContain('"closing"'), 5_000);
    await sql('COMMIT');
    expect((await underWay).status).toBe(401);
    const answered = Date.now();
    expect(await ended).toBe(0);
    expect(Date.now() - answered).toBeLessThan(2_500);
    await server.close();
  });

  test('and ends within ten seconds of being asked to, with an idle connection open', async () => {
    const server = await startServer();
    await fetch(`${server.url}/healthz`);
    const asked = Date.now();
    expect(await server.stop()).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    await server.close();
  });
});
