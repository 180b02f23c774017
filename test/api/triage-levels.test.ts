import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import {
  arrive,
  cardiology,
  endUrgent,
  fillHomes,
  geriatrics,
  residents,
  urgentBody,
} from '../support/urgent.ts';
import { accounts, departments, organisations } from '../support/world.ts';

const neurology = departments.neurology.id;

let app: TestApp;
const as = {} as Record<
  'nurse' | 'specialist' | 'secondSpecialist' | 'neurologist' | 'coordinator' | 'networkAdmin',
  Agent
>;
beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  for (const name of [
    'nurse',
    'specialist',
    'secondSpecialist',
    'neurologist',
    'coordinator',
    'networkAdmin',
  ] as const) {
    as[name] = await app.signIn(name);
  }
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T19:40:00Z');
  await endUrgent(app);
  await app.database.sql('DELETE FROM presence');
  await app.database.sql('UPDATE department SET level = 1, next_department_id = NULL');
});

const raise = async (): Promise<string> =>
  (await as.nurse.post('/api/urgent-requests').send(urgentBody({ background: 'Marcumar seit 2019' }))).body
    .requestId;
const to = (who: Agent, requestId: string, path: string, body: object = {}) =>
  who.post(`/api/urgent-requests/${requestId}/${path}`).send(body);
const queue = async (who: Agent) => (await who.get('/api/urgent-requests/queue')).body;
const view = (who: Agent, requestId: string) => who.get(`/api/urgent-requests/${requestId}`);
const setNext = (departmentId: string, nextDepartmentId: string | null, by = as.networkAdmin) =>
  by.put(`/api/urgent-levels/${departmentId}`).send({ level: 1, nextDepartmentId });

describe('raising by a level', () => {
  test('passes everything entered to the next department, which alone sees it then', async () => {
    await setNext(cardiology, neurology);
    const requestId = await raise();
    await to(as.specialist, requestId, 'claim');
    expect((await as.specialist.get(`/api/urgent-requests/${requestId}/next-level`)).body.next).toEqual({
      departmentId: neurology,
      department: 'Neurologie',
      organisation: 'Klinikum Testfeld',
      level: 1,
    });
    expect((await to(as.specialist, requestId, 'raise-level')).body).toEqual({
      requestId,
      departmentId: neurology,
    });
    expect((await view(as.specialist, requestId)).status).toBe(404);
    expect((await view(as.neurologist, requestId)).body).toMatchObject({
      request: { background: 'Marcumar seit 2019', status: 'waiting' },
      vitalSigns: expect.arrayContaining([expect.objectContaining({ takenBy: 'Test nurse' })]),
      ladder: { level: 2 },
    });
  });

  test('leads to whom the network asks by default where no next one is set, and nowhere from there', async () => {
    const requestId = await raise();
    expect((await to(as.specialist, requestId, 'raise-level')).body.departmentId).toBe(geriatrics);
    await endUrgent(app);
    await app.database.sql('UPDATE department SET active = false WHERE id = $1', [geriatrics]);
    const other = await raise();
    const refused = await to(as.specialist, other, 'raise-level');
    await app.database.sql('UPDATE department SET active = true WHERE id = $1', [geriatrics]);
    expect(refused.body.error.code).toBe('no_next_level');
  });

  test('whom it rings as next level accepts it with its department', async () => {
    await setNext(cardiology, neurology);
    await arrive(app, accounts.neurologist.id);
    const requestId = await raise();
    expect((await queue(as.neurologist)).items).toMatchObject([
      { requestId, ringing: true, step: 'coordination', department: { id: cardiology, name: 'Kardiologie' } },
    ]);
    expect((await view(as.neurologist, requestId)).body.request.patient.familyName).toBe('Testbewohner');
    // Guests accept or decline; what is the department's stays the department's.
    expect((await to(as.neurologist, requestId, 'pass', { departmentId: geriatrics })).status).toBe(404);
    expect((await to(as.neurologist, requestId, 'raise-level')).status).toBe(404);
    expect((await to(as.neurologist, requestId, 'claim')).status).toBe(200);
    expect((await view(as.nurse, requestId)).body).toMatchObject({
      request: { status: 'accepted', provider: { department: { id: neurology } } },
      claimedBy: 'Test neurologist',
      ladder: { level: 2 },
    });
    expect((await view(as.specialist, requestId)).status).toBe(404);
  });

  test('who declined as next level sees it no more', async () => {
    await setNext(cardiology, neurology);
    await arrive(app, accounts.neurologist.id);
    const requestId = await raise();
    expect((await to(as.neurologist, requestId, 'decline', { reason: 'not_my_field' })).status).toBe(200);
    expect((await view(as.neurologist, requestId)).status).toBe(404);
    expect((await queue(as.neurologist)).items).toEqual([]);
    expect((await to(as.neurologist, requestId, 'claim')).status).toBe(404);
  });

  test('levels are the network’s: kept without circles, read by departments', async () => {
    expect((await setNext(cardiology, neurology)).body).toMatchObject({
      name: 'Kardiologie',
      nextDepartmentId: neurology,
    });
    expect((await setNext(neurology, cardiology)).body.error.fields).toEqual({
      nextDepartmentId: 'next_level_circular',
    });
    expect((await setNext(neurology, neurology)).body.error.fields).toEqual({
      nextDepartmentId: 'next_level_circular',
    });
    expect((await setNext(neurology, organisations.hospital.id)).body.error.fields).toEqual({
      nextDepartmentId: 'department_unknown',
    });
    expect((await setNext(organisations.hospital.id, null)).status).toBe(404);
    expect((await setNext(cardiology, null, as.coordinator)).status).toBe(403);
    const levels = (await as.coordinator.get('/api/urgent-levels')).body.departments;
    expect(levels).toContainEqual(
      expect.objectContaining({ departmentId: cardiology, nextDepartmentId: neurology }),
    );
    expect((await as.nurse.get('/api/urgent-levels')).status).toBe(403);
  });
});

