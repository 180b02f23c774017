import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { accounts, departments, emailOf, organisations } from '../support/world.ts';

let app: TestApp;
let admin: Agent;

beforeAll(async () => {
  app = await createTestApp();
  admin = await app.signIn('networkAdmin');
});
afterAll(() => app.close());

const people = (organisation: keyof typeof organisations) =>
  `/api/organisations/${organisations[organisation].id}/people`;
const assistant = { role: 'assistant', email: 'Mia@praxis.example', displayName: 'Mia Probe' };
const specialist = {
  role: 'specialist',
  email: 'karl@klinik.example',
  departmentId: departments.cardiology.id,
  practitioner: { title: 'Dr. med.', givenName: 'Karl', familyName: 'Probe', lanr: '123456640' },
};

const find = async (email: string) =>
  (await app.database.sql('SELECT * FROM account WHERE email = $1', [email]))[0];

describe('inviting', () => {
  it('gives a one-time password once, and leads to an own one', async () => {
    const { body } = await admin.post(people('practice')).send(assistant).expect(201);
    expect(body.invitation.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(body.invitation.expiresAt).toBe('2026-11-30T09:00:00.000Z');
    const stored = JSON.stringify([
      await app.database.sql('SELECT * FROM account'),
      await app.database.sql('SELECT * FROM event_log'),
      await app.database.sql('SELECT * FROM idempotency_key'),
    ]);
    expect(stored).not.toContain(body.invitation.password);
    const signIn = { email: 'mia@praxis.example', password: body.invitation.password };
    const session = await app.anonymous().post('/api/session').send(signIn).expect(201);
    expect(session.body.mustChangePassword).toBe(true);
  });

  it('makes account and practitioner of a specialist together', async () => {
    const { body } = await admin.post(people('hospital')).send(specialist).expect(201);
    const { body: hospital } = await admin.get(`/api/organisations/${organisations.hospital.id}`);
    const account = hospital.accounts.find((one: { id: string }) => one.id === body.id);
    expect(account).toMatchObject({
      displayName: 'Dr. med. Karl Probe',
      role: 'specialist',
      invitedUntil: '2026-11-30T09:00:00.000Z',
    });
    expect(hospital.practitioners).toContainEqual(
      expect.objectContaining({ id: account.practitionerId, lanr: '123456640' }),
    );
  });

  it.each([
    ['practice', { ...assistant, role: 'nurse' }, { role: 'role_unfit' }],
    ['practice', { ...assistant, role: 'network_admin' }, { role: 'role_unfit' }],
    ['practice', { ...assistant, displayName: '' }, { displayName: 'required' }],
    ['practice', { ...assistant, email: 'mia' }, { email: 'email_invalid' }],
    [
      'practice',
      { ...assistant, departmentId: departments.cardiology.id },
      { departmentId: 'department_unknown' },
    ],
    ['hospital', { ...specialist, practitioner: null }, { practitioner: 'required' }],
    ['hospital', { ...specialist, departmentId: null }, { departmentId: 'required' }],
    [
      'hospital',
      { ...specialist, practitioner: { ...specialist.practitioner, lanr: '123456740' } },
      { 'practitioner.lanr': 'lanr_check_digit' },
    ],
    [
      'hospital',
      { ...specialist, practitioner: { ...specialist.practitioner, familyName: '' } },
      { 'practitioner.familyName': 'required' },
    ],
    ['hospital', { ...specialist, role: 'chief' }, { role: 'invalid_value' }],
  ] as const)('into a %s refuses %j', async (organisation, sent, fields) => {
    const before = await app.database.sql('SELECT id FROM practitioner');
    const answer = await admin
      .post(people(organisation))
      .send({ ...sent, email: sent.email === 'mia' ? 'mia' : 'new@x.example' });
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toEqual(fields);
    expect(await app.database.sql('SELECT id FROM practitioner')).toHaveLength(before.length);
  });

  it('refuses an address that somebody has, in whatever case', async () => {
    const sent = { ...assistant, email: emailOf('nurse').toUpperCase() };
    const answer = await admin.post(people('practice')).send(sent).expect(409);
    expect(answer.body.error).toMatchObject({ code: 'email_taken', fields: { email: 'email_taken' } });
  });
});

it('of two who give one address at the same moment, one gets it', async () => {
  const sent = { ...assistant, email: 'gleichzeitig@x.example' };
  const answers = await Promise.all([1, 2].map(() => admin.post(people('practice')).send(sent)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('email_taken');
});

describe('changing a person', () => {
  const change = (id: string, body: object) => admin.put(`/api/people/${id}`).send(body);

  it('who is deactivated is signed out at once and does not come in again', async () => {
    const nurse = await app.signIn('nurse');
    const body = { role: 'nurse', email: emailOf('nurse'), displayName: 'Nils Beispiel', active: false };
    await change(accounts.nurse.id, body).expect(200);
    await nurse.get('/api/session').expect(401);
    await change(accounts.nurse.id, { ...body, active: true }).expect(200);
    await nurse.get('/api/session').expect(401);
    const renamed = await find(emailOf('nurse'));
    expect(renamed).toMatchObject({ display_name: 'Nils Beispiel', active: true });
  });

  it('a physician who becomes an assistant keeps what was done, as an inactive practitioner', async () => {
    const before = await find(emailOf('otherPhysician'));
    const body = {
      role: 'assistant',
      email: emailOf('otherPhysician'),
      displayName: 'Test Probe',
      active: true,
    };
    await change(accounts.otherPhysician.id, body).expect(200);
    const [practitioner] = await app.database.sql('SELECT active FROM practitioner WHERE id = $1', [
      before?.practitioner_id,
    ]);
    expect(practitioner).toEqual({ active: false });
    expect(await find(emailOf('otherPhysician'))).toMatchObject({ role: 'assistant', practitioner_id: null });
  });

  it('a new one-time password ends the old one and the sessions', async () => {
    const coordinator = await app.signIn('coordinator');
    const { body } = await admin.post(`/api/people/${accounts.coordinator.id}/invitation`).expect(201);
    await coordinator.get('/api/session').expect(401);
    const signIn = { email: emailOf('coordinator'), password: body.invitation.password };
    await app.anonymous().post('/api/session').send(signIn).expect(201);
  });

  it('the last network administrator stays', async () => {
    const own = { role: 'network_admin', email: emailOf('networkAdmin'), displayName: 'Nora', active: true };
    for (const body of [
      { ...own, active: false },
      { ...own, role: 'evaluator' },
    ]) {
      const answer = await change(accounts.networkAdmin.id, body).expect(409);
      expect(answer.body.error.code).toBe('last_administrator');
    }
    await change(accounts.networkAdmin.id, own).expect(200);
  });

  it('two administrators cannot remove each other at the same moment', async () => {
    const second = { role: 'network_admin', email: 'zwei@netz.example', displayName: 'Zweite Verwaltung' };
    const { body } = await admin.post(people('network')).send(second).expect(201);
    await app.database.sql('UPDATE account SET password_expires_at = NULL WHERE id = $1', [body.id]);
    const other = await app.signInAs(body.id);
    const answers = await Promise.all([
      admin.put(`/api/people/${body.id}`).send({ ...second, active: false }),
      other.put(`/api/people/${accounts.networkAdmin.id}`).send({
        role: 'network_admin',
        email: emailOf('networkAdmin'),
        displayName: 'Nora',
        active: false,
      }),
    ]);
    const left = await app.database.sql(`SELECT id FROM account WHERE role = 'network_admin' AND active`);
    expect(left.length).toBeGreaterThan(0);
    expect(answers.map(({ status }) => status).filter((status) => status === 200).length).toBeLessThan(2);
  });
});
