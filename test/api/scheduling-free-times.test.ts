import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;

// Monday, 23 November 2026, 10:00 in Oldenburg.
beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  await addRoster(app);
  await addRoster(app, {
    practitionerId: practitioners.secondSpecialist.id,
    weekday: 2,
    from: '09:30',
    until: '10:10',
  });
  await addRoster(app, {
    practitionerId: practitioners.secondSpecialist.id,
    weekday: 4,
    from: '17:00',
    until: '18:00',
    slot: 60,
  });
  await addRoster(app, {
    departmentId: departments.neurology.id,
    practitionerId: practitioners.neurologist.id,
    weekday: 7,
    slot: 60,
    ahead: 365,
  });
});
afterAll(() => app.close());

const find = async (query: Record<string, string | number>, agent = practice) =>
  (await agent.get('/api/free-times').query(query).expect(200)).body;
const starts = async (query: Record<string, string | number>, agent = practice) =>
  (await find(query, agent)).times.map((time: { startAt: string }) => time.startAt.slice(5, 16));

describe('free times', () => {
  it('are those of the next two weeks by specialty, over all its physicians', async () => {
    const answer = await find({ specialtyCode: 'cardiology' });
    expect(answer).toMatchObject({ from: '2026-11-23', until: '2026-12-07', more: false, nextAfter: null });
    expect(answer.times.map((time: { startAt: string }) => time.startAt.slice(5, 16))).toEqual([
      '11-24T08:00',
      '11-24T08:20',
      '11-24T08:30',
      '11-24T08:40',
      '11-24T08:50',
      '11-26T16:00',
      '12-01T08:00',
      '12-01T08:20',
      '12-01T08:30',
      '12-01T08:40',
      '12-01T08:50',
      '12-03T16:00',
    ]);
    expect(answer.practitioners).toContainEqual({
      id: practitioners.specialist.id,
      name: 'Dr. med. Test Herzmuster',
      department: { id: departments.cardiology.id, name: 'Kardiologie' },
      organisation: { id: organisations.hospital.id, name: 'Klinikum Testfeld' },
      specialtyCode: 'cardiology',
    });
  });

  it('are narrowed by person, range, part of the day, number per day and in all', async () => {
    const { id: practitionerId } = practitioners.specialist;
    expect(await starts({ practitionerId, until: '2026-11-25' })).toEqual([
      '11-24T08:00',
      '11-24T08:20',
      '11-24T08:40',
    ]);
    const departmentId = departments.cardiology.id;
    expect(await starts({ departmentId, partOfDay: 'evening' })).toEqual(['11-26T16:00', '12-03T16:00']);
    expect(await starts({ departmentId, perDay: 1, until: '2026-12-02' })).toEqual([
      '11-24T08:00',
      '11-26T16:00',
      '12-01T08:00',
    ]);
    expect(await find({ departmentId, limit: 1 })).toMatchObject({
      more: true,
      times: [{ startAt: '2026-11-24T08:00:00.000Z' }],
    });
  });

  it('are where there is something when a range has none', async () => {
    const answer = await find({
      departmentId: departments.cardiology.id,
      from: '2026-11-27',
      until: '2026-11-30',
    });
    expect(answer).toMatchObject({ times: [], nextAfter: { startAt: '2026-12-01T08:00:00.000Z' } });
    const none = await find({
      departmentId: departments.cardiology.id,
      from: '2027-11-27',
      until: '2027-11-30',
    });
    expect(none).toMatchObject({ times: [], nextAfter: null });
  });

  it('stay at the same wall clock over both changes of the clock', async () => {
    const { id: practitionerId } = practitioners.neurologist;
    expect(await starts({ practitionerId, from: '2026-12-13', until: '2026-12-14' })).toEqual([
      '12-13T08:00',
    ]);
    expect(await starts({ practitionerId, from: '2027-03-21', until: '2027-04-05' })).toEqual([
      '03-21T08:00',
      '03-28T07:00',
      '04-04T07:00',
    ]);
    // The Sunday of the change, 31 October 2027, is a holiday.
    expect(await starts({ practitionerId, from: '2027-10-24', until: '2027-11-08' })).toEqual([
      '10-24T07:00',
      '11-07T08:00',
    ]);
  });

  it('come for every specialty in one answer, for the chips', async () => {
    const answer = await practice.get('/api/free-times/next').expect(200);
    expect(answer.body.specialties).toMatchObject([
      {
        code: 'cardiology',
        nameDe: 'Kardiologie',
        nameEn: 'Cardiology',
        next: {
          practitionerId: practitioners.specialist.id,
          startAt: '2026-11-24T08:00:00.000Z',
          endAt: '2026-11-24T08:20:00.000Z',
        },
      },
      {
        code: 'neurology',
        nameDe: 'Neurologie',
        nameEn: 'Neurology',
        next: {
          practitionerId: practitioners.neurologist.id,
          startAt: '2026-11-29T08:00:00.000Z',
          endAt: '2026-11-29T09:00:00.000Z',
        },
      },
    ]);
  });

  it('rest on absences, overridden days and holidays', async () => {
    const practitionerId = practitioners.specialist.id;
    await app.database.sql(
      `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason) VALUES ($1, $2, '2026-11-24T08:10Z', '2026-11-24T08:25Z', 'training')`,
      [departments.cardiology.id, practitionerId],
    );
    await app.database.sql(
      `INSERT INTO roster_override (department_id, practitioner_id, day, intervals) VALUES ($1, $2, '2026-12-01', '[{"from":"14:00","until":"14:20"}]'), ($1, $2, '2026-12-08', '[]')`,
      [departments.cardiology.id, practitionerId],
    );
    expect(await starts({ practitionerId, until: '2026-12-09' })).toEqual(['11-24T08:40', '12-01T13:00']);
    await addRoster(app, { practitionerId, weekday: 5, ahead: 60 });
    // Friday, 25 December.
    expect(await starts({ practitionerId, from: '2026-12-23', until: '2026-12-27' })).toEqual([]);
    expect(await starts({ practitionerId, from: '2026-12-17', until: '2026-12-19' })).toHaveLength(3);
  });

  it('are shown to whom the roster is open', async () => {
    const practitionerId = practitioners.secondSpecialist.id;
    await addRoster(app, { practitionerId, weekday: 3, counties: ['03453'] });
    await addRoster(app, {
      practitionerId,
      weekday: 5,
      from: '08:00',
      until: '08:20',
      organisations: [organisations.otherPractice.id],
    });
    const query = { practitionerId, from: '2026-11-25', until: '2026-11-28', partOfDay: 'morning' };
    expect(await starts(query)).toEqual([]);
    expect(await starts(query, await app.signIn('otherPhysician'))).toEqual(['11-27T07:00']);
  });

  it('are asked for in one way, over a sensible range, by who may', async () => {
    const refused = async (query: object) =>
      (await practice.get('/api/free-times').query(query).expect(422)).body.error;
    expect(await refused({})).toMatchObject({ code: 'choose_one' });
    expect(await refused({ specialtyCode: 'x', departmentId: departments.cardiology.id })).toMatchObject({
      code: 'choose_one',
    });
    expect(await refused({ specialtyCode: 'x', from: '2026-12-01', until: '2026-12-01' })).toMatchObject({
      fields: { until: 'range_order' },
    });
    expect(await refused({ specialtyCode: 'x', from: '2026-12-01', until: '2027-12-01' })).toMatchObject({
      fields: { until: 'range_too_long' },
    });
    expect(await refused({ specialtyCode: 'x', from: '2026-02-30' })).toMatchObject({
      code: 'invalid_input',
    });
    expect(await starts({ specialtyCode: 'unknown' })).toEqual([]);
    await (await app.signIn('evaluator')).get('/api/free-times/next').expect(403);
    await app.anonymous().get('/api/free-times/next').expect(401);
  });

  it('are not offered of a hospital that has left the network, nor booked there by who holds one', async () => {
    const slot = { practitionerId: practitioners.secondSpecialist.id, startAt: '2026-12-03T16:00:00.000Z' };
    const { id: holdId } = (await practice.post('/api/holds').send(slot).expect(201)).body;
    const switchTo = (active: boolean) =>
      app.database.sql('UPDATE organisation SET active = $1 WHERE id = $2', [
        active,
        organisations.hospital.id,
      ]);
    await switchTo(false);
    expect(await starts({ specialtyCode: 'cardiology' })).toEqual([]);
    const hold = await practice.post('/api/holds').send(slot).expect(404);
    expect(hold.body.error.code).toBe('practitioner_not_found');
    const book = await practice
      .post('/api/bookings')
      .send({ ...consult, holdId, patient: newPatient })
      .expect(404);
    expect(book.body.error.code).toBe('department_not_found');
    await switchTo(true);
    await practice.delete(`/api/holds/${holdId}`).expect(200);
  });
});
