import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { endUrgent, fillHomes, residents, urgentBody } from '../support/urgent.ts';

let app: TestApp;
let nurse: Agent;
let specialist: Agent;
beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  nurse = await app.signIn('nurse');
  specialist = await app.signIn('specialist');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T19:40:00Z');
  await endUrgent(app);
  await app.database.sql('DELETE FROM oxygen_scale_decision');
  await app.database.sql(`UPDATE patient SET birth_date = '1938-03-12', sex = 'female'`);
});

const { anna, bruno, elsewhere } = residents;
/** 90 % on air: 3 points by scale 1, none by scale 2. */
const vitals = { oxygenSaturation: 90, onOxygen: false };
const raise = (change: object = {}) =>
  nurse
    .post('/api/urgent-requests')
    .send(urgentBody({ vitals, urgency: 'urgent', situations: ['wound'], ...change }));
const view = async (requestId: string) => (await nurse.get(`/api/urgent-requests/${requestId}`)).body;
const decide = (body: object, as = specialist, patientId: string = anna.id) =>
  as.put(`/api/patients/${patientId}/oxygen-scale`).send(body);
const read = async (as: Agent, patientId: string = anna.id) =>
  as.get(`/api/patients/${patientId}/oxygen-scale`);
const queue = async () => (await specialist.get('/api/urgent-requests/queue')).body.items;

test('oxygen is scored by scale 1 until a physician decides otherwise, and at once by scale 2 then', async () => {
  const { requestId } = (await raise()).body;
  const other = (await raise({ patientId: bruno.id, vitals: { pulse: 95 } })).body.requestId;
  expect((await view(requestId)).vitalSigns[0].news2.value).toBe(3);
  expect((await queue()).map((item: { requestId: string }) => item.requestId)).toEqual([requestId, other]);

  const note = 'COPD Gold 4, Zielbereich 88 bis 92 % laut Pneumologie';
  expect((await decide({ scale: 2, note })).body).toEqual({
    scale: 2,
    decidedBy: 'Test specialist',
    decidedAt: '2026-11-23T19:40:00.000Z',
    note,
  });
  expect((await read(nurse)).body.scale).toBe(2);
  expect((await view(requestId)).oxygenScale).toMatchObject({ scale: 2, decidedBy: 'Test specialist' });
  const [first, second] = await queue();
  expect(first).toMatchObject({ requestId: other, oxygenScale: 1 });
  expect(second).toMatchObject({ requestId, oxygenScale: 2, news2: { value: 0 } });

  // What is measured next counts by it, too, and so does the next request.
  await nurse
    .post(`/api/urgent-requests/${requestId}/vital-signs`)
    .send({ vitals: { oxygenSaturation: 84 } });
  expect((await view(requestId)).vitalSigns[0].news2.value).toBe(2);
  await endUrgent(app);
  const again = (await raise()).body.requestId;
  expect((await view(again)).vitalSigns[0].news2.value).toBe(0);

  app.clock.advance(1000);
  await decide({ scale: 1 });
  expect((await read(nurse)).body).toMatchObject({ scale: 1, note: null });
  expect(await app.database.sql('SELECT 1 FROM oxygen_scale_decision')).toHaveLength(2);
});

test('scale 2 needs a reason and a physician who sees the person, and is not for under sixteen', async () => {
  await raise();
  expect((await decide({ scale: 2 })).body.error.fields).toEqual({ note: 'reason_missing' });
  expect((await decide({ scale: 3, note: 'x' })).status).toBe(422);
  for (const name of ['nurse', 'coordinator', 'assistant', 'networkAdmin'] as const) {
    expect((await decide({ scale: 2, note: 'x' }, await app.signIn(name))).status).toBe(403);
  }
  expect((await decide({ scale: 2, note: 'x' }, await app.signIn('neurologist'))).status).toBe(404);
  expect((await decide({ scale: 2, note: 'x' }, specialist, elsewhere.id)).status).toBe(404);
  expect((await read(await app.signIn('otherNurse'))).status).toBe(404);
  await app.database.sql(`UPDATE patient SET birth_date = '2014-03-12' WHERE id = $1`, [anna.id]);
  expect((await decide({ scale: 2, note: 'x' })).body.error.code).toBe('news2_not_applicable');
});

test('in pregnancy and under sixteen nothing is scored, and the values are sent all the same', async () => {
  await app.database.sql(`UPDATE patient SET birth_date = '1996-03-12' WHERE id = $1`, [anna.id]);
  const { requestId } = (await raise({ pregnant: true })).body;
  const whole = await view(requestId);
  expect(whole.pregnant).toBe(true);
  expect(whole.vitalSigns[0]).toMatchObject({ values: { oxygenSaturation: 90 }, news2: null });
  expect((await queue())[0]).toMatchObject({ pregnant: true, news2: null });
  await nurse.post(`/api/urgent-requests/${requestId}/vital-signs`).send({ vitals: { pulse: 140 } });
  expect((await view(requestId)).vitalSigns[0].news2).toBeNull();

  await app.database.sql(`UPDATE patient SET sex = 'male' WHERE id = $1`, [bruno.id]);
  const refused = await raise({ patientId: bruno.id, pregnant: true });
  expect([refused.status, refused.body.error.fields]).toEqual([422, { pregnant: 'pregnant_implausible' }]);
});
