import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { accounts, organisations } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const anna = {
  familyName: 'Müller-Test',
  givenName: 'Anna',
  birthDate: '1941-03-12',
  sex: 'female',
  kvnr: 'A123456780',
};

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
});
afterAll(() => app.close());

const create = (agent: Agent, body: object) => agent.post('/api/patients').send(body);
const actorOf = (name: 'assistant' | 'otherAssistant'): Actor => ({
  accountId: accounts[name].id,
  role: 'assistant',
  displayName: '',
  organisationId: organisations[accounts[name].organisation].id,
  organisationKind: 'practice',
  departmentId: null,
  practitionerId: null,
});

describe('patients', () => {
  let id: string;

  it('are taken up with a normalised insurance number, and recorded', async () => {
    const answer = await create(practice, { ...anna, kvnr: 'a123 456 780', allergies: '' }).expect(201);
    expect(answer.body).toMatchObject({
      ...anna,
      kvnrWarning: null,
      allergies: '',
      medication: null,
      insuranceKind: 'GKV',
    });
    id = answer.body.id;
    const events = await app.database.sql(
      `SELECT actor_account_id AS by, patient_id AS patient, payload FROM event_log WHERE type = 'patient.created'`,
    );
    expect(events).toEqual([{ by: accounts.assistant.id, patient: id, payload: {} }]);
  });

  it('exist once per organisation and number, and again elsewhere', async () => {
    const twin = await create(practice, anna).expect(409);
    expect(twin.body.error).toMatchObject({
      code: 'patient_exists',
      fields: { kvnr: 'patient_exists' },
      data: { patientId: id },
    });
    await create(other, anna).expect(201);
  });

  it('are not made twice by two hands at once', async () => {
    const twins = { ...anna, kvnr: 'T123456780' };
    const answers = await Promise.all([
      create(practice, twins),
      create(practice, twins),
      create(practice, twins),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    ['kvnr', 'A123456781', 'kvnr_invalid'],
    ['kvnr', '12', 'kvnr_invalid'],
    ['birthDate', '2026-11-24', 'birth_date_future'],
    ['birthDate', '1889-12-31', 'birth_date_too_early'],
    ['birthDate', '2001-02-30', 'date_invalid'],
    ['payerIk', '123456789', 'ik_invalid'],
    ['postalCode', '2613', 'postal_code_invalid'],
    ['familyName', ' ', 'required'],
    ['sex', 'F', 'required'],
    ['surname', 'x', 'unknown_field'],
  ])('are refused with %s = %j: %s', async (field, value, code) => {
    const answer = await create(practice, { ...anna, kvnr: 'K220635158', [field]: value }).expect(422);
    expect(answer.body.error.fields).toEqual({ [field]: code });
  });

  it('may carry a published example number, with a warning', async () => {
    const answer = await create(practice, { ...anna, givenName: 'Beispiel', kvnr: 'X234567890' }).expect(201);
    expect(answer.body.kvnrWarning).toBe('kvnr_example');
  });

  it('are found by name in both spellings, number, birth date and any mix', async () => {
    const find = async (q: string) => {
      const answer = await practice.get('/api/patients').query({ q }).expect(200);
      return answer.body.patients.map((patient: { givenName: string }) => patient.givenName);
    };
    expect(await find('mueller an')).toEqual(['Anna', 'Anna']);
    expect(await find('A1234567')).toEqual(['Anna']);
    expect(await find('12.3.1941 beisp')).toEqual(['Beispiel']);
    expect(await find('müller_')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('')).toHaveLength(3);
  });

  it('leave an audit row with everyone who was on the list', async () => {
    await practice.get('/api/patients').query({ q: 'A123456780' });
    const [event] = await app.database.sql<{ payload: { patientIds: string[] } }>(
      `SELECT payload FROM event_log WHERE type = 'patient.viewed' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.payload.patientIds).toEqual([id]);
  });

  it('are changed field by field', async () => {
    const answer = await practice
      .patch(`/api/patients/${id}`)
      .send({ room: '12', allergies: 'Penicillin' })
      .expect(200);
    expect(answer.body).toMatchObject({ ...anna, room: '12', allergies: 'Penicillin' });
    const cleared = await practice.patch(`/api/patients/${id}`).send({ room: null }).expect(200);
    expect(cleared.body.room).toBeNull();
    const wrong = await practice.patch(`/api/patients/${id}`).send({ kvnr: 'T123456780' }).expect(409);
    expect(wrong.body.error.code).toBe('patient_exists');
    await practice.patch(`/api/patients/${id}`).send({ kvnr: anna.kvnr }).expect(200);
  });

  it('do not exist for anybody else', async () => {
    await other.get(`/api/patients/${id}`).expect(404);
    await other.patch(`/api/patients/${id}`).send({ room: '1' }).expect(404);
    const found = await other.get('/api/patients').query({ q: 'Beispiel' }).expect(200);
    expect(found.body.patients).toEqual([]);
    for (const name of ['nurse', 'specialist', 'coordinator'] as const) {
      const agent = await app.signIn(name);
      expect((await agent.get(`/api/patients/${id}`).expect(404)).body.error.code).toBe('patient_not_found');
    }
    for (const name of ['networkAdmin', 'evaluator', 'privacyOfficer'] as const) {
      const agent = await app.signIn(name);
      await agent.get(`/api/patients/${id}`).expect(404);
      await agent.get('/api/patients').expect(403);
      await create(agent, anna).expect(403);
    }
    await app.anonymous().get(`/api/patients/${id}`).expect(401);
  });

  it('are hidden by the database itself', async () => {
    const seen = await app.deps.db.as(actorOf('otherAssistant'), async (tx) => ({
      row: await tx.patient.findUnique({ where: { id } }),
      changed: (await tx.patient.updateMany({ where: { id }, data: { givenName: 'Fremd' } })).count,
      raw: await tx.$queryRaw`select id from patient where id = ${id}::uuid`,
    }));
    expect(seen).toEqual({ row: null, changed: 0, raw: [] });
    await expect(
      app.deps.db.as(actorOf('otherAssistant'), (tx) =>
        tx.patient.create({
          data: {
            organisationId: organisations.practice.id,
            familyName: 'Unter',
            givenName: 'Geschoben',
            birthDate: new Date('1950-01-01'),
            sex: 'other',
          },
        }),
      ),
    ).rejects.toThrow();
  });

  it('answer a repeat with the same key once', async () => {
    const body = { ...anna, givenName: 'Einmal', kvnr: 'S040464113' };
    const send = () => create(practice, body).set('Idempotency-Key', 'patient-key-1');
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body).toEqual(first.body);
    const reused = await create(practice, { ...body, givenName: 'Anders' }).set(
      'Idempotency-Key',
      'patient-key-1',
    );
    expect(reused.status).toBe(409);
    expect(reused.body.error.code).toBe('idempotency_key_reused');
  });
});

describe('residents', () => {
  it('are listed by room, with last score and open request', async () => {
    const nurse = await app.signIn('nurse');
    const rooms = ['10', '9', null];
    for (const [at, room] of rooms.entries()) {
      await create(nurse, {
        familyName: `Wohnt ${at}`,
        givenName: 'T',
        birthDate: '1935-01-01',
        sex: 'male',
        room,
        guardianName: 'B',
      }).expect(201);
    }
    const before = await nurse.get('/api/residents').expect(200);
    const residents = before.body.residents as { id: string; room: string | null }[];
    expect(residents.map(({ room }) => room)).toEqual(['9', '10', null]);
    const [first] = residents;
    await app.database.sql(
      `INSERT INTO vital_signs (patient_id, taken_at, taken_by_id, news2) VALUES ($1, '2026-11-23T08:00Z', $2, 7), ($1, '2026-11-22T08:00Z', $2, 1)`,
      [first?.id, accounts.nurse.id],
    );
    const after = await nurse.get('/api/residents').expect(200);
    expect(after.body.residents[0]).toMatchObject({
      guardianName: 'B',
      lastVitalSigns: { takenAt: '2026-11-23T08:00:00.000Z', news2: 7 },
      openRequest: null,
    });
    await practice.get('/api/residents').expect(403);
    const elsewhere = await app.signIn('otherNurse');
    expect((await elsewhere.get('/api/residents').expect(200)).body.residents).toEqual([]);
  });
});
