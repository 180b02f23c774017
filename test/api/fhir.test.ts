import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'fhir-kit-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { createMedia } from '../../server/modules/consultation/media/client.ts';
import { servedTypes } from '../../server/modules/fhir/served/served-types.ts';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { insertCase, insertConsultation } from '../support/cases.ts';
import { type AccountName, accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let server: Server;
let base: string;
let made: Awaited<ReturnType<typeof insertCase>>;

/** Any FHIR client, with the session cookie of this person. */
const clientOf = async (name: AccountName): Promise<Client> => {
  const { token } = await app.deps.db.system((tx) => openSession(app.deps, tx, accounts[name].id));
  return new Client({ baseUrl: base, customHeaders: { Cookie: `telkonnet=${token}` } });
};

const Resource = z.looseObject({ resourceType: z.string(), id: z.string() });
const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ fullUrl: z.string(), resource: Resource, search: z.unknown() })),
  link: z.array(z.object({ relation: z.string(), url: z.string() })),
});
const Statement = z.looseObject({
  fhirVersion: z.string(),
  rest: z.array(z.looseObject({ resource: z.array(z.looseObject({ type: z.string() })) })),
});
const search = async (client: Client, resourceType: string, searchParams: Record<string, string> = {}) =>
  Bundle.parse(await client.search({ resourceType, searchParams }));

