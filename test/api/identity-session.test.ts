import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createMedia } from '../../server/modules/consultation/media/client.ts';
import { actorFromCookie } from '../../server/modules/identity/index.ts';
import { hashPassword } from '../../server/modules/identity/password.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { accounts, emailOf, organisations } from '../support/world.ts';

let app: TestApp;
const password = 'wolke sieben im moor';
const email = emailOf('physician');
const body = { email, password };

beforeAll(async () => {
  app = await createTestApp();
  const hash = await hashPassword(password);
  await app.database.sql('UPDATE account SET password_hash = $1', [hash]);
});
afterAll(() => app.close());

/** Signs in over the wire and gives what a browser would keep. */
const signedIn = async () => {
  const agent = app.anonymous();
  const answer = await agent.post('/api/session').send(body).expect(201);
  const cookie = String(answer.headers['set-cookie']);
  return { agent, cookie, csrf: answer.body.csrfToken as string, answer };
};

describe('signing in', () => {
  it('gives the person and a cookie that scripts cannot read', async () => {
    const { answer, cookie } = await signedIn();
    expect(answer.body).toEqual({
      atStation: false,
      user: {
        id: accounts.physician.id,
        displayName: 'Test physician',
        role: 'physician',
        organisation: { id: organisations.practice.id, name: organisations.practice.name, kind: 'practice' },
        department: null,
        locale: 'de',
      },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      mustChangePassword: false,
    });
    expect(cookie).toMatch(/^telkonnet=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
  });

  it('stores neither the token nor the password', async () => {
    const { cookie } = await signedIn();
    const token = cookie.slice('telkonnet='.length).split(';')[0] ?? '';
    const rows = await app.database.sql('SELECT * FROM session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(app.logged.join()).not.toContain(token);
    expect(app.logged.join()).not.toContain(password);
  });

  it('does not mind capitals in the e-mail address', async () => {
    await app.anonymous().post('/api/session').send({ email: email.toUpperCase(), password }).expect(201);
  });

  it('answers a wrong password, an unknown address and an inactive account alike, and records each', async () => {
    await app.database.sql('UPDATE account SET active = false WHERE id = $1', [accounts.nurse.id]);
    const tries = [
      { email, password: 'falsch und geraten' },
      { email: 'niemand@test.telkonnet.example', password },
      { email: emailOf('nurse'), password },
    ];
    const answers = [];
    for (const wrong of tries)
      answers.push(await app.anonymous().post('/api/session').send(wrong).expect(401));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]?.body.error.code).toBe('sign_in_failed');
    expect(answers[0]?.headers['set-cookie']).toBeUndefined();
    const events = await app.database.sql(
      `SELECT payload->>'why' AS why FROM event_log WHERE type = 'session.refused' ORDER BY id DESC LIMIT 3`,
    );
    expect(events.map(({ why }) => why)).toEqual(['inactive', 'unknown', 'password']);
    await app.database.sql('UPDATE account SET active = true WHERE id = $1', [accounts.nurse.id]);
  });

  it('refuses unknown fields and what is no address', async () => {
    const answer = await app
      .anonymous()
      .post('/api/session')
      .send({ email: 'x', password: '', remember: true })
      .expect(422);
    expect(Object.keys(answer.body.error.fields).sort()).toEqual(['email', 'password', 'remember']);
  });

  it('replaces the session of the same browser', async () => {
    const { agent, cookie } = await signedIn();
    await agent.post('/api/session').send(body).expect(201);
    await app.anonymous().get('/api/session').set('Cookie', cookie).expect(401);
  });

  it('uses a cookie bound to host and https where people come by https', async () => {
    const config = { ...app.deps.config, publicUrl: 'https://telkonnet.example' };
    const media = createMedia({ settings: null, log: app.deps.log });
    const server = createApp({ ...app.deps, config }, { media });
    const answer = await supertest(server)
      .post('/api/session')
      .set('Origin', 'https://telkonnet.example')
      .send(body)
      .expect(201);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-telkonnet=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await media.close();
  });
});

describe('a session', () => {
  it('is prolonged by use and ends when unused', async () => {
    const { agent } = await signedIn();
    const hours = app.deps.config.sessionHours * 3_600_000;
    app.clock.advance(hours * 0.9);
    await agent.get('/api/session').expect(200);
    app.clock.advance(hours * 0.9);
    await agent.get('/api/session').expect(200);
    app.clock.advance(hours * 1.1);
    const answer = await agent.get('/api/session').expect(401);
    expect(answer.body.error.code).toBe('not_signed_in');
  });

  it('ends after a week however busy', async () => {
    const { agent } = await signedIn();
    for (let hour = 0; hour < 7 * 24; hour += 8) {
      await agent.get('/api/session').expect(200);
      app.clock.advance(8 * 3_600_000);
    }
    await agent.get('/api/session').expect(401);
  });

  it('ends at sign-out, on the server too', async () => {
    const { agent, cookie, csrf } = await signedIn();
    const answer = await agent.delete('/api/session').set('X-CSRF-Token', csrf).expect(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^telkonnet=; Max-Age=0/);
    await app.anonymous().get('/api/session').set('Cookie', cookie).expect(401);
    expect(await actorFromCookie(app.deps, cookie)).toBeNull();
  });

  it('opens sockets for whom it belongs to', async () => {
    const { cookie } = await signedIn();
    expect(await actorFromCookie(app.deps, cookie)).toMatchObject({
      accountId: accounts.physician.id,
      organisationKind: 'practice',
    });
    expect(await actorFromCookie(app.deps, 'telkonnet=x')).toBeNull();
    expect(await actorFromCookie(app.deps, undefined)).toBeNull();
  });

  it('ends when the organisation leaves the network', async () => {
    const { agent } = await signedIn();
    await app.database.sql('UPDATE organisation SET active = false WHERE id = $1', [
      organisations.practice.id,
    ]);
    await agent.get('/api/session').expect(401);
    await app.database.sql('UPDATE organisation SET active = true WHERE id = $1', [
      organisations.practice.id,
    ]);
  });
});

describe('the language', () => {
  it('is remembered for the next time', async () => {
    const { agent, csrf } = await signedIn();
    await agent.put('/api/session/locale').set('X-CSRF-Token', csrf).send({ locale: 'en' }).expect(200);
    const { body: session } = await agent.get('/api/session').expect(200);
    expect(session.user.locale).toBe('en');
    await agent.put('/api/session/locale').set('X-CSRF-Token', csrf).send({ locale: 'fr' }).expect(422);
  });
});
