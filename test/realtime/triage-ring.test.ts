import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ringChanged } from '../../server/modules/triage/contract.ts';
import { sweepLadders } from '../../server/modules/triage/ladder/work-steps.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { endUrgent, fillHomes, pass, putOnCall, urgentBody } from '../support/urgent.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
let nurse: Agent;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T19:40:00Z' });
  await fillHomes(app);
  sockets = await openSockets(app);
  nurse = await app.signIn('nurse');
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});
beforeEach(async () => {
  await endUrgent(app);
  await putOnCall(app, { primary: 'specialist', deputy: 'secondSpecialist' });
});

type Ring = { requestId: string; ringing: boolean; step?: string; urgency?: string };
/** What a window hears of rings, and the wait for the next one. */
function ears(socket: Socket) {
  const heard: Ring[] = [];
  const waiting: ((ring: Ring) => void)[] = [];
  socket.on(ringChanged.name, (ring: Ring) => {
    heard.push(ring);
    for (const settle of waiting.splice(0)) settle(ring);
  });
  return {
    heard,
    next: () => new Promise<Ring>((settle) => void waiting.push(settle)),
  };
}

const raise = async (change: Record<string, unknown> = {}): Promise<string> =>
  (await nurse.post('/api/urgent-requests').send(urgentBody({ urgency: 'immediate', ...change }))).body
    .requestId;
const isWritten = (name: keyof typeof accounts) =>
  expect
    .poll(() =>
      app.database.sql('SELECT 1 FROM presence WHERE account_id = $1 AND left_at IS NULL', [
        accounts[name].id,
      ]),
    )
    .toHaveLength(1);

test('rings at once for who is on call first, after the deadline for the deputy, and no more once it is taken', async () => {
  const windows = await Promise.all(
    (['specialist', 'secondSpecialist', 'coordinator'] as const).map(sockets.open),
  );
  const [primary, deputy, coordinator] = windows.map(ears);
  for (const name of ['specialist', 'secondSpecialist', 'coordinator'] as const) await isWritten(name);

  const first = primary!.next();
  const requestId = await raise();
  expect(await first).toMatchObject({ requestId, ringing: true, step: 'primary', urgency: 'immediate' });
  expect([deputy!.heard, coordinator!.heard]).toEqual([[], []]);

  const second = deputy!.next();
  await pass(app, 40_000);
  await sweepLadders(app.deps);
  expect(await second).toMatchObject({ requestId, ringing: true, step: 'deputy' });

  const stopped = Promise.all([primary!.next(), deputy!.next()]);
  await (await app.signIn('secondSpecialist')).post(`/api/urgent-requests/${requestId}/claim`);
  expect(await stopped).toMatchObject(Array(2).fill({ requestId, ringing: false }));
  expect(coordinator!.heard).toEqual([]);
  for (const window of windows) window.disconnect();
});
