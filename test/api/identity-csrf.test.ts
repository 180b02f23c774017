import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const change = { locale: 'en' };

describe('a change without the token of the session', () => {
  it.each(['', 'x', 'a'.repeat(43)])('is refused with token "%s"', async (token) => {
    const agent = await app.signIn('physician');
    const answer = await agent.put('/api/session/locale').set('X-CSRF-Token', token).send(change).expect(403);
    expect(answer.body.error.code).toBe('csrf_token_invalid');
  });

  it('is refused with the token of another session', async () => {
    const mine = await app.signIn('physician');
    const theirs = await app.signIn('assistant');
    const { body } = await theirs.get('/api/session').expect(200);
    await mine.put('/api/session/locale').set('X-CSRF-Token', body.csrfToken).send(change).expect(403);
    await theirs.put('/api/session/locale').set('X-CSRF-Token', body.csrfToken).send(change).expect(200);
  });
});

describe('a change from another page', () => {
  it.each([
    ['Origin', 'https://evil.example'],
    ['Origin', 'null'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
  ])('is refused by %s: %s, even with the token', async (header, value) => {
    const agent = await app.signIn('physician');
    const answer = await agent.put('/api/session/locale').set(header, value).send(change).expect(403);
    expect(answer.body.error.code).toBe('origin_refused');
  });

  it('is refused for signing in too', async () => {
    const answer = await app
      .anonymous()
      .post('/api/session')
      .set('Sec-Fetch-Site', 'cross-site')
      .send({ email: 'a@b.example', password: 'x' })
      .expect(403);
    expect(answer.body.error.code).toBe('origin_refused');
  });

  it('is accepted from our own', async () => {
    const agent = await app.signIn('physician');
    await agent
      .put('/api/session/locale')
      .set('Host', 'localhost:3000')
      .set('Origin', 'http://localhost:3000')
      .set('Sec-Fetch-Site', 'same-origin')
      .send(change)
      .expect(200);
  });
});
