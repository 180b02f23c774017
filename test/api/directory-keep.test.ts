import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let admin: Agent;

beforeAll(async () => {
  app = await createTestApp();
  admin = await app.signIn('networkAdmin');
});
afterAll(() => app.close());

const practice = {
  kind: 'practice',
  name: 'Praxis Neu',
  bsnr: '170000300',
  street: 'Neuweg 1',
  postalCode: '26160',
  city: 'Bad Zwischenahn',
  countyAgs: '03451',
  phone: '04403 000000',
  email: 'neu@test.telkonnet.example',
};
const department = { specialtyCode: 'dermatology', name: 'Haut', phone: '0441 1' };
const physician = { title: 'Dr. med.', givenName: 'Paula', familyName: 'Probe', lanr: '123456640' };

const events = async (type: string) =>
  app.database.sql<{ subject_id: string; payload: Record<string, unknown>; actor_account_id: string }>(
    'SELECT * FROM event_log WHERE type = $1 ORDER BY id',
    [type],
  );

describe('who is not the network administrator', () => {
  it.each(['physician', 'homeManager', 'coordinator', 'evaluator', 'privacyOfficer'] as const)(
    '%s changes nothing',
    async (name) => {
      const agent = await app.signIn(name);
      const { kind: _kind, ...fields } = practice;
      const { id } = organisations.hospital;
      await agent.post('/api/organisations').send(practice).expect(403);
      await agent
        .put(`/api/organisations/${id}`)
        .send({ ...fields, active: true })
        .expect(403);
      await agent.post(`/api/organisations/${id}/departments`).send(department).expect(403);
      await agent
        .put(`/api/departments/${departments.cardiology.id}`)
        .send({ ...department, active: true })
        .expect(403);
      await agent.post(`/api/organisations/${id}/practitioners`).send(physician).expect(403);
      await agent
        .put(`/api/practitioners/${practitioners.specialist.id}`)
        .send({ ...physician, active: true })
        .expect(403);
      const person = {
        role: 'coordinator',
        email: 'x@y.example',
        displayName: 'X Y',
        departmentId: departments.cardiology.id,
      };
      await agent.post(`/api/organisations/${id}/people`).send(person).expect(403);
      await agent
        .put(`/api/people/${accounts.nurse.id}`)
        .send({ ...person, active: true })
        .expect(403);
      await agent.post(`/api/people/${accounts.nurse.id}/invitation`).expect(403);
    },
  );
});

