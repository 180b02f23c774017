import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { endUrgent, fillHomes, residents, urgentBody } from '../support/urgent.ts';

let app: TestApp;
let byTime: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  byTime = await createTestApp({ environment: { TRIAGE_SORTING: 'time' } });
  for (const one of [app, byTime]) await fillHomes(one);
});
afterAll(async () => {
  await app.close();
  await byTime.close();
});
beforeEach(async () => {
  for (const one of [app, byTime]) {
    one.clock.set('2026-11-23T19:40:00Z');
    await endUrgent(one);
  }
});

const raise = async (of: TestApp, change: Record<string, unknown>): Promise<string> => {
  const nurse = await of.signIn('nurse');
  const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody(change))).body;
  of.clock.advance(60_000);
  return requestId;
};
type Item = { requestId: string; before: string | null; override: unknown };
const queueOf = async (of: TestApp): Promise<{ sortedBy: string; items: Item[] }> =>
  (await (await of.signIn('specialist')).get('/api/urgent-requests/queue')).body;
const order = (as: Agent, requestId: string, body: object) =>
  as.put(`/api/urgent-requests/${requestId}/order`).send(body);
const ids = (items: Item[]) => items.map(({ requestId, before }) => [requestId, before]);

describe('putting on top', () => {
  test('stands first whatever the rule says, with who and why, until it is put back', async () => {
    const urgent = await raise(app, { urgency: 'immediate' });
    const calm = await raise(app, { patientId: residents.bruno.id });
    const specialist = await app.signIn('specialist');
    expect((await order(specialist, calm, { place: 'top', reason: 'known_patient' })).status).toBe(200);
    const { items } = await queueOf(app);
    expect(ids(items)).toEqual([
      [calm, 'override'],
      [urgent, null],
    ]);
    expect(items[0]?.override).toEqual({
      by: 'Test specialist',
      reason: 'known_patient',
      note: null,
      at: '2026-11-23T19:42:00.000Z',
    });
    const [event] = await app.database.sql(
      `SELECT payload ->> 'reason' AS reason, actor_account_id IS NOT NULL AS named FROM event_log
       WHERE type = 'urgent.ordered' AND request_id = $1`,
      [calm],
    );
    expect(event).toEqual({ reason: 'known_patient', named: true });
    expect((await order(await app.signIn('coordinator'), calm, { place: 'rule' })).status).toBe(200);
    expect(ids((await queueOf(app)).items)).toEqual([
      [urgent, 'urgency'],
      [calm, null],
    ]);
  });

  test('what was put there last stands first', async () => {
    const first = await raise(app, {});
    const second = await raise(app, { patientId: residents.bruno.id });
    const coordinator = await app.signIn('coordinator');
    await order(coordinator, first, { place: 'top', reason: 'quickly_done' });
    app.clock.advance(1000);
    await order(coordinator, second, {
      place: 'top',
      reason: 'other',
      note: 'Zuerst, weil der Rettungsdienst wartet',
    });
    expect(ids((await queueOf(app)).items)).toEqual([
      [second, 'override'],
      [first, null],
    ]);
  });

  test.each([
    [{ place: 'top' }, 'reason', 'reason_missing'],
    [{ place: 'top', reason: 'other' }, 'note', 'reason_missing'],
    [{ place: 'top', reason: 'because' }, 'reason', 'invalid_value'],
    [{ place: 'top', reason: 'other', note: 'x'.repeat(201) }, 'note', 'too_long'],
  ])('%j is refused at its field', async (body, field, code) => {
    const requestId = await raise(app, {});
    const answer = await order(await app.signIn('specialist'), requestId, body);
    expect([answer.status, answer.body.error.fields]).toEqual([422, { [field]: code }]);
  });

  test('is the department’s, and only while it waits', async () => {
    const requestId = await raise(app, {});
    const top = { place: 'top', reason: 'known_patient' };
    expect((await order(await app.signIn('nurse'), requestId, top)).status).toBe(403);
    expect((await order(await app.signIn('neurologist'), requestId, top)).status).toBe(404);
    const specialist = await app.signIn('specialist');
    await specialist.post(`/api/urgent-requests/${requestId}/claim`);
    expect((await order(specialist, requestId, top)).body.error.code).toBe('request_state');
  });
});

