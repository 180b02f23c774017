import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../support/actor-of.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { type AccountName, accounts, organisations } from '../support/world.ts';

let app: TestApp;
let officer: Agent;
const patient = '00000000-0000-8000-8009-000000000001';
const other = '00000000-0000-8000-8009-000000000002';

beforeAll(async () => {
  app = await createTestApp();
  officer = await app.signIn('privacyOfficer');
  for (const [id, number] of [
    [patient, 4711],
    [other, 4712],
  ]) {
    await app.database.sql(
      `INSERT INTO patient (id, number, organisation_id, kvnr, family_name, given_name, birth_date, sex)
       VALUES ($1, $2, $3, $4, 'Geheimname', 'Vorname', '1950-01-01', 'female')`,
      [id, number, organisations.practice.id, number === 4711 ? 'A123456780' : 'T123456780'],
    );
  }
  await record('physician', 'patient.viewed', { patientId: patient });
  await record('assistant', 'patient.changed', { patientId: patient });
  await record('specialist', 'patient.viewed', { payload: { patientIds: [patient, other] } });
  await record('specialist', 'report.viewed', { patientId: other });
  await record('nurse', 'urgent.raised', { payload: { urgency: 'immediate', note: 'klagt über Atemnot' } });
});
afterAll(() => app.close());

const record = (name: AccountName, type: string, more: object) =>
  app.deps.db.as(actorOf(name), (tx) =>
    app.deps.record(tx, actorOf(name), { type, subject: { kind: 'patient', id: patient }, ...more }),
  );
const types = async (query: string) => {
  const { body } = await officer.get(`/api/audit/events?${query}`).expect(200);
  return body.events
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => type !== 'audit.viewed');
};

describe('who is not the privacy officer', () => {
  it.each(['physician', 'homeManager', 'coordinator', 'networkAdmin', 'evaluator'] as const)(
    '%s reads nothing of the log',
    async (name) => {
      const agent = await app.signIn(name);
      for (const path of ['events', 'events.csv', 'integrity', 'people', 'patients/4711']) {
        await agent.get(`/api/audit/${path}`).expect(403);
      }
    },
  );
});

