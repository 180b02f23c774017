import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsChanged } from '../../server/modules/requests/contract.ts';
import { schedulingChanged } from '../../server/modules/scheduling/contract.ts';
import { lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { waitingChanged } from '../../server/modules/scheduling/waiting-contract.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { enter } from '../support/waiting.ts';
import { departments } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app, { until: '09:20' });
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

const next = (socket: Socket, name: string) => new Promise((resolve) => socket.once(name, resolve));

test('the practice and the departments that could serve it hear of an entry and its offer, nobody else', async () => {
  const [assistant, coordinator, otherPractice, neurologist] = await Promise.all(
    (['assistant', 'coordinator', 'otherPhysician', 'neurologist'] as const).map((name) =>
      sockets.open(name),
    ),
  );
  const unasked: unknown[] = [];
  for (const { name } of [waitingChanged, requestsChanged]) {
    for (const socket of [otherPractice!, neurologist!]) socket.on(name, (fact) => unasked.push(fact));
  }
  // Before a time is found, the request is not the department's.
  coordinator!.on(requestsChanged.name, (fact) => unasked.push(fact));

  const entered = Promise.all([
    next(assistant!, waitingChanged.name),
    next(coordinator!, waitingChanged.name),
  ]);
  const practice = await app.signIn('assistant');
  const { requestId } = (await enter(practice).expect(201)).body.entry;
  expect(await entered).toEqual([{ requestId }, { requestId }]);

  const offered = Promise.all([
    next(assistant!, waitingChanged.name),
    next(assistant!, requestsChanged.name),
    next(coordinator!, waitingChanged.name),
    // The time is gone from the windows of all who look for one.
    next(otherPractice!, schedulingChanged.name),
  ]);
  await lookEverywhere(app.deps);
  expect(await offered).toEqual([
    { requestId },
    { requestId },
    { requestId },
    { departmentId: departments.cardiology.id },
  ]);
  expect(unasked).toEqual([]);

  const { offer } = (await practice.get('/api/waiting').query({ requestId })).body.entries[0];
  const planned = next(coordinator!, requestsChanged.name);
  await practice.post(`/api/offers/${offer.id}/accept`).expect(200);
  expect(await planned).toEqual({ requestId });
});