describe('a second specialist', () => {
  const invite = (requestId: string, accountId: string = accounts.neurologist.id, by = as.specialist) =>
    to(by, requestId, 'helpers', { accountId });

  test('sees this request and its patient and nothing else, and may enter the room', async () => {
    const requestId = await raise();
    const other = (
      await as.nurse.post('/api/urgent-requests').send(urgentBody({ patientId: residents.bruno.id }))
    ).body.requestId;
    await to(as.specialist, requestId, 'claim');
    expect((await invite(requestId)).body).toMatchObject({
      name: 'Test neurologist',
      department: { name: 'Neurologie' },
      state: 'invited',
      invitedBy: 'Test specialist',
    });
    expect((await queue(as.neurologist)).helping).toMatchObject([
      { requestId, ownHelp: 'invited', status: 'accepted', claimedBy: 'Test specialist' },
    ]);
    expect((await to(as.neurologist, requestId, 'helpers/answer', { answer: 'join' })).status).toBe(200);
    expect((await view(as.neurologist, requestId)).body).toMatchObject({
      request: { patient: { familyName: 'Testbewohner' }, side: 'provider' },
      vitalSigns: expect.arrayContaining([expect.objectContaining({ takenBy: 'Test nurse' })]),
      helpers: [{ name: 'Test neurologist', state: 'joined' }],
    });
    expect((await view(as.neurologist, other)).status).toBe(404);

    expect((await as.neurologist.post(`/api/requests/${requestId}/room`)).body).toMatchObject({
      side: 'provider',
      mayClose: false,
    });
    expect((await as.specialist.get(`/api/requests/${requestId}/room`)).body).toMatchObject({
      mayClose: true,
    });
  });

  test('decides nothing of the request: neither takes, passes, orders nor writes its report', async () => {
    const requestId = await raise();
    await invite(requestId);
    for (const [method, path, body] of [
      ['post', 'claim', {}],
      ['post', 'pass', { departmentId: geriatrics }],
      ['post', 'hand-back', { reason: 'other' }],
      ['put', 'order', { place: 'top', reason: 'known_patient' }],
      ['post', 'helpers', { accountId: accounts.secondSpecialist.id }],
    ] as const) {
      const answer = await as.neurologist[method](`/api/urgent-requests/${requestId}/${path}`).send(body);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const report = await as.neurologist
      .post(`/api/cases/${requestId}/report/final`)
      .send({ savedAt: '2026-11-23T19:40:00Z' });
    expect(report.status).toBe(404);
    // Asking back is what a second pair of eyes is for.
    expect((await to(as.neurologist, requestId, 'messages', { text: 'Sprache verwaschen?' })).body.kind).toBe(
      'question',
    );
  });

  test('who leaves or is taken out sees it no more, and can be asked again', async () => {
    const requestId = await raise();
    await invite(requestId);
    await to(as.neurologist, requestId, 'helpers/answer', { answer: 'decline' });
    expect((await view(as.neurologist, requestId)).status).toBe(404);
    expect((await invite(requestId)).body.state).toBe('invited');
    await to(as.neurologist, requestId, 'helpers/answer', { answer: 'join' });
    const remove = () =>
      as.specialist.delete(`/api/urgent-requests/${requestId}/helpers/${accounts.neurologist.id}`);
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 404]);
    expect((await view(as.neurologist, requestId)).status).toBe(404);
    expect((await view(as.specialist, requestId)).body.helpers).toMatchObject([{ state: 'left' }]);
  });

  test.each([
    ['a nurse', accounts.nurse.id],
    ['a coordinator', accounts.coordinator.id],
    ['nobody', '00000000-0000-8000-8004-999999999999'],
  ])('%s is not joined', async (_who, accountId) => {
    const requestId = await raise();
    expect((await invite(requestId, accountId)).body.error.fields).toEqual({ accountId: 'helper_unknown' });
  });

  test('can be chosen among all specialists, who can be reached first; and not once it is over', async () => {
    await arrive(app, accounts.neurologist.id);
    const requestId = await raise();
    const { colleagues } = (await as.specialist.get(`/api/urgent-requests/${requestId}/colleagues`)).body;
    expect(colleagues).toMatchObject([
      { name: 'Test neurologist', department: { name: 'Neurologie' }, reachable: true },
      { name: 'Test secondSpecialist', reachable: false },
    ]);
    await to(as.nurse, requestId, 'withdraw', { reason: 'better' });
    expect((await invite(requestId)).body.error.code).toBe('request_state');
    expect((await as.nurse.get(`/api/urgent-requests/${requestId}/colleagues`)).status).toBe(403);
  });
});
