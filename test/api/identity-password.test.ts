import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstAdministrator, hashPassword } from '../../server/modules/identity/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { accounts, emailOf } from '../support/world.ts';

let app: TestApp;
const password = 'wolke sieben im moor';
const better = 'deich hinter dem siel';

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const reset = async () =>
  app.database.sql('UPDATE account SET password_hash = $1, password_expires_at = NULL', [
    await hashPassword(password),
  ]);
const signIn = (given: string) =>
  app
    .anonymous()
    .post('/api/session')
    .send({ email: emailOf('physician'), password: given });

describe('choosing another password', () => {
  it('ends the other sessions and keeps this one', async () => {
    await reset();
    const here = await app.signIn('physician');
    const elsewhere = await app.signIn('physician');
    await here
      .put('/api/session/password')
      .send({ currentPassword: password, newPassword: better })
      .expect(200);
    await here.get('/api/session').expect(200);
    await elsewhere.get('/api/session').expect(401);
    await signIn(password).expect(401);
    await signIn(better).expect(201);
  });

  it.each([
    [{ currentPassword: 'falsch', newPassword: better }, { currentPassword: 'password_wrong' }],
    [{ currentPassword: password, newPassword: 'zu kurz' }, { newPassword: 'password_too_short' }],
    [{ currentPassword: password, newPassword: '111111111111' }, { newPassword: 'password_too_simple' }],
    [
      { currentPassword: password, newPassword: 'ich bin physician 1' },
      { newPassword: 'password_contains_name' },
    ],
    [{ currentPassword: password, newPassword: password }, { newPassword: 'password_unchanged' }],
  ])('refuses %j', async (body, fields) => {
    await reset();
    const agent = await app.signIn('physician');
    const answer = await agent.put('/api/session/password').send(body).expect(422);
    expect(answer.body.error.fields).toEqual(fields);
    await signIn(password).expect(201);
  });

  it('does not let a thief of an open session guess for ever', async () => {
    await reset();
    const agent = await app.signIn('otherNurse');
    const guess = () =>
      agent.put('/api/session/password').send({ currentPassword: 'geraten', newPassword: better });
    for (let n = 0; n < 10; n += 1) await guess().expect(422);
    await guess().expect(429);
  });
});

describe('a one-time password', () => {
  it('opens nothing but the way to an own one', async () => {
    await reset();
    await app.database.sql('UPDATE account SET password_expires_at = $1 WHERE id = $2', [
      new Date(app.clock.now().getTime() + 3_600_000),
      accounts.physician.id,
    ]);
    const { body } = await signIn(password).expect(201);
    expect(body.mustChangePassword).toBe(true);
    const agent = await app.signIn('physician');
    const refused = await agent.get('/api/organisations').expect(403);
    expect(refused.body.error.code).toBe('password_change_required');
    await agent
      .put('/api/session/password')
      .send({ currentPassword: password, newPassword: better })
      .expect(200);
    await agent.get('/api/organisations').expect(200);
    expect((await agent.get('/api/session')).body.mustChangePassword).toBe(false);
  });

  it('is worth nothing after its time', async () => {
    await reset();
    await app.database.sql('UPDATE account SET password_expires_at = $1 WHERE id = $2', [
      app.clock.now(),
      accounts.physician.id,
    ]);
    await signIn(password).expect(401);
  });
});

describe('the first administrator', () => {
  const nora = { email: 'Nora@netz.example', displayName: 'Nora Netzmuster', password: better };

  it('is refused where there is one, unless another is asked for', async () => {
    await expect(createFirstAdministrator(app.deps, nora)).rejects.toMatchObject({
      code: 'administrator_exists',
    });
    await createFirstAdministrator(app.deps, nora, { another: true });
    await app
      .anonymous()
      .post('/api/session')
      .send({ email: 'nora@netz.example', password: better })
      .expect(201);
    await expect(createFirstAdministrator(app.deps, nora, { another: true })).rejects.toMatchObject({
      code: 'email_taken',
    });
  });

  it('needs an address, a name and a good password', async () => {
    const wrong = { email: 'x', displayName: ' ', password: better };
    await expect(createFirstAdministrator(app.deps, wrong)).rejects.toMatchObject({
      fields: { email: expect.any(String), displayName: expect.any(String) },
    });
    await expect(createFirstAdministrator(app.deps, { ...nora, password: 'kurz' })).rejects.toMatchObject({
      code: 'password_too_short',
    });
  });
});
