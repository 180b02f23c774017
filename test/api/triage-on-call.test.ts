import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T18:00:00Z' });
  coordinator = await app.signIn('coordinator');
});
afterAll(() => app.close());

const shift = (change: Record<string, unknown> = {}) => ({
  practitionerId: practitioners.specialist.id,
  level: 'primary',
  startAt: '2026-11-23T17:00:00Z',
  endAt: '2026-11-24T07:00:00Z',
  ...change,
});
const list = (as: Agent) =>
  as.get('/api/on-call').query({
    departmentId: departments.cardiology.id,
    from: '2026-11-23T00:00:00Z',
    until: '2026-11-30T00:00:00Z',
  });

test('the coordinator makes, moves and removes shifts; everybody sees who is on call now', async () => {
  const made = await coordinator.post('/api/on-call').send(shift());
  expect(made.body).toMatchObject({ level: 'primary', practitioner: { name: 'Dr. med. Test Herzmuster' } });
  expect((await list(await app.signIn('nurse'))).body).toMatchObject({
    shifts: [{ id: made.body.id }],
    now: { primary: { name: 'Dr. med. Test Herzmuster' }, deputy: null },
  });
  expect((await (await app.signIn('specialist')).get('/api/urgent-requests/queue')).body.own).toEqual({
    level: 'primary',
    until: '2026-11-24T07:00:00.000Z',
  });

  const overlap = await coordinator
    .post('/api/on-call')
    .send(shift({ practitionerId: practitioners.secondSpecialist.id }));
  expect([overlap.status, overlap.body.error.code]).toEqual([409, 'on_call_taken']);
  expect(
    (
      await coordinator
        .post('/api/on-call')
        .send(shift({ level: 'deputy', practitionerId: practitioners.secondSpecialist.id }))
    ).status,
  ).toBe(201);

  const moved = await coordinator
    .put(`/api/on-call/${made.body.id}`)
    .send(shift({ startAt: '2026-11-24T17:00:00Z', endAt: '2026-11-25T07:00:00Z' }));
  expect(moved.body.startAt).toBe('2026-11-24T17:00:00.000Z');
  expect((await list(coordinator)).body.now.primary).toBeNull();
  expect((await coordinator.delete(`/api/on-call/${made.body.id}`)).status).toBe(200);
  expect((await coordinator.delete(`/api/on-call/${made.body.id}`)).status).toBe(404);
});

test.each([
  [{ endAt: '2026-11-23T17:00:00Z' }, 'endAt', 'end_before_start'],
  [{ startAt: '2026-11-20T17:00:00Z', endAt: '2026-11-21T17:00:00Z' }, 'endAt', 'time_in_past'],
  [{ practitionerId: practitioners.neurologist.id }, 'practitionerId', 'practitioner_unknown'],
  [{ startAt: 'gestern' }, 'startAt', 'invalid_format'],
])('%j is refused at its field', async (change, field, code) => {
  const answer = await coordinator.post('/api/on-call').send(shift(change));
  expect([answer.status, answer.body.error.fields?.[field]]).toEqual([422, code]);
});

test('nobody else keeps the shifts, and not those of another department', async () => {
  for (const name of ['specialist', 'nurse', 'networkAdmin'] as const) {
    expect((await (await app.signIn(name)).post('/api/on-call').send(shift())).status).toBe(403);
  }
  const [foreign] = await app.database.sql<{ id: string }>(
    `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at)
     VALUES ($1, $2, 'primary', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z') RETURNING id`,
    [departments.neurology.id, practitioners.neurologist.id],
  );
  expect((await coordinator.delete(`/api/on-call/${foreign?.id}`)).status).toBe(404);
});