describe('an organisation', () => {
  it('is taken in, changed and deactivated, each recorded without its values', async () => {
    const { body } = await admin.post('/api/organisations').send(practice).expect(201);
    expect(body).toEqual({ id: expect.any(String), warnings: {} });
    const { kind: _kind, ...fields } = practice;
    await admin
      .put(`/api/organisations/${body.id}`)
      .send({ ...fields, phone: '04403 111111', active: false })
      .expect(200);
    const seen = (await admin.get(`/api/organisations/${body.id}`).expect(200)).body;
    expect(seen).toMatchObject({ phone: '04403 111111', active: false, county: { name: 'Ammerland' } });
    const recorded = (await events('organisation.changed')).filter((event) => event.subject_id === body.id);
    expect(recorded.map(({ payload }) => payload)).toEqual([
      { change: 'created', kind: 'practice', organisationId: body.id },
      { change: 'changed', changed: ['phone', 'active'], organisationId: body.id, active: false },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('04403');
  });

  it('is taken in once however often the same is sent', async () => {
    const sent = { ...practice, bsnr: '170000400', name: 'Praxis Doppelt' };
    const send = (body: object) =>
      admin.post('/api/organisations').set('Idempotency-Key', 'doppelt-1').send(body);
    const answers = await Promise.all([send(sent), send(sent), send(sent)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const other = await send({ ...sent, name: 'Praxis Anders' }).expect(409);
    expect(other.body.error.code).toBe('idempotency_key_reused');
  });

  it.each([
    [{ ...practice, bsnr: '' }, { bsnr: 'required' }],
    [{ ...practice, bsnr: '12345' }, { bsnr: 'bsnr_format' }],
    [{ ...practice, kind: 'care_home', ik: '260300018' }, { ik: 'ik_check_digit' }],
    [{ ...practice, kind: 'hospital' }, { ik: 'required' }],
    [{ ...practice, postalCode: '2616' }, { postalCode: 'postal_code_invalid' }],
    [{ ...practice, email: 'neu' }, { email: 'email_invalid' }],
    [{ ...practice, name: '   ' }, { name: 'required' }],
    [{ ...practice, countyAgs: '05315' }, { countyAgs: 'county_unknown' }],
    [{ ...practice, owner: 'x' }, { owner: 'unknown_field' }],
  ])('is refused as %j', async (sent, fields) => {
    const answer = await admin.post('/api/organisations').send(sent).expect(422);
    expect(answer.body.error.fields).toEqual(fields);
  });

  it('does not share its BSNR', async () => {
    const answer = await admin
      .post('/api/organisations')
      .send({ ...practice, bsnr: organisations.practice.bsnr })
      .expect(409);
    expect(answer.body.error).toMatchObject({ code: 'bsnr_taken', fields: { bsnr: 'bsnr_taken' } });
  });

  it('gets its BSNR alone, also of two at the same moment', async () => {
    const sent = { ...practice, name: 'Zugleich', bsnr: '031234500' };
    const answers = await Promise.all([1, 2].map(() => admin.post('/api/organisations').send(sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is stored with a warning when the number is of an unknown area', async () => {
    const { body } = await admin
      .post('/api/organisations')
      .send({ ...practice, bsnr: '991234500' })
      .expect(201);
    expect(body.warnings).toEqual({ bsnr: 'bsnr_area_unknown' });
  });

  it('of the administrator stays active', async () => {
    const own = { ...practice, name: 'Netzstelle' };
    const { kind: _kind, bsnr: _bsnr, ...fields } = own;
    const answer = await admin
      .put(`/api/organisations/${organisations.network.id}`)
      .send({ ...fields, active: false })
      .expect(409);
    expect(answer.body.error.code).toBe('own_organisation');
  });
});

describe('a department', () => {
  it('belongs to a hospital and to a known specialty', async () => {
    const at = (id: string) => `/api/organisations/${id}/departments`;
    const { body } = await admin.post(at(organisations.hospital.id)).send(department).expect(201);
    await admin
      .put(`/api/departments/${body.id}`)
      .send({ ...department, name: 'Hautklinik', active: true })
      .expect(200);
    const answer = await admin.post(at(organisations.practice.id)).send(department).expect(409);
    expect(answer.body.error.code).toBe('organisation_unfit');
    const unknown = await admin
      .post(at(organisations.hospital.id))
      .send({ ...department, specialtyCode: 'alchemy' })
      .expect(422);
    expect(unknown.body.error.fields).toEqual({ specialtyCode: 'specialty_unknown' });
  });
});

describe('a physician without an account', () => {
  it('is added and changed with a checked number', async () => {
    const path = `/api/organisations/${organisations.practice.id}/practitioners`;
    const { body } = await admin.post(path).send(physician).expect(201);
    const wrong = await admin
      .post(path)
      .send({ ...physician, lanr: '123456740' })
      .expect(422);
    expect(wrong.body.error.fields).toEqual({ lanr: 'lanr_check_digit' });
    const twice = await admin.post(path).send(physician).expect(409);
    expect(twice.body.error.fields).toEqual({ lanr: 'lanr_taken' });
    await admin
      .put(`/api/practitioners/${body.id}`)
      .send({ ...physician, lanr: '', active: false })
      .expect(200);
    await admin.post(path).send(physician).expect(201);
  });

  it('of a hospital needs one of its departments', async () => {
    const path = `/api/organisations/${organisations.hospital.id}/practitioners`;
    const none = await admin.post(path).send(physician).expect(422);
    expect(none.body.error.fields).toEqual({ departmentId: 'required' });
    const foreign = { ...physician, departmentId: accounts.nurse.id };
    const answer = await admin.post(path).send(foreign).expect(422);
    expect(answer.body.error.fields).toEqual({ departmentId: 'department_unknown' });
  });
});
