import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { arrive, fillHomes, putOnCall, urgentBody } from '../support/urgent.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T19:40:00Z' });
  await fillHomes(app);
  coordinator = await app.signIn('coordinator');
});
afterAll(() => app.close());

const read = async () => (await coordinator.get('/api/urgent-settings')).body;
const change = (settings: object, as = coordinator) => as.put('/api/urgent-settings').send({ settings });

test('a department begins with dated defaults and keeps what it sets itself, for what is raised from then on', async () => {
  const { settings, defaults, own, defaultsVersion } = await read();
  expect(settings).toEqual(defaults);
  expect([own, defaultsVersion]).toEqual([[], '2026.1']);
  expect(settings.immediate).toEqual({ target: 180, primary: 40, deputy: 40, department: 40 });

  const urgent = { target: 600, primary: 60, deputy: 90, department: 120 };
  expect((await change({ ...settings, urgent })).body).toMatchObject({
    settings: { ...defaults, urgent },
    own: ['urgent'],
  });

  await putOnCall(app, { primary: 'specialist' });
  await arrive(app, accounts.specialist.id);
  const nurse = await app.signIn('nurse');
  const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody({ urgency: 'urgent' })))
    .body;
  expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body).toMatchObject({
    targetAt: '2026-11-23T19:50:00.000Z',
    ladder: { step: 'primary', dueAt: '2026-11-23T19:41:00.000Z' },
  });

  expect((await change(settings)).body.own).toEqual([]);
});

test.each([
  [
    { immediate: { target: 100, primary: 40, deputy: 40, department: 40 } },
    'settings.immediate.target',
    'steps_beyond_target',
  ],
  [
    { urgent: { target: 900, primary: 5, deputy: 40, department: 40 } },
    'settings.urgent.primary',
    'seconds_invalid',
  ],
  [
    { urgent: { target: 900, primary: 40.5, deputy: 40, department: 40 } },
    'settings.urgent.primary',
    'seconds_invalid',
  ],
  [
    { today: { target: 900_000, primary: 40, deputy: 40, department: 40 } },
    'settings.today.target',
    'seconds_invalid',
  ],
])('%j is refused at its field', async (part, field, code) => {
  const { settings } = await read();
  const answer = await change({ ...settings, ...part });
  expect([answer.status, answer.body.error.fields]).toEqual([422, { [field]: code }]);
});

test('specialists read the settings, the coordinator keeps them, nobody else sees them', async () => {
  const specialist = await app.signIn('specialist');
  const { settings } = await read();
  expect((await specialist.get('/api/urgent-settings')).status).toBe(200);
  expect((await change(settings, specialist)).status).toBe(403);
  for (const name of ['nurse', 'networkAdmin', 'evaluator'] as const) {
    expect((await (await app.signIn(name)).get('/api/urgent-settings')).status).toBe(403);
  }
});
