import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueChanged } from '../../server/modules/triage/contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { cardiology, fillHomes, urgentBody } from '../support/urgent.ts';
import { departments } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

type Heard = { departmentId: string; requestId: string; change: string };
/** Everything that the window hears of the queue, and the wait for the next thing that fits. */
function ears(socket: Socket) {
  const heard: Heard[] = [];
  const waiting: { fits: (one: Heard) => boolean; settle: (one: Heard) => void }[] = [];
  socket.on(queueChanged.name, (fact: Heard) => {
    heard.push(fact);
    for (const one of waiting) if (one.fits(fact)) one.settle(fact);
  });
  return {
    heard,
    next: (change: string) =>
      new Promise<Heard>((settle) => {
        waiting.push({ fits: (one) => one.change === change, settle });
      }),
  };
}

test('an urgent request is heard at once in the department and the house, and by nobody else', async () => {
  const [first, second, home, otherHome, otherDepartment] = await Promise.all(
    (['specialist', 'secondSpecialist', 'nurse', 'otherNurse', 'neurologist'] as const).map(async (name) =>
      ears(await sockets.open(name)),
    ),
  );
  const nurse = await app.signIn('nurse');
  const specialist = await app.signIn('specialist');

  const atAll = Promise.all([first!.next('raised'), second!.next('raised'), home!.next('raised')]);
  const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody())).body;
  expect(await atAll).toEqual(Array(3).fill({ departmentId: cardiology, requestId, change: 'raised' }));

  const added = second!.next('changed');
  await nurse.post(`/api/urgent-requests/${requestId}/vital-signs`).send({ vitals: { pulse: 120 } });
  expect(await added).toMatchObject({ requestId });

  const claimed = Promise.all([second!.next('claimed'), home!.next('claimed')]);
  await specialist.post(`/api/urgent-requests/${requestId}/claim`);
  expect(await claimed).toEqual(Array(2).fill({ departmentId: cardiology, requestId, change: 'claimed' }));

  const passed = Promise.all([otherDepartment!.next('raised'), second!.next('withdrawn')]);
  await specialist
    .post(`/api/urgent-requests/${requestId}/pass`)
    .send({ departmentId: departments.neurology.id });
  expect(await passed).toEqual([
    { departmentId: departments.neurology.id, requestId, change: 'raised' },
    { departmentId: cardiology, requestId, change: 'withdrawn' },
  ]);
  expect(otherDepartment!.heard).toHaveLength(1);
  expect(otherHome!.heard).toEqual([]);
});
