import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepIdentity } from '../../server/modules/identity/index.ts';
import { limitsOf } from '../../server/modules/identity/limits.ts';
import { hashPassword } from '../../server/modules/identity/password.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { accounts, emailOf } from '../support/world.ts';

let app: TestApp;
const password = 'wolke sieben im moor';

beforeAll(async () => {
  app = await createTestApp();
  await app.database.sql('UPDATE account SET password_hash = $1', [await hashPassword(password)]);
});
afterAll(() => app.close());

const attempt = (email: string, given: string) =>
  app.anonymous().post('/api/session').send({ email, password: given });

it('guessing one password ends after ten tries, and then the right one does not help either', async () => {
  const email = emailOf('physician');
  for (let n = 0; n < 10; n += 1) await attempt(email, `geraten ${n}`).expect(401);
  const refused = await attempt(email, password).expect(429);
  expect(refused.body.error.code).toBe('too_many_attempts');
  expect(refused.body.error.data.retryAfter).toBeGreaterThan(800);
  expect(Number(refused.headers['retry-after'])).toBe(refused.body.error.data.retryAfter);
  await attempt(emailOf('assistant'), password).expect(201);
});

it('signing in rightly uses up nothing', async () => {
  for (let n = 0; n < 12; n += 1) await attempt(emailOf('coordinator'), password).expect(201);
});

it('a known account and an unknown address are held back alike', async () => {
  const unknown = 'niemand@test.telkonnet.example';
  for (let n = 0; n < 10; n += 1) await attempt(unknown, 'geraten').expect(401);
  await attempt(unknown, 'geraten').expect(429);
});

it('two server processes count together, and keep no address in clear', async () => {
  const keys = { password: accounts.nurse.id };
  for (let n = 0; n < 10; n += 1) expect(await limitsOf(app.deps).take(keys)).toBeNull();
  const other = { db: { ...app.deps.db } };
  expect(await limitsOf(other).take(keys)).toEqual({ retryAfter: expect.any(Number) });
  const rows = await app.database.sql<{ key: string }>('SELECT key FROM rate_limit');
  expect(JSON.stringify(rows)).not.toMatch(/@|127\.0\.0\.1|0000-0000/);
});

it('a program run wild is stopped, and nobody else', async () => {
  const wild = await app.signIn('homeManager');
  const calm = await app.signIn('neurologist');
  await limitsOf(app.deps).take({ account: accounts.homeManager.id }, 1490);
  const statuses: number[] = [];
  for (let n = 0; n < 60; n += 1) statuses.push((await wild.get('/api/session')).status);
  const stopped = statuses.indexOf(429);
  expect(stopped).toBeGreaterThan(0);
  expect(new Set(statuses.slice(stopped))).toEqual(new Set([429]));
  const refused = await wild.get('/api/session').expect(429);
  expect(refused.body.error.code).toBe('too_many_requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await calm.get('/api/session').expect(200);
});

it('simultaneous tries do not slip through', async () => {
  const email = emailOf('evaluator');
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(email, 'geraten')));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
});

it('the sweep forgets what is over and nothing else', async () => {
  await app.signIn('nurse');
  const count = async (table: string) =>
    Number((await app.database.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
  const before = await count('session');
  await sweepIdentity(app.deps);
  expect(await count('session')).toBe(before);
  app.clock.advance(13 * 3_600_000);
  await sweepIdentity(app.deps);
  expect(await count('session')).toBe(0);
});
