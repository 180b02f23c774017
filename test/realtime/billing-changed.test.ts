import { afterAll, beforeAll, expect, test } from 'vitest';
import { billingChanged } from '../../server/modules/billing/contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { consult, giveNumbers } from '../support/consulted.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  await giveNumbers(app);
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

test('the network administration hears of decisions and exports at once, a practice does not', async () => {
  const admin = await sockets.open('networkAdmin');
  const practice = await sockets.open('physician');
  const elsewhere: unknown[] = [];
  practice.on(billingChanged.name, (data: unknown) => elsewhere.push(data));
  const next = () => new Promise((resolve) => admin.once(billingChanged.name, resolve));

  const decided = next();
  await consult(app);
  await app.settle();
  expect(await decided).toEqual({});

  const exported = next();
  await (await app.signIn('networkAdmin')).post('/api/billing/exports').send({ quarter: '2026Q4' });
  expect(await exported).toEqual({});
  expect(elsewhere).toEqual([]);
});
