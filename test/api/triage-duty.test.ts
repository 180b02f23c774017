import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doStepJob } from '../../server/modules/triage/ladder/work-steps.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import {
  arrive,
  endUrgent,
  fillHomes,
  killServer,
  pass,
  putOnCall,
  takeStepJobs,
  urgentBody,
} from '../support/urgent.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let nurse: Agent;
let primary: Agent;
let coordinator: Agent;

beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  nurse = await app.signIn('nurse');
  primary = await app.signIn('specialist');
  coordinator = await app.signIn('coordinator');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T19:40:00Z');
  await endUrgent(app);
  await app.database.sql('DELETE FROM presence');
  await app.database.sql('DELETE FROM duty_status');
  await app.database.sql(`DELETE FROM pgboss.job WHERE name = 'triage.step'`);
  await putOnCall(app, { primary: 'specialist', deputy: 'secondSpecialist' });
  await arrive(app, accounts.specialist.id, accounts.secondSpecialist.id);
});

const jobs = async () => {
  for (const job of await takeStepJobs(app)) await doStepJob(app.deps, job);
};
const raise = async () =>
  (await nurse.post('/api/urgent-requests').send(urgentBody({ urgency: 'urgent' }))).body.requestId;
const ladder = async (requestId: string) =>
  (await nurse.get(`/api/urgent-requests/${requestId}`)).body.ladder;
const rung = async (requestId: string) =>
  (await ladder(requestId)).ringing.map(({ name }: { name: string }) => name).sort();
const set = (status: string, minutes?: number) =>
  primary.put('/api/duty').send({ status, ...(minutes ? { minutes } : {}) });

test('who is not available is passed over, and rung along from the moment of being ready', async () => {
  expect((await primary.get('/api/duty')).body).toEqual({
    status: 'ready',
    until: null,
    onCall: { level: 'primary', until: expect.any(String) },
  });
  await set('away');
  const requestId = await raise();
  expect(await ladder(requestId)).toMatchObject({
    step: 'deputy',
    skipped: [{ step: 'primary', because: 'nobody_reachable' }],
  });
  await jobs();
  expect(await rung(requestId)).toEqual(['Test secondSpecialist']);
  await set('ready');
  await jobs();
  expect(await rung(requestId)).toEqual(['Test secondSpecialist', 'Test specialist']);
});

test('who says "not available" while it rings is rung no more, and the deputy is rung at once', async () => {
  const requestId = await raise();
  expect(await rung(requestId)).toEqual(['Test specialist']);
  await set('away');
  await jobs();
  expect(await ladder(requestId)).toMatchObject({ step: 'deputy' });
  expect(await rung(requestId)).toEqual(['Test secondSpecialist']);
});

test('"soon" holds for its minutes, and then rings by itself', async () => {
  expect((await set('soon', 5)).body).toMatchObject({ status: 'soon', until: '2026-11-23T19:45:00.000Z' });
  const requestId = await raise();
  await jobs();
  expect(await rung(requestId)).toEqual(['Test secondSpecialist']);
  await pass(app, 300_000);
  // The deadlines of the steps are not what is tested here.
  const due = (await takeStepJobs(app)).filter((job) => 'departmentId' in job);
  for (const job of due) await doStepJob(app.deps, job);
  expect(await rung(requestId)).toEqual(['Test secondSpecialist', 'Test specialist']);
  expect((await primary.get('/api/duty')).body.status).toBe('ready');
});

test('the department sees who can be reached, those on call first, and no longer than their server lives', async () => {
  await set('away');
  const staff = async () => (await coordinator.get('/api/duty/staff')).body.staff;
  expect(await staff()).toMatchObject([
    { name: 'Test specialist', onCall: 'primary', present: true, status: 'away', reachable: false },
    { name: 'Test secondSpecialist', onCall: 'deputy', present: true, status: 'ready', reachable: true },
    { name: 'Test coordinator', role: 'coordinator', onCall: null, present: false, reachable: false },
  ]);
  await killServer(app);
  await pass(app, 7_999);
  expect((await staff())[1]).toMatchObject({ present: true });
  await pass(app, 1);
  expect((await staff())[1]).toMatchObject({ present: false, reachable: false });
});

test('is the department’s own affair', async () => {
  expect((await nurse.get('/api/duty')).status).toBe(403);
  expect((await nurse.get('/api/duty/staff')).status).toBe(403);
  expect((await nurse.put('/api/duty').send({ status: 'away' })).status).toBe(403);
  const answer = await set('maybe');
  expect([answer.status, answer.body.error.fields]).toEqual([422, { status: 'invalid_value' }]);
});
