import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let assistant: Agent;
let admin: Agent;

beforeAll(async () => {
  app = await createTestApp();
  assistant = await app.signIn('assistant');
  admin = await app.signIn('networkAdmin');
});
afterAll(() => app.close());

const names = (answer: { body: { organisations: { name: string }[] } }) =>
  answer.body.organisations.map(({ name }) => name);

describe('the list of organisations', () => {
  it('is for people of the network only', async () => {
    await app.anonymous().get('/api/organisations').expect(401);
  });

  it('comes by name, with what the table shows', async () => {
    const answer = await assistant.get('/api/organisations').expect(200);
    expect(answer.body.total).toBe(6);
    expect(names(answer)).toEqual([...names(answer)].sort());
    expect(answer.body.organisations).toContainEqual({
      id: organisations.hospital.id,
      kind: 'hospital',
      name: organisations.hospital.name,
      city: 'Oldenburg',
      county: { ags: '03403', name: 'Oldenburg (Stadt)' },
      active: true,
      departments: 2,
      people: 4,
      lastSignInAt: null,
    });
  });

  it('is filtered by kind, county and text, and paged', async () => {
    expect(names(await assistant.get('/api/organisations?kind=practice'))).toEqual([
      'Praxis Anderswo',
      'Praxis Muster',
    ]);
    expect(names(await assistant.get('/api/organisations?text=ANDERS&kind=care_home'))).toEqual([
      'Heim Anderswo',
    ]);
    expect(names(await assistant.get('/api/organisations?text=170000200'))).toEqual(['Praxis Anderswo']);
    expect(names(await assistant.get('/api/organisations?county=03460'))).toEqual([]);
    const second = await assistant.get('/api/organisations?size=4&page=2').expect(200);
    expect(second.body).toMatchObject({ total: 6 });
    expect(second.body.organisations).toHaveLength(2);
  });

  it('takes signs of a search pattern as they are', async () => {
    for (const text of ['%', '_', "'", '\\']) {
      expect(names(await assistant.get('/api/organisations').query({ text }))).toEqual([]);
    }
  });

  it('tells only the network administrator when somebody last signed in', async () => {
    await app.database.sql('UPDATE account SET last_sign_in_at = $1 WHERE organisation_id = $2', [
      '2026-11-20T08:00:00Z',
      organisations.practice.id,
    ]);
    const rows = async (agent: Agent) =>
      (await agent.get('/api/organisations?text=Praxis+Muster').expect(200)).body.organisations;
    expect((await rows(admin))[0].lastSignInAt).toBe('2026-11-20T08:00:00.000Z');
    expect((await rows(assistant))[0].lastSignInAt).toBeNull();
    expect(names(await admin.get('/api/organisations?sort=lastSignInAt&descending=true'))[0]).toBe(
      'Praxis Muster',
    );
  });

  it.each(['kind=clinic', 'county=1', 'page=0', 'size=1000', 'sort=password_hash', 'x=1'])(
    'refuses ?%s',
    async (query) => {
      const answer = await assistant.get(`/api/organisations?${query}`).expect(422);
      expect(answer.body.error.code).toBe('invalid_input');
    },
  );
});

describe('one organisation', () => {
  it('comes with departments and physicians; accounts are for the network administrator', async () => {
    const path = `/api/organisations/${organisations.hospital.id}`;
    const seen = (await assistant.get(path).expect(200)).body;
    expect(seen.departments.map(({ name }: { name: string }) => name)).toEqual(['Kardiologie', 'Neurologie']);
    expect(seen.practitioners).toHaveLength(3);
    expect(seen.accounts).toEqual([]);
    const kept = (await admin.get(path).expect(200)).body;
    expect(kept.accounts).toHaveLength(4);
    expect(JSON.stringify(kept)).not.toMatch(/hash|argon2/i);
  });

  it('is not there when it is not', async () => {
    const answer = await admin.get('/api/organisations/00000000-0000-8000-8001-000000000099').expect(404);
    expect(answer.body.error.code).toBe('organisation_not_found');
    await admin.get('/api/organisations/none').expect(422);
  });
});

describe('what a request chooses from', () => {
  it('knows the 17 bodies of the region', async () => {
    const { body } = await assistant.get('/api/counties').expect(200);
    expect(body.counties).toHaveLength(17);
    expect(body.counties).toContainEqual({ ags: '03461', name: 'Wesermarsch', kind: 'district' });
  });

  it('knows specialties with departments, departments with physicians', async () => {
    const { body } = await assistant.get('/api/specialties').expect(200);
    const given = body.specialties.filter((one: { departments: number }) => one.departments > 0);
    expect(given.map(({ code }: { code: string }) => code).sort()).toEqual(['cardiology', 'neurology']);
    const cardiology = (await assistant.get('/api/departments?specialty=cardiology').expect(200)).body;
    expect(cardiology.departments).toHaveLength(1);
    expect(cardiology.departments[0]).toMatchObject({
      id: departments.cardiology.id,
      organisation: { name: organisations.hospital.name },
      specialty: { nameDe: 'Kardiologie', nameEn: 'Cardiology' },
    });
    const people = await assistant
      .get(`/api/departments/${departments.cardiology.id}/practitioners`)
      .expect(200);
    expect(people.body.practitioners).toMatchObject([
      { displayName: 'Dr. med. Test Herzmuster', lanr: practitioners.specialist.lanr },
      { displayName: 'Dr. med. Test Herzprobe' },
    ]);
  });

  it('leaves out what is no longer active', async () => {
    await app.database.sql('UPDATE department SET active = false WHERE id = $1', [departments.neurology.id]);
    const { body } = await assistant.get('/api/departments').expect(200);
    expect(body.departments.map(({ name }: { name: string }) => name)).toEqual(['Kardiologie']);
    await assistant.get(`/api/departments/${departments.neurology.id}/practitioners`).expect(404);
    await app.database.sql('UPDATE department SET active = true WHERE id = $1', [departments.neurology.id]);
  });

  it('counts organisations and people by county', async () => {
    const { body } = await admin.get('/api/organisations-by-county').expect(200);
    expect(body.counties).toHaveLength(17);
    expect(body.counties).toContainEqual({
      ags: '03403',
      name: 'Oldenburg (Stadt)',
      kind: 'city',
      hospital: 1,
      practice: 2,
      care_home: 2,
      people: 14,
    });
  });
});
