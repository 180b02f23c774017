import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { insertWaiting } from '../support/waiting.ts';
import { departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
const practitionerId = practitioners.specialist.id;
const colleague = practitioners.secondSpecialist.id;
const departmentId = departments.cardiology.id;

// Monday, 23 November 2026, 10:00 in Oldenburg.
beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('physician');
});
beforeEach(async () => {
  for (const table of ['booking', 'waiting_entry', 'roster', 'roster_override', 'absence'])
    await app.database.sql(`DELETE FROM ${table}`);
});
afterAll(() => app.close());

const find = async (query: object, agent = practice) =>
  (await agent.get('/api/free-times').query(query).expect(200)).body;
const book = (startAt: string, of: object = { practitionerId }) => {
  const patient = { ...newPatient, kvnr: null, insuranceKind: 'PKV' };
  return practice
    .post('/api/bookings')
    .send({ ...consult, ...of, startAt, patient })
    .expect(201);
};
describe('free times', () => {
  it('are those of one county’s hospitals when asked so', async () => {
    await addRoster(app);
    const query = { specialtyCode: 'cardiology', until: '2026-11-30' };
    expect((await find({ ...query, countyAgs: '03403' })).times).toHaveLength(3);
    expect(await find({ ...query, countyAgs: '03454' })).toMatchObject({
      times: [],
      practitioners: [],
      nothing: { reasons: [{ code: 'no_roster' }] },
    });
  });

  it('are those of each department at a glance, with who waits there', async () => {
    await addRoster(app, { weekday: 4, until: '09:20' });
    await addRoster(app, { practitionerId: colleague, weekday: 3, until: '09:20' });
    await insertWaiting(app.database);
    const { specialties } = (await practice.get('/api/free-times/next').expect(200)).body;
    const time = {
      practitionerId: colleague,
      poolId: null,
      departmentId,
      startAt: '2026-11-25T08:00:00.000Z',
      endAt: '2026-11-25T08:20:00.000Z',
      people: 1,
    };
    const organisation = { id: organisations.hospital.id, name: organisations.hospital.name };
    expect(specialties).toMatchObject([
      {
        code: 'cardiology',
        next: time,
        departments: [{ id: departmentId, name: 'Kardiologie', organisation, next: time, waiting: 1 }],
      },
      {
        code: 'neurology',
        next: null,
        departments: [{ id: departments.neurology.id, organisation, next: null, waiting: 0 }],
      },
    ]);
  });

  it('leave out what is overbooked or held by others, not what was held until now or is held by who asks', async () => {
    await addRoster(app);
    const starts = async (agent: Agent) =>
      (await find({ departmentId, until: '2026-11-30' }, agent)).times.map((one: { startAt: string }) =>
        one.startAt.slice(11, 16),
      );
    const other = await app.signIn('otherPhysician');
    await book('2026-11-24T08:00:00.000Z');
    await app.database.sql(`UPDATE booking SET overbooked = true, overbook_reason = 'Notfall'`);
    await other.post('/api/holds').send({ practitionerId, startAt: '2026-11-24T08:20:00.000Z' }).expect(201);
    expect(await starts(practice)).toEqual(['08:40']);
    expect(await starts(other)).toEqual(['08:20', '08:40']);
    app.clock.advance(5 * 60_000);
    expect(await starts(practice)).toEqual(['08:20', '08:40']);
    app.clock.advance(-5 * 60_000);
  });

  it('follow at once whatever changes in the plan or among its people', async () => {
    const rosterId = await addRoster(app);
    const count = async () => (await find({ departmentId, until: '2026-11-30' })).times.length;
    const change = (text: string, values: unknown[] = []) => app.database.sql(text, values);
    expect(await count()).toBe(3);
    await change(`UPDATE roster SET until_time = '09:40' WHERE id = $1`, [rosterId]);
    expect(await count()).toBe(2);
    await change(`UPDATE practitioner SET active = false WHERE id = $1`, [practitionerId]);
    expect(await count()).toBe(0);
    await change(`UPDATE practitioner SET active = true WHERE id = $1`, [practitionerId]);
    expect(await count()).toBe(2);
    await change(`UPDATE practitioner SET department_id = $2 WHERE id = $1`, [
      practitionerId,
      departments.neurology.id,
    ]);
    expect(await count()).toBe(0);
    await change(`UPDATE practitioner SET department_id = $2 WHERE id = $1`, [practitionerId, departmentId]);
    await change(`UPDATE department SET name = 'Herzklinik' WHERE id = $1`, [departmentId]);
    expect((await find({ departmentId })).practitioners[0].department.name).toBe('Herzklinik');
    await change(`UPDATE department SET name = 'Kardiologie' WHERE id = $1`, [departmentId]);
    await change(`UPDATE organisation SET name = 'Anders' WHERE id = $1`, [organisations.hospital.id]);
    expect((await find({ departmentId })).practitioners[0].organisation.name).toBe('Anders');
    await change(`UPDATE organisation SET name = $2 WHERE id = $1`, [
      organisations.hospital.id,
      organisations.hospital.name,
    ]);
    await change(
      `INSERT INTO roster_override (department_id, practitioner_id, day) VALUES ($1, $2, '2026-11-24')`,
      [departmentId, practitionerId],
    );
    expect(await count()).toBe(0);
  });

  it('are not read from a plan that was undone', async () => {
    const rosterId = await addRoster(app);
    const count = async () => (await find({ departmentId, until: '2026-11-30' })).times.length;
    await app.database.sql('BEGIN');
    await app.database.sql(`UPDATE roster SET until_time = '09:20' WHERE id = $1`, [rosterId]);
    expect(await count()).toBe(3);
    await app.database.sql('ROLLBACK');
    await app.database.sql(`UPDATE roster SET until_time = '09:40' WHERE id = $1`, [rosterId]);
    expect(await count()).toBe(2);
  });
});
