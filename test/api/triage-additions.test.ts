import sharp from 'sharp';
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
});

const { anna, bruno } = residents;
const raise = async (change: Record<string, unknown> = {}): Promise<string> =>
  (await nurse.post('/api/urgent-requests').send(urgentBody(change))).body.requestId;
const add = (requestId: string, body: object, as = nurse, key = crypto.randomUUID()) =>
  as
    .post(`/api/urgent-requests/${requestId}/additions`)
    .set('Idempotency-Key', key)
    .send({ vitals: {}, ...body });
const view = async (requestId: string, as = specialist) =>
  (await as.get(`/api/urgent-requests/${requestId}`)).body;
const queue = async (): Promise<{ requestId: string; added: object | null }[]> =>
  (await specialist.get('/api/urgent-requests/queue')).body.items;

const photo = async (patientId: string): Promise<string> => {
  const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  const answer = await nurse
    .post(`/api/patients/${patientId}/attachments`)
    .query({ kind: 'wound' })
    .set('Content-Type', 'image/jpeg')
    .send(picture);
  expect(answer.status).toBe(201);
  return answer.body.id;
};

test('a second request for the same person becomes an addition: scored, ordered anew, and seen by the specialist', async () => {
  const requestId = await raise();
  const other = await raise({ patientId: bruno.id, vitals: { respiratoryRate: 22, pulse: 112 } });
  expect((await queue()).map((item) => item.requestId)).toEqual([other, requestId]);

  const second = await nurse
    .post('/api/urgent-requests')
    .send(urgentBody({ situations: ['breathlessness'], urgency: 'immediate' }));
  expect([second.status, second.body.error.code, second.body.error.data]).toEqual([
    409,
    'urgent_request_open',
    { requestId },
  ]);

  app.clock.advance(240_000);
  const picture = await photo(anna.id);
  const answer = await add(requestId, {
    vitals: { respiratoryRate: 26, oxygenSaturation: 90, onOxygen: false },
    situations: ['breathlessness', 'fever'],
    situationNote: 'Atmet schnell und rasselnd',
    onset: 'minutes',
    wanted: 'transport',
    background: 'COPD seit 2015',
    attachments: [picture],
    callbackPhone: '0441 5550123',
  });
  expect([answer.status, answer.body]).toEqual([
    201,
    { requestId, news2: expect.any(Number), urgency: 'immediate' },
  ]);
  expect(answer.body.news2).toBeGreaterThanOrEqual(7);

  const [first] = await queue();
  expect(first).toMatchObject({
    requestId,
    urgency: 'immediate',
    added: { at: '2026-11-23T19:44:00.000Z', situations: ['breathlessness', 'fever'] },
  });
  const seen = await view(requestId);
  expect(seen).toMatchObject({
    urgency: 'immediate',
    situations: ['fever', 'breathlessness'],
    callbackPhone: '0441 5550123',
    targetAt: '2026-11-23T19:47:00.000Z',
    additions: [
      {
        at: '2026-11-23T19:44:00.000Z',
        by: 'Test nurse',
        situations: ['breathlessness', 'fever'],
        note: 'Atmet schnell und rasselnd',
        onset: 'minutes',
        wanted: 'transport',
        background: 'COPD seit 2015',
        pictures: 1,
        hasValues: true,
      },
    ],
  });
  // Taken before and known still: the new set counts with the temperature and the pulse of the first.
  expect(seen.vitalSigns[0]).toMatchObject({
    values: { respiratoryRate: 26 },
    news2: { value: answer.body.news2 },
  });
  const pictures = await specialist.get(`/api/requests/${requestId}/attachments`);
  expect(pictures.body.attachments.map(({ id }: { id: string }) => id)).toEqual([picture]);

  const [event] = await app.database.sql<{ payload: object }>(
    `SELECT payload FROM event_log WHERE request_id = $1 AND type = 'urgent.added'`,
    [requestId],
  );
  expect(JSON.stringify(event)).not.toMatch(/rasselnd|COPD/);
});

test('the same addition sent twice, or twice at once, is added once', async () => {
  const requestId = await raise();
  const key = crypto.randomUUID();
  const body = { vitals: { pulse: 128 }, situationNote: 'Herzrasen' };
  const [one, two] = await Promise.all([add(requestId, body, nurse, key), add(requestId, body, nurse, key)]);
  const again = await add(requestId, body, nurse, key);
  expect(again.status).toBe(201);
  expect([one.body, two.body].filter((reply) => reply.requestId === requestId).length).toBeGreaterThan(0);
  const seen = await view(requestId);
  expect(seen.additions).toHaveLength(1);
  expect(
    seen.vitalSigns.filter(({ values }: { values: { pulse: number } }) => values.pulse === 128),
  ).toHaveLength(1);
});

test('what a person chooses raises the urgency and never lowers it', async () => {
  const requestId = await raise({ urgency: 'urgent' });
  expect((await add(requestId, { urgency: 'today', situationNote: 'x' })).body.urgency).toBe('urgent');
  expect((await add(requestId, { urgency: 'immediate' })).body.urgency).toBe('immediate');
  expect((await view(requestId)).request.urgency).toBe('immediate');
});

test('it is added also while a physician has the request, who sees it, and nobody else is rung for it', async () => {
  const requestId = await raise();
  await specialist.post(`/api/urgent-requests/${requestId}/claim`);
  expect((await add(requestId, { vitals: { pulse: 140 }, situationNote: 'Puls steigt' })).status).toBe(201);
  const seen = await view(requestId);
  expect([seen.request.status, seen.additions[0].note]).toEqual(['accepted', 'Puls steigt']);
  expect(await queue()).toEqual([]);
  const rings = await app.database.sql(
    'SELECT 1 FROM urgent_ring WHERE request_id = $1 AND ended_at IS NULL',
    [requestId],
  );
  expect(rings).toEqual([]);
});

test('pregnancy that is said later takes the score away', async () => {
  await app.database.sql(`UPDATE patient SET birth_date = '1996-03-12' WHERE id = $1`, [bruno.id]);
  const requestId = await raise({ patientId: bruno.id });
  expect((await add(requestId, { pregnant: true, vitals: { pulse: 120 } })).body.news2).toBeNull();
  expect((await view(requestId)).pregnant).toBe(true);
});

test('nothing, impossible values, a picture of somebody else, a finished request and a stranger are refused', async () => {
  const requestId = await raise();
  expect((await add(requestId, {})).body.error.code).toBe('addition_empty');
  expect((await add(requestId, { vitals: { oxygenSaturation: 130 } })).body.error.fields).toEqual({
    'vitals.oxygenSaturation': 'probably_other_field',
  });
  expect((await add(requestId, { situations: ['unheard_of'] })).body.error.fields).toEqual({
    situations: 'situation_unknown',
  });
  const foreign = await photo(bruno.id);
  const refused = await add(requestId, { situationNote: 'mit Bild', attachments: [foreign] });
  expect(refused.body.error.fields).toEqual({ attachments: 'attachment_unknown' });
  // All or nothing: the text of the refused one is not there.
  expect((await view(requestId)).additions).toEqual([]);
  for (const name of ['otherNurse', 'specialist', 'assistant'] as const) {
    expect((await add(requestId, { situationNote: 'x' }, await app.signIn(name))).status).toBe(404);
  }
  await nurse.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' });
  expect((await add(requestId, { situationNote: 'x' })).body.error).toMatchObject({
    code: 'request_state',
    data: { status: 'withdrawn' },
  });
});
