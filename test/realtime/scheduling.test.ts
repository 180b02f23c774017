import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsChanged } from '../../server/modules/requests/contract.ts';
import { schedulingChanged } from '../../server/modules/scheduling/contract.ts';
import { sweepHolds } from '../../server/modules/scheduling/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { openSockets, type SocketWorld } from '../support/socket-world.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let sockets: SocketWorld;
beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app);
  sockets = await openSockets(app);
});
afterAll(async () => {
  await sockets.close();
  await app.close();
});

const departmentId = departments.cardiology.id;
const next = (socket: Socket, name: string) => new Promise((resolve) => socket.once(name, resolve));

test('a booking is seen by both sides at once, and free times change for every practice', async () => {
  const [assistant, coordinator, otherPractice, neurologist] = await Promise.all(
    (['assistant', 'coordinator', 'otherPhysician', 'neurologist'] as const).map((name) =>
      sockets.open(name),
    ),
  );
  const unasked: unknown[] = [];
  otherPractice!.on(requestsChanged.name, (fact) => unasked.push(fact));
  for (const { name } of [requestsChanged, schedulingChanged])
    neurologist!.on(name, (fact) => unasked.push(fact));
  const heard = Promise.all([
    next(assistant!, schedulingChanged.name),
    next(coordinator!, schedulingChanged.name),
    next(otherPractice!, schedulingChanged.name),
    next(assistant!, requestsChanged.name),
    next(coordinator!, requestsChanged.name),
  ]);

  const practice = await app.signIn('assistant');
  const answer = await practice.post('/api/bookings').send({
    ...consult,
    practitionerId: practitioners.specialist.id,
    startAt: '2026-11-24T08:00:00.000Z',
    patient: newPatient,
  });
  const { requestId, bookingId } = answer.body;
  expect(await heard).toEqual([
    { departmentId },
    { departmentId },
    { departmentId },
    { requestId },
    { requestId },
  ]);

  const cancelled = Promise.all([
    next(assistant!, requestsChanged.name),
    next(otherPractice!, schedulingChanged.name),
  ]);
  const specialist = await app.signIn('specialist');
  await specialist
    .post(`/api/bookings/${bookingId}/cancel`)
    .send({ reason: 'practitioner_unable' })
    .expect(200);
  expect(await cancelled).toEqual([{ requestId }, { departmentId }]);
  expect(unasked).toEqual([]);
});

test('a time that somebody opens goes and comes back in the windows of others', async () => {
  const [otherPractice, coordinator] = await Promise.all(
    (['otherPhysician', 'coordinator'] as const).map((name) => sockets.open(name)),
  );
  const toldOf = async (work: () => Promise<unknown>) => {
    const heard = Promise.all([
      next(otherPractice!, schedulingChanged.name),
      next(coordinator!, schedulingChanged.name),
    ]);
    await work();
    expect(await heard).toEqual([{ departmentId }, { departmentId }]);
  };
  const practice = await app.signIn('assistant');
  const at = { practitionerId: practitioners.specialist.id, startAt: '2026-11-24T08:20:00.000Z' };
  let id = '';
  await toldOf(async () => {
    id = (await practice.post('/api/holds').send(at).expect(201)).body.id;
  });
  await toldOf(() => practice.delete(`/api/holds/${id}`).expect(200));
  await toldOf(() => practice.post('/api/holds').send(at).expect(201));
  app.clock.advance(5 * 60_000);
  await toldOf(() => sweepHolds(app.deps));
});
