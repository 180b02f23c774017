import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { insertWaiting } from '../support/waiting.ts';
import { departments, practitioners } from '../support/world.ts';

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
    await insertWaiting(app.database);
    await insertWaiting(app.database, { department: departmentId });
    await insertWaiting(app.database, { practitioner: practitionerId, state: 'offered' });
    await insertWaiting(app.database, { state: 'withdrawn' });
    expect((await find({ departmentId })).nothing.waiting).toBe(3);
    expect((await find({ specialtyCode: 'neurology' })).nothing.waiting).toBe(0);
  });
});
