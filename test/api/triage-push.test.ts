import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { openPushService, type PushService } from '../support/push-service.ts';
import { endUrgent, fillHomes, residents, urgentBody } from '../support/urgent.ts';
import { accounts, departments, practitioners } from '../support/world.ts';

let app: TestApp;
let service: PushService;
let nurse: Agent;
let specialist: Agent;
beforeAll(async () => {
  service = await openPushService();
  app = await createTestApp({ environment: { PUSH_HOSTS: service.host } });
  await fillHomes(app);
  nurse = await app.signIn('nurse');
  specialist = await app.signIn('specialist');
  await app.database.sql(
    `INSERT INTO on_call_shift (department_id, practitioner_id, level, start_at, end_at)
     VALUES ($1, $2, 'primary', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')`,
    [departments.cardiology.id, practitioners.specialist.id],
  );
});
afterAll(async () => {
  await app.close();
  await service.close();
});
beforeEach(async () => {
  await endUrgent(app);
  await app.settle();
  await app.database.sql('DELETE FROM push_device');
  service.answer(201);
  service.received.splice(0);
});

const switchOn = (who: Agent = specialist) => who.post('/api/push').send(service.subscription);
const raise = async () => {
  const { body } = await nurse.post('/api/urgent-requests').send(urgentBody()).expect(201);
  await app.settle();
  return body.requestId as string;
};

describe('a browser without an open window', () => {
  it('makes its person reachable, rings without naming anybody, and is stilled when somebody claims', async () => {
    await switchOn().expect(201);
    const requestId = await raise();
    const [ring] = service.received;
    expect(ring).toEqual({
      message: { kind: 'ring', requestId, title: 'Heute', body: expect.stringMatching(/ ruft die .+\.$/) },
      ttl: '60',
      urgency: 'high',
      audience: `https://${service.host}`,
    });
    const [resident] = await app.database.sql<{ family: string; given: string }>(
      'SELECT family_name AS family, given_name AS given FROM patient WHERE id = $1',
      [residents.anna.id],
    );
    expect(JSON.stringify(ring)).not.toMatch(new RegExp(`${resident?.family}|${resident?.given}|Fieber`));
    await specialist.post(`/api/urgent-requests/${requestId}/claim`).send({}).expect(200);
    await app.settle();
    expect(service.received.at(-1)?.message).toMatchObject({ kind: 'stop', requestId });
  });

  it('is forgotten when its push service knows it no more, and kept while that does not answer', async () => {
    await switchOn().expect(201);
    service.answer(503);
    await raise();
    expect((await specialist.get('/api/push').expect(200)).body.devices).toBe(1);
    await endUrgent(app);
    service.answer(410);
    await raise();
    expect((await specialist.get('/api/push').expect(200)).body.devices).toBe(0);
  });

  it('belongs to whoever switched it on last', async () => {
    await switchOn().expect(201);
    const colleague = await app.signIn('coordinator');
    await switchOn(colleague).expect(201);
    const rows = await app.database.sql('SELECT account_id FROM push_device');
    expect(rows).toEqual([{ account_id: accounts.coordinator.id }]);
    const { endpoint } = service.subscription;
    await specialist.post('/api/push/remove').send({ endpoint }).expect(200);
    expect(await app.database.sql('SELECT id FROM push_device')).toHaveLength(1);
    await colleague.post('/api/push/remove').send({ endpoint }).expect(200);
    expect(await app.database.sql('SELECT id FROM push_device')).toEqual([]);
  });

  it('is at a push service of a browser maker, and of a department', async () => {
    for (const endpoint of ['https://10.0.0.1/x', 'http://127.0.0.1:1/x', 'https://push.evil.example/x']) {
      const answer = await specialist
        .post('/api/push')
        .send({ ...service.subscription, endpoint })
        .expect(422);
      expect(answer.body.error.fields).toEqual({ endpoint: 'push_service_unknown' });
    }
    await switchOn(nurse).expect(403);
  });

  it('has one key for the whole network, whose private half nobody reads', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => specialist.get('/api/push').expect(200)));
    expect(new Set(keys.map(({ body }) => body.publicKey)).size).toBe(1);
    expect(Buffer.from(keys[0]?.body.publicKey, 'base64url')).toHaveLength(65);
    expect(JSON.stringify(keys[0]?.body)).not.toContain('"d"');
  });
});
