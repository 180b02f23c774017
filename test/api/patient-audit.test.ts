/** Every read and change of a patient's data leaves an audit row: asked of every endpoint that the API has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticKvnr } from '../../prisma/seed/identifiers.ts';
import { idOf } from '../../prisma/seed/ids.ts';
import { seed } from '../../prisma/seed.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
const people = {} as Record<'practice' | 'home' | 'clinic' | 'admin' | 'privacy', Agent>;
const demo = (name: string) => idOf(`account ${name}@demo.telkonnet.example`);
const ids = { patient: '', resident: '', planned: '', answered: '', urgent: '', booking: '' };
type Document = { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
let document: Document;

const consent = { giver: 'patient', form: 'verbal', wording: '2026-01' };
const raise = () =>
  people.home.post('/api/urgent-requests').send({
    patientId: ids.resident,
    situations: ['breathlessness'],
    question: 'Atemnot seit einer Stunde',
    vitals: { respiratoryRate: 24, oxygenSaturation: 91 },
    urgency: 'immediate',
    specialtyCode: 'cardiology',
    consent,
  });

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T09:00:00Z' });
  await seed(app.deps);
  people.practice = await app.signInAs(demo('praxis.arzt'));
  people.home = await app.signInAs(demo('heim.pflege'));
  people.clinic = await app.signInAs(demo('klinik.kardiologie'));
  people.admin = await app.signInAs(demo('netz.verwaltung'));
  people.privacy = await app.signInAs(demo('netz.datenschutz'));
  document = (await people.practice.get('/api/openapi.json')).body;
  ids.patient = (await people.practice.get('/api/patients').query({ q: 'Muster' })).body.patients[0].id;
  const residents = (await people.home.get('/api/residents')).body.residents;
  ids.resident = residents.find((one: { openRequest: unknown }) => !one.openRequest).id;
  const cases = (await people.clinic.get('/api/cases')).body.cases;
  const withStatus = (status: string) => cases.find((one: { status: string }) => one.status === status).id;
  ids.answered = withStatus('answered');
  const own = (await people.practice.get('/api/cases')).body.cases;
  ids.planned = own.find((one: { status: string }) => one.status === 'planned').id;
  ids.urgent = (await raise()).body.requestId;
}, 90_000);
afterAll(() => app.close());

type Ask = () => Promise<{ status: number; body: unknown }>;
/** One call per endpoint that answers with something of a patient. */
const asked: Record<string, Ask> = {
  'get /api/patients': () => people.practice.get('/api/patients').query({ q: 'Muster' }),
  'get /api/patients/{id}': () => people.practice.get(`/api/patients/${ids.patient}`),
  'patch /api/patients/{id}': () =>
    people.practice.patch(`/api/patients/${ids.patient}`).send({ allergies: 'Latex' }),
  'post /api/patients': () =>
    people.practice.post('/api/patients').send({
      familyName: 'Probeneu',
      givenName: 'Anke',
      birthDate: '1950-02-03',
      sex: 'female',
      kvnr: syntheticKvnr(90_001),
    }),
  'get /api/residents': () => people.home.get('/api/residents'),
  'get /api/requests/{id}': () => people.clinic.get(`/api/requests/${ids.answered}`),
  'get /api/urgent-requests/queue': () => people.clinic.get('/api/urgent-requests/queue'),
  'get /api/urgent-requests/board': () => people.clinic.get('/api/urgent-requests/board'),
  'get /api/urgent-requests/{requestId}': () => people.home.get(`/api/urgent-requests/${ids.urgent}`),
  'get /api/own-day': () => people.clinic.get('/api/own-day'),
  'get /api/requests/{id}/room': () => people.practice.get(`/api/requests/${ids.planned}/room`),
  'get /api/cases': () => people.clinic.get('/api/cases'),
  'get /api/cases/{id}': () => people.clinic.get(`/api/cases/${ids.answered}`),
  'get /api/cases/{id}/report': () => people.clinic.get(`/api/cases/${ids.answered}/report`),
  'get /api/billing/events': () => people.admin.get('/api/billing/events').query({ quarter: '2026Q4' }),
  'get /api/billing/exports/preview': () =>
    people.admin.get('/api/billing/exports/preview').query({ quarter: '2026Q4' }),
  'get /api/audit/patients/{number}': () => people.privacy.get('/api/audit/patients/1'),
};

/** Names what would be told of a patient in a reply's schema. */
const telling = /"(kvnr|birthDate|findings|assessment|question|respiratoryRate)":/;
/** Changes a patient's data elsewhere in these tests; each records its own event in the same transaction. */
const recorded = [
  'post /api/requests/{id}/room',
  'put /api/cases/{id}/report/draft',
  'post /api/cases/{id}/report/final',
  'post /api/cases/{id}/report/amendment',
];

it('knows every endpoint that tells something of a patient', () => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      name: `${method} ${path}`,
      reply: JSON.stringify(Object.values(responses)[0]),
    })),
  );
  const told = all.filter(({ reply }) => telling.test(reply)).map(({ name }) => name);
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((name) => !(name in asked) && !recorded.includes(name))).toEqual([]);
});

describe('leaves a row that names the patient', () => {
  for (const [name, ask] of Object.entries(asked)) {
    it(name, async () => {
      const last = await app.deps.db.system((tx) => tx.eventLog.aggregate({ _max: { id: true } }));
      const { status, body } = await ask();
      expect(status, JSON.stringify(body)).toBeLessThan(300);
      const rows = await app.deps.db.system((tx) =>
        tx.eventLog.findMany({ where: { id: { gt: last._max.id ?? 0n } } }),
      );
      const naming = rows.filter(
        ({ patientId, payload }) =>
          patientId !== null || /"(patientIds|requestIds)":\[".+"\]/.test(JSON.stringify(payload)),
      );
      expect(
        naming.map(({ type }) => type),
        JSON.stringify(rows.map(({ type, payload }) => ({ type, payload }))),
      ).not.toEqual([]);
    });
  }
});