describe('the log', () => {
  it('comes newest first with who, what and about whom, without names of patients', async () => {
    const { body, text } = await officer.get('/api/audit/events?type=patient').expect(200);
    expect(body.events).toHaveLength(3);
    expect(body.events[2]).toMatchObject({
      type: 'patient.viewed',
      actor: {
        id: accounts.physician.id,
        displayName: 'Test physician',
        role: 'physician',
        organisation: { name: organisations.practice.name },
      },
      patient: { id: patient, number: 4711 },
      sealed: false,
    });
    expect(text).not.toMatch(/Geheimname|A123456780/);
  });

  it('shows nothing of a payload that reads like text', async () => {
    const { body, text } = await officer.get('/api/audit/events?type=urgent.raised').expect(200);
    expect(body.events[0].details).toEqual({ urgency: 'immediate' });
    expect(text).not.toContain('Atemnot');
  });

  it('is searched by patient, in events about many patients too', async () => {
    expect(await types('patient=P-004711')).toEqual(['patient.viewed', 'patient.changed', 'patient.viewed']);
    expect(await types('patient=4712')).toEqual(['report.viewed', 'patient.viewed']);
    const answer = await officer.get('/api/audit/events?patient=99').expect(404);
    expect(answer.body.error.code).toBe('patient_not_found');
  });

  it('is searched by person, organisation, type and time', async () => {
    expect(await types(`person=${accounts.specialist.id}`)).toEqual(['report.viewed', 'patient.viewed']);
    expect(await types(`organisation=${organisations.practice.id}&type=patient`)).toEqual([
      'patient.changed',
      'patient.viewed',
    ]);
    expect(await types('type=report.viewed')).toEqual(['report.viewed']);
    expect(await types('until=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await types('from=2020-01-01T00:00:00Z&type=urgent')).toEqual(['urgent.raised']);
  });

  it.each(['person=1', 'patient=Meier', 'type=patient;', 'from=gestern', 'size=0', 'before=-1', 'name=x'])(
    'refuses ?%s',
    async (query) => {
      await officer.get('/api/audit/events').query(query).expect(422);
    },
  );

  it('is paged without a hole or a repeat while new events come in', async () => {
    const seen: string[] = [];
    let before = '';
    for (let page = 0; page < 50; page += 1) {
      const { body } = await officer.get(`/api/audit/events?type=patient&size=1${before}`).expect(200);
      seen.push(...body.events.map(({ id }: { id: string }) => id));
      if (!body.next) break;
      await record('nurse', 'patient.viewed', {});
      before = `&before=${body.next}`;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  it('tells of every look at itself, with what was looked for', async () => {
    await officer
      .get(`/api/audit/events?patient=4711&type=patient&person=${accounts.physician.id}`)
      .expect(200);
    await officer.get('/api/audit/patients/4711').expect(200);
    const looks = await app.database.sql(
      `SELECT subject_id, patient_id, payload FROM event_log
        WHERE type = 'audit.viewed' ORDER BY id DESC LIMIT 2`,
    );
    expect(looks).toEqual([
      { subject_id: 'patient', patient_id: patient, payload: { people: 4 } },
      {
        subject_id: 'events',
        patient_id: patient,
        payload: { type: 'patient', person: accounts.physician.id, count: 1 },
      },
    ]);
  });
});

describe('the history of one patient', () => {
  it('says by person how often and when', async () => {
    const { body, text } = await officer.get('/api/audit/patients/P-4711').expect(200);
    expect(body.patient).toEqual({
      id: patient,
      number: 4711,
      organisation: { id: organisations.practice.id, name: organisations.practice.name },
    });
    const of = (name: AccountName) =>
      body.people.find((one: { actor: { id: string } }) => one.actor.id === accounts[name].id);
    expect(of('physician')).toMatchObject({ views: 1, changes: 0 });
    expect(of('assistant')).toMatchObject({ views: 0, changes: 1 });
    expect(of('specialist')).toMatchObject({ views: 1, changes: 0 });
    expect(of('otherPhysician')).toBeUndefined();
    expect(text).not.toContain('Geheimname');
    await officer.get('/api/audit/patients/1').expect(404);
  });
});

describe('the people to search by', () => {
  it('are found by name or organisation', async () => {
    const { body } = await officer.get('/api/audit/people?text=anderswo').expect(200);
    expect(body.people.map(({ displayName }: { displayName: string }) => displayName).sort()).toEqual([
      'Test otherAssistant',
      'Test otherNurse',
      'Test otherPhysician',
    ]);
  });
});

describe('the export', () => {
  it('is a file that spreadsheets open, without formulas', async () => {
    await app.database.sql(`UPDATE account SET display_name = '=cmd()' WHERE id = $1`, [accounts.nurse.id]);
    const answer = await officer.get('/api/audit/events.csv?type=urgent').expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="protokoll-2026-11-23.csv"');
    const [head, row] = answer.text.split('\n');
    expect(head).toBe(
      '\uFEFFid;at;type;account_id;account;role;organisation;subject_kind;subject_id;patient;request;details;sealed',
    );
    expect(row).toContain(`;urgent.raised;${accounts.nurse.id};'=cmd();nurse;`);
    const [look] = await app.database.sql(
      `SELECT subject_id FROM event_log WHERE type = 'audit.viewed' ORDER BY id DESC LIMIT 1`,
    );
    expect(look).toEqual({ subject_id: 'export' });
  });

  it('is named after the day on the wall', async () => {
    app.clock.set('2026-11-23T23:30:00Z');
    const late = await app.signIn('privacyOfficer');
    const answer = await late.get('/api/audit/events.csv?type=urgent').expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="protokoll-2026-11-24.csv"');
  });
});
