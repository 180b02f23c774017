/** What holds at the edge of the server, whatever the module. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let practice: Agent;
beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('physician');
});
afterAll(() => app.close());

describe('bad input', () => {
  const json = (body: string) =>
    practice.post('/api/patients').set('Content-Type', 'application/json').send(body);

  it('is refused by kind, in the one error shape', async () => {
    const broken = await json('{"familyName": ');
    expect([broken.status, broken.body.error.code]).toEqual([400, 'malformed_json']);
    const large = await json(JSON.stringify({ familyName: 'x'.repeat(1_100_000) }));
    expect([large.status, large.body.error.code]).toEqual([413, 'body_too_large']);
    const list = await json('[1, 2]');
    expect([list.status, list.body.error.code]).toEqual([422, 'invalid_input']);
    const path = await practice.get('/api/patients/%E0%A4%A');
    expect([path.status, path.body.error.code]).toEqual([400, 'malformed_request']);
  });

  it('names each field: unknown, wrong enum, impossible date, wrong insurance number, id that is none', async () => {
    const { status, body } = await practice.post('/api/patients').send({
      familyName: 'Probe',
      givenName: 'A',
      birthDate: '1950-02-30',
      sex: 'woman',
      kvnr: 'A123456789X',
      nickname: 'x',
    });
    expect(status).toBe(422);
    expect(Object.keys(body.error.fields).sort()).toEqual(
      expect.arrayContaining(['birthDate', 'nickname', 'sex']),
    );
    const kvnr = await practice.post('/api/patients').send({
      familyName: 'Probe',
      givenName: 'A',
      birthDate: '1950-02-28',
      sex: 'female',
      kvnr: 'A123456781',
    });
    expect([kvnr.status, kvnr.body.error.fields]).toEqual([422, { kvnr: 'kvnr_invalid' }]);
    const id = await practice.get('/api/patients/17');
    expect([id.status, Object.keys(id.body.error.fields)]).toEqual([422, ['id']]);
  });

  it('that the database cannot hold is refused, not failed on: U+0000, years, cursors', async () => {
    const patient = { givenName: 'A', birthDate: '1950-01-01', sex: 'female' };
    const start = { practitionerId: crypto.randomUUID(), startAt: '0202-01-01T00:00:00Z' };
    const officer = await app.signIn('privacyOfficer');
    const dashes = '-'.repeat(36);
    const answers = await Promise.all([
      practice.post('/api/patients').send({ ...patient, familyName: 'A\u0000' }),
      practice.get('/api/patients').query({ q: 'a\u0000' }),
      practice.post('/api/holds').send(start),
      practice.get('/api/free-times').query({ specialtyCode: 'x', from: '0001-01-01', until: '0001-01-30' }),
      practice.get('/api/cases').query({ after: `1.5.${dashes}` }),
      officer.get('/api/audit/events').query({ before: '9999999999999999999' }),
      practice.get('/fhir/R4/Patient').query({ _after: 'abc' }),
      practice.get('/fhir/R4/Patient').query({ name: 'a\u0000' }),
      practice.get('/fhir/R4/Encounter').query({ date: '0000-01-01' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 422, 422, 422, 422, 400, 400, 400]);
  });

  it('tells strangers nothing of what an endpoint expects', async () => {
    const { status, body } = await app.anonymous().post('/api/patients').send({ nonsense: true });
    expect([status, body]).toEqual([401, { error: { code: 'not_signed_in', message: 'not_signed_in' } }]);
    expect((await practice.get('/api/nothing-here')).status).toBe(404);
  });
});

describe('the server itself', () => {
  it('says how it is, part by part', async () => {
    expect((await app.anonymous().get('/healthz')).body).toEqual({ status: 'ok' });
    const { status, body } = await app.anonymous().get('/readyz');
    expect(status).toBe(200);
    expect(body.parts).toEqual({
      database: { state: 'ok' },
      jobs: { state: 'ok' },
      media: { state: 'unavailable', cause: expect.stringContaining('MEDIASOUP_WORKER_BIN') },
      mail: { state: 'off' },
    });
  });

  it('shows its API as OpenAPI 3.1, with every parameter of every path', async () => {
    const { body } = await app.anonymous().get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const [path, methods] of Object.entries<
      Record<string, { parameters: { name: string; in: string }[] }>
    >(body.paths)) {
      const wanted = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        expect(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(
          wanted,
        );
      }
    }
    const page = await app.anonymous().get('/api/docs');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('swagger-ui')]);
    expect((await app.anonymous().get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('sends strict headers, and a request id that the log knows', async () => {
    const { headers } = await practice.get('/api/session');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("worker-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
    expect(app.logged.some((line) => line.includes(String(headers['x-request-id'])))).toBe(true);
  });

  it('logs a path without its query, and no cookie or token', async () => {
    await practice.get('/api/patients').query({ q: 'Musterdeich' });
    const lines = app.logged.join('\n');
    expect(lines).toContain('"path":"/api/patients"');
    expect(lines).not.toMatch(/Musterdeich|telkonnet=|X-CSRF/i);
  });
});