describe('without sorting by score', () => {
  test('urgency and waiting time alone decide, and it is said', async () => {
    const calm = await raise(byTime, { vitals: { pulse: 80 } });
    const worse = await raise(byTime, {
      patientId: residents.bruno.id,
      vitals: { pulse: 132 },
      urgency: 'urgent',
    });
    const later = await raise(byTime, { patientId: residents.clara.id, vitals: { pulse: 125 } });
    const { sortedBy, items } = await queueOf(byTime);
    expect(sortedBy).toBe('time');
    expect(ids(items)).toEqual([
      [worse, 'urgency'],
      [calm, 'waiting_time'],
      [later, null],
    ]);
    expect((await queueOf(app)).sortedBy).toBe('rule');
  });

  test('added values raise nobody by themselves: the suggestion is shown, a person decides', async () => {
    const requestId = await raise(byTime, {});
    const nurse = await byTime.signIn('nurse');
    const added = await nurse.post(`/api/urgent-requests/${requestId}/vital-signs`).send({
      vitals: { respiratoryRate: 26, oxygenSaturation: 90, consciousness: 'confusion' },
    });
    expect(added.body).toMatchObject({ urgency: 'today', news2: expect.any(Number) });
    expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body).toMatchObject({
      urgency: 'today',
      suggested: { urgency: 'immediate' },
    });
  });
});

describe('while it waits', () => {
  const write = (as: Agent, requestId: string, text: string) =>
    as.post(`/api/urgent-requests/${requestId}/messages`).send({ text });

  test('the department asks back and the house answers; both see it, the log does not', async () => {
    const requestId = await raise(app, {});
    const [specialist, nurse] = [await app.signIn('specialist'), await app.signIn('nurse')];
    expect((await write(specialist, requestId, 'Seit wann das Fieber?')).body).toMatchObject({
      kind: 'question',
      by: 'Test specialist',
    });
    expect((await queueOf(app)).items[0]).toMatchObject({ openQuestions: 1 });
    app.clock.advance(30_000);
    expect((await write(nurse, requestId, 'Seit heute Mittag')).body.kind).toBe('answer');
    expect((await queueOf(app)).items[0]).toMatchObject({ openQuestions: 0 });
    for (const as of [specialist, nurse]) {
      expect((await as.get(`/api/urgent-requests/${requestId}`)).body.messages).toMatchObject([
        { kind: 'question', text: 'Seit wann das Fieber?', by: 'Test specialist' },
        { kind: 'answer', text: 'Seit heute Mittag', by: 'Test nurse' },
      ]);
    }
    const log = await app.database.sql(`SELECT payload::text FROM event_log WHERE request_id = $1`, [
      requestId,
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Fieber|Mittag/);
  });

  test('nobody else asks, nothing is asked when it is over, and a repeat is one question', async () => {
    const requestId = await raise(app, {});
    expect((await write(await app.signIn('otherNurse'), requestId, 'Hallo')).status).toBe(404);
    expect((await write(await app.signIn('neurologist'), requestId, 'Hallo')).status).toBe(404);
    const [specialist, nurse] = [await app.signIn('specialist'), await app.signIn('nurse')];
    expect((await write(nurse, requestId, '  ')).body.error.fields).toEqual({ text: 'text_missing' });
    const ask = () =>
      specialist
        .post(`/api/urgent-requests/${requestId}/messages`)
        .set('Idempotency-Key', 'frage-00000001')
        .send({ text: 'Puls?' });
    await Promise.all([ask(), ask()]);
    expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body.messages).toHaveLength(1);
    await nurse.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' });
    expect((await write(specialist, requestId, 'Noch da?')).body.error.code).toBe('request_state');
  });

  test('a called ambulance is seen by both sides, and the request goes on', async () => {
    const requestId = await raise(app, {});
    const nurse = await app.signIn('nurse');
    const call = () => nurse.post(`/api/urgent-requests/${requestId}/ambulance`);
    const first = await call();
    app.clock.advance(60_000);
    expect((await call()).body).toEqual(first.body);
    expect((await queueOf(app)).items[0]).toMatchObject(first.body);
    expect(
      (await (await app.signIn('specialist')).post(`/api/urgent-requests/${requestId}/ambulance`)).status,
    ).toBe(404);
    expect((await nurse.get(`/api/urgent-requests/${requestId}`)).body.request.status).toBe('waiting');
  });
});