beforeAll(async () => {
  app = await createTestApp();
  server = createServer(createApp(app.deps, { media: createMedia({ settings: null, log: app.deps.log }) }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir/R4`;
  made = await insertCase(app.database, {
    status: 'answered',
    answeredAt: '2026-11-23T07:30:00Z',
    plannedStart: '2026-11-23T07:00:00Z',
    kvnr: 'A123456780',
  });
  await insertConsultation(app.database, made.id, '2026-11-23T06:58:00Z');
  await app.database.sql(
    `INSERT INTO report (request_id, version, state, findings, assessment, recommendation, diagnoses, author_id, finalised_at)
     VALUES ($1, 1, 'final', 'RR 130/80', 'Kompensiert', 'Torasemid', '[{"code":"I50.13","title":"","certainty":"G"}]', $2, now())`,
    [made.id, accounts.specialist.id],
  );
  await app.database.sql(
    `INSERT INTO vital_signs (patient_id, request_id, taken_at, taken_by_id, pulse, systolic, diastolic, temperature)
     VALUES ($1, $2, '2026-11-23T06:50:00Z', $3, 88, 130, 80, 37.2)`,
    [made.patientId, made.id, accounts.assistant.id],
  );
  await insertCase(app.database, {
    requester: 'otherPractice',
    department: 'neurology',
    familyName: 'Fremd',
  });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await app.close();
});

describe('the capability statement', () => {
  it('says what is mounted, to everybody', async () => {
    const statement = Statement.parse(await new Client({ baseUrl: base }).capabilityStatement());
    expect(statement.fhirVersion).toBe('4.0.1');
    const types = statement.rest[0]?.resource.map((one) => one.type);
    expect(types).toEqual(servedTypes.map((one) => one.type));
    expect(types).toEqual([...(types ?? [])].sort());
  });

  it('is true: every search parameter that it names is understood, and an unknown one is refused', async () => {
    const agent = await app.signIn('physician');
    const values = { token: 'x', reference: made.patientId, date: 'ge2026-01-01', string: 'a' };
    for (const served of servedTypes) {
      for (const { name, type } of served.params) {
        const value = name === 'birthdate' ? '1941-03-12' : values[type];
        await agent.get(`/fhir/R4/${served.type}?${name}=${value}`).expect(200);
      }
      const refused = await agent.get(`/fhir/R4/${served.type}?shoe-size=46`).expect(400);
      expect(refused.body).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [{ code: 'not-supported', diagnostics: 'shoe-size' }],
      });
    }
  });
});

describe('any FHIR client', () => {
  it('reads an Encounter and follows every reference in it', async () => {
    const client = await clientOf('physician');
    const encounter = Resource.parse(await client.read({ resourceType: 'Encounter', id: made.id }));
    expect(encounter).toMatchObject({
      status: 'finished',
      class: { code: 'VR' },
      period: { start: '2026-11-23T07:00:00.000Z', end: '2026-11-23T07:18:00.000Z' },
      subject: { reference: `Patient/${made.patientId}` },
      appointment: [{ reference: `Appointment/${made.bookingId}` }],
      serviceProvider: { reference: `Organization/${departments.cardiology.id}` },
    });
    const seen = new Set<string>();
    const follow = async (within: unknown): Promise<void> => {
      const found = JSON.stringify(within).matchAll(/"reference":"([A-Z]\w+\/[^"]+)"/g);
      for (const [, reference = ''] of found) {
        if (seen.has(reference)) continue;
        seen.add(reference);
        const resource = Resource.parse(await client.resolve({ reference }));
        expect(`${resource.resourceType}/${resource.id}`).toBe(reference);
        await follow(resource);
      }
    };
    await follow(encounter);
    const types = new Set([...seen].map((reference) => reference.split('/')[0]));
    expect([...types].sort()).toEqual([
      'Appointment',
      'Condition',
      'Encounter',
      'HealthcareService',
      'Observation',
      'Organization',
      'Patient',
      'Practitioner',
      'ServiceRequest',
    ]);
    expect(seen).toContain(`Practitioner/${practitioners.specialist.id}`);
    expect(seen).toContain(`Organization/${organisations.practice.id}`);
  });

  it.each([
    ['Patient', { identifier: 'http://fhir.de/sid/gkv/kvid-10|A123456780' }],
    ['Patient', { family: 'pro', birthdate: '1941-03-12' }],
    ['Encounter', { status: 'finished', date: '2026-11-23' }],
    ['Encounter', { date: 'ge2026-11-23T07:10:00Z', class: 'VR' }],
    ['Encounter', { identifier: 'K-000001' }],
    ['Appointment', { status: 'booked', date: 'lt2026-11-24' }],
    ['ServiceRequest', { status: 'completed', priority: 'routine' }],
    ['Observation', { code: 'http://loinc.org|8867-4' }],
    ['Condition', { code: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm|I50.13', _id: 'r01' }],
    ['Composition', { status: 'final' }],
  ])('finds %s by %j', async (type, params) => {
    const given = '_id' in params ? { ...params, _id: `${made.id}-r01` } : params;
    const bundle = await search(await clientOf('physician'), type, given as Record<string, string>);
    expect(bundle.entry).toHaveLength(1);
    expect(bundle.entry[0]?.fullUrl).toBe(`${base}/${type}/${bundle.entry[0]?.resource.id}`);
  });

  it.each([
    ['Encounter', { status: 'planned,in-progress' }],
    ['Encounter', { date: 'lt2026-11-23' }],
    ['Patient', { identifier: 'http://fhir.de/sid/pkv/kvid-10|B1', family: 'Probe' }],
    ['Patient', { family: 'Fremd' }],
    ['Observation', { code: '85354-9', date: 'gt2026-11-24' }],
    ['Encounter', { patient: 'nobody' }],
  ])('finds no %s by %j', async (type, params) => {
    const bundle = await search(await clientOf('physician'), type, params as Record<string, string>);
    expect(bundle.entry).toEqual([]);
  });

  it('follows the pages to the end, each resource once', async () => {
    const client = await clientOf('physician');
    const ids: string[] = [];
    let page = await search(client, 'Observation', { _count: '1' });
    for (let turn = 0; turn < 20; turn += 1) {
      ids.push(...page.entry.map((one) => one.resource.id));
      const next = await client.nextPage({ bundle: page });
      if (!next) break;
      page = Bundle.parse(next);
    }
    expect(ids.map((id) => id.slice(37))).toEqual(['8310-5', '85354-9', '8867-4']);
    const organisationsFound = await search(client, 'Organization', { _count: '200' });
    expect(organisationsFound.entry).toHaveLength(8);
  });
});

describe('who may read', () => {
  it.each(['otherPhysician', 'nurse', 'neurologist'] as const)('%s finds nothing of others', async (name) => {
    const agent = await app.signIn(name);
    const answer = await agent.get(`/fhir/R4/Encounter/${made.id}`).expect(404);
    expect(answer.body.resourceType).toBe('OperationOutcome');
    for (const type of ['Patient', 'Composition', 'Condition', 'Observation']) {
      const { body } = await agent.get(`/fhir/R4/${type}?_id=${made.patientId}`).expect(200);
      expect(body.entry).toEqual([]);
    }
  });

  it('administration reads the directory and no patient', async () => {
    const agent = await app.signIn('networkAdmin');
    const refused = await agent.get('/fhir/R4/Patient').expect(403);
    expect(refused.body.issue[0].code).toBe('forbidden');
    await agent.get('/fhir/R4/Organization').expect(200);
  });

  it('nobody without a session', async () => {
    const answer = await app.anonymous().get(`/fhir/R4/Patient/${made.patientId}`).expect(401);
    expect(answer.body.issue[0].code).toBe('login');
  });

  it('every answer about patients is recorded', async () => {
    const agent = await app.signIn('secondSpecialist');
    await agent.get(`/fhir/R4/Patient/${made.patientId}`).expect(200);
    await agent.get('/fhir/R4/Encounter').expect(200);
    const events = await app.database.sql(
      `SELECT subject_kind AS kind, subject_id AS id, payload->'patientIds' AS patients FROM event_log
       WHERE type = 'fhir.viewed' AND actor_account_id = $1 ORDER BY id`,
      [accounts.secondSpecialist.id],
    );
    expect(events).toEqual([
      { kind: 'Patient', id: made.patientId, patients: [made.patientId] },
      { kind: 'Encounter', id: made.id, patients: [made.patientId] },
    ]);
  });
});

describe('what is refused', () => {
  it.each([
    ['/Encounter/not-an-id', 404],
    ['/Encounter/00000000-0000-8000-8000-00000000ffff', 404],
    ['/Medication', 404],
    ['/Patient?birthdate=yesterday', 400],
    ['/Encounter?date=23.11.2026', 400],
    ['/Patient?_count=0', 400],
    ['/Patient?_format=xml', 406],
    ['/Patient?name:exact=Probe', 400],
  ])('%s: %i with an OperationOutcome', async (path, status) => {
    const agent = await app.signIn('physician');
    const answer = await agent.get(`/fhir/R4${path}`).expect(status);
    expect(answer.body.resourceType).toBe('OperationOutcome');
    expect(answer.type).toBe('application/fhir+json');
  });

  it('changes', async () => {
    const agent = await app.signIn('physician');
    await agent.put(`/fhir/R4/Patient/${made.patientId}`).send({}).expect(405);
  });
});
