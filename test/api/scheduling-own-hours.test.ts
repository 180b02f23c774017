import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
let practice: Agent;

// Monday, 23 November 2026, 10:00 in Oldenburg.
beforeAll(async () => {
  app = await createTestApp();
  coordinator = await app.signIn('coordinator');
  practice = await app.signIn('physician');
  await addRoster(app, { counties: ['03999'] });
});
afterAll(() => app.close());

const range = { from: '2026-11-23', until: '2026-11-30' };
const starts = async (agent: Agent, query: object) => {
  const { body } = await agent
    .get('/api/free-times')
    .query({ ...query, ...range })
    .expect(200);
  return body.times.map(({ startAt }: { startAt: string }) => startAt.slice(5, 16));
};

it('shows a department its own hours, whomever they are open to', async () => {
  const times = ['11-24T08:00', '11-24T08:20', '11-24T08:40'];
  expect(await starts(coordinator, { departmentId: departments.cardiology.id })).toEqual(times);
  expect(await starts(coordinator, { practitionerId: practitioners.specialist.id })).toEqual(times);
  expect(await starts(practice, { departmentId: departments.cardiology.id })).toEqual([]);
});
