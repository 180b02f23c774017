import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

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
const reasons = async (query: object, agent = practice) => {
  const { times, nothing } = await find(query, agent);
  expect(times).toEqual([]);
  return Object.fromEntries(
    nothing.reasons.map(({ code, times }: { code: string; times: number }) => [code, times]),
  );
};
const book = (startAt: string, of: object = { practitionerId }) => {
  const patient = { ...newPatient, kvnr: null, insuranceKind: 'PKV' };
  return practice
    .post('/api/bookings')
    .send({ ...consult, ...of, startAt, patient })
    .expect(201);
};
/** A request that waits for a time of the specialty, of one department or person where named. */
const wait = async (entry: { department?: string; practitioner?: string; state?: string } = {}) => {
  const [patient] = await app.database.sql<{ id: string }>(
    `INSERT INTO patient (organisation_id, family_name, given_name, birth_date, sex)
     VALUES ($1, 'Wart', 'Wilma', '1950-01-01', 'female') RETURNING id`,
    [organisations.otherPractice.id],
  );
  await app.database.sql(
    `WITH asked AS (
       INSERT INTO consult_request (kind, status, patient_id, requester_organisation_id, requester_account_id, provider_organisation_id,
         provider_department_id, specialty_code, question, diagnoses, medication, urgency, answer_due_at)
       VALUES ('scheduled', 'waiting', $1, $2, $5, $3, $4, 'cardiology', 'Wann?', '[]', '', 'routine', now()) RETURNING id)
     INSERT INTO waiting_entry (request_id, organisation_id, specialty_code, department_id, practitioner_id, urgency,
       from_day, parts_of_day, weekdays, state, entered_by_id)
     SELECT id, $2, 'cardiology', $6, $7, 'routine', '2026-11-23', '{}', '{}', $8, $5 FROM asked`,
    [
      patient?.id,
      organisations.otherPractice.id,
      organisations.hospital.id,
      departmentId,
      accounts.otherPhysician.id,
      entry.department ?? null,
      entry.practitioner ?? null,
      entry.state ?? 'waiting',
    ],
  );
};

describe('when nothing is free, the answer says why', () => {
  it('because there are no hours', async () => {
    expect(await find({ departmentId })).toMatchObject({
      times: [],
      nothing: { reasons: [{ code: 'no_roster', times: 0 }], waiting: 0 },
      nextAfter: null,
    });
    await addRoster(app);
    expect((await find({ departmentId })).nothing).toBeNull();
    expect(await reasons({ practitionerId: colleague })).toEqual({ no_roster: 0 });
  });

  it('because all is taken, somebody away or a holiday, the most frequent first', async () => {
    await addRoster(app, { weekday: 2 });
    await addRoster(app, { weekday: 5, until: '09:40', ahead: 60 });
    await book('2026-11-24T08:00:00.000Z');
    await app.database.sql(
      `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
       VALUES ($1, $2, '2026-11-24T08:20Z', '2026-11-24T12:00Z', 'leave')`,
      [departmentId, practitionerId],
    );
    const tuesday = await find({ departmentId, until: '2026-11-25' });
    expect(tuesday.nothing.reasons).toEqual([
      { code: 'absent', times: 2 },
      { code: 'taken', times: 1 },
    ]);
    expect(tuesday.nextAfter).toMatchObject({ startAt: '2026-11-27T08:00:00.000Z' });
    // Friday, 25 December.
    expect(await reasons({ departmentId, from: '2026-12-25', until: '2026-12-26' })).toEqual({ holiday: 2 });
  });

  it('because of what the rosters ask for', async () => {
    await addRoster(app, { weekday: 2, counties: ['03453'] });
    await addRoster(app, { practitionerId: colleague, weekday: 2, notice: 3_000 });
    await addRoster(app, { practitionerId: colleague, weekday: 4, until: '09:20', ahead: 2 });
    expect(await reasons({ departmentId, until: '2026-11-27' })).toEqual({
      not_open_to_you: 3,
      under_notice: 3,
      beyond_furthest_day: 1,
    });
  });

  it('because of what was narrowed down, as far as it would be free', async () => {
    await addRoster(app);
    await book('2026-11-24T08:00:00.000Z');
    const range = { departmentId, until: '2026-11-27' };
    expect(await reasons({ ...range, partOfDay: 'evening' })).toEqual({ other_part_of_day: 2, taken: 1 });
    expect(await reasons({ ...range, minutes: 30 })).toEqual({ too_short: 2, taken: 1 });
    expect((await find({ ...range, minutes: 20 })).times).toHaveLength(2);
  });

  it('counting the time of a pool once, by whoever of it comes nearest', async () => {
    const coordinator = await app.signIn('coordinator');
    const members = [practitionerId, colleague];
    const pool = await coordinator.post('/api/pools').send({ name: 'Gemeinsam', members }).expect(201);
    await app.database.sql('UPDATE roster SET practitioner_id = NULL, pool_id = $2 WHERE id = $1', [
      await addRoster(app),
      pool.body.id,
    ]);
    const away = (who: string) =>
      app.database.sql(
        `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
         VALUES ($1, $2, '2026-11-24T07:00Z', '2026-11-24T12:00Z', 'leave')`,
        [departmentId, who],
      );
    const range = { departmentId, until: '2026-11-27' };
    expect(await reasons({ ...range, partOfDay: 'evening' })).toEqual({ other_part_of_day: 3 });
    await away(colleague);
    await book('2026-11-24T08:00:00.000Z', { poolId: pool.body.id });
    expect(await reasons({ ...range, partOfDay: 'evening' })).toEqual({ other_part_of_day: 2, taken: 1 });
    await away(practitionerId);
    expect(await reasons(range)).toEqual({ absent: 3 });
    await coordinator.delete(`/api/pools/${pool.body.id}`).expect(200);
  });

  it('and how many wait already', async () => {
    await wait();
    await wait({ department: departmentId });
    await wait({ practitioner: practitionerId, state: 'offered' });
    await wait({ state: 'withdrawn' });
    expect((await find({ departmentId })).nothing.waiting).toBe(3);
    expect((await find({ specialtyCode: 'neurology' })).nothing.waiting).toBe(0);
  });
});

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
    await wait();
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
