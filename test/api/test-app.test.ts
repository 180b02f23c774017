import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { WORLD_PASSWORD } from '../support/cluster.ts';
import { emailOf } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('the test network signs in over HTTP as it does in the helper', async () => {
  const helped = await (await app.signIn('specialist')).get('/api/session');
  expect(helped.status).toBe(200);
  expect(helped.body.user).toMatchObject({ role: 'specialist', department: { name: 'Kardiologie' } });

  const body = { email: emailOf('specialist'), password: WORLD_PASSWORD };
  const real = await app.anonymous().post('/api/session').send(body);
  expect(real.status).toBe(201);
  expect(real.body.user).toEqual(helped.body.user);
});

test('the server answers when it is alive and when it is ready', async () => {
  expect((await app.anonymous().get('/healthz')).body).toEqual({ status: 'ok' });
  const ready = await app.anonymous().get('/readyz');
  expect(ready.status).toBe(200);
  expect(ready.body.parts).toMatchObject({ database: { state: 'ok' }, jobs: { state: 'ok' } });
});
