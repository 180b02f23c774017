import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
let specialist: Agent;
let practice: Agent;
const practitionerId = practitioners.specialist.id;
const colleague = practitioners.secondSpecialist.id;
const weekly = {
  practitionerId,
  weekday: 2,
  from: '09:00',
  until: '10:00',
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  minimumNoticeMinutes: 60,
  furthestDaysAhead: 30,
  validFrom: '2026-11-01',
  validUntil: null,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
};
const range = { from: '2026-11-23', until: '2026-11-30' };

beforeAll(async () => {
  app = await createTestApp();
  coordinator = await app.signIn('coordinator');
  specialist = await app.signIn('specialist');
  practice = await app.signIn('physician');
});
beforeEach(async () => {
  for (const table of ['booking', 'roster', 'roster_override', 'absence'])
    await app.database.sql(`DELETE FROM ${table}`);
});
afterAll(() => app.close());

const plan = async (agent = coordinator) => (await agent.get('/api/plan').query(range).expect(200)).body;
/** A booking of Tuesday 9:00 to 9:20, by the practice. */
const booked = async () => {
  const patient = { ...newPatient, kvnr: null, insuranceKind: 'PKV' };
  const body = { ...consult, practitionerId, startAt: '2026-11-24T08:00:00.000Z', patient };
  return (await practice.post('/api/bookings').send(body).expect(201)).body.bookingId as string;
};
const changed = async () => {
  const [event] = await app.database.sql<{ type: string; payload: object }>(
    `SELECT type, payload FROM event_log WHERE type IN ('roster.changed', 'absence.changed') ORDER BY id DESC LIMIT 1`,
  );
  return event;
};

describe('the plan', () => {
  it('holds everything that a week needs', async () => {
    const rosterId = await addRoster(app);
    await addRoster(app, { practitionerId: colleague, weekday: 4, from: '22:00', until: '24:00' });
    const bookingId = await booked();
    const absence = {
      practitionerId: colleague,
      startAt: '2026-11-26T23:00:00.000Z',
      endAt: '2026-11-27T23:00:00.000Z',
      reason: 'leave',
    };
    await coordinator.post('/api/absences').send(absence).expect(201);
    await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId: colleague, day: '2026-11-25', intervals: [{ from: '08:00', until: '09:00' }] })
      .expect(200);
    expect(await plan()).toMatchObject({
      department: { name: 'Kardiologie', specialtyCode: 'cardiology' },
      people: [{ id: practitionerId, name: 'Dr. med. Test Herzmuster' }, { id: colleague }],
      rosters: [{ id: rosterId, from: '09:00', until: '10:00', weekday: 2 }, { until: '24:00' }],
      overrides: [{ day: '2026-11-25', intervals: [{ from: '08:00', until: '09:00' }] }],
      absences: [absence],
      holidays: [],
      bands: [
        {
          practitionerId,
          rosterId,
          overrideId: null,
          startAt: '2026-11-24T08:00:00.000Z',
          endAt: '2026-11-24T09:00:00.000Z',
        },
        {
          practitionerId: colleague,
          rosterId: null,
          startAt: '2026-11-25T07:00:00.000Z',
          endAt: '2026-11-25T08:00:00.000Z',
        },
        { practitionerId: colleague, startAt: '2026-11-26T21:00:00.000Z', endAt: '2026-11-26T23:00:00.000Z' },
      ],
      bookings: [{ id: bookingId, requester: { name: 'Praxis Muster' } }],
      mayChange: [practitionerId, colleague],
    });
  });

  it('knows holidays, and is the department’s own', async () => {
    const christmas = await coordinator
      .get('/api/plan')
      .query({ from: '2026-12-21', until: '2026-12-28' })
      .expect(200);
    expect(christmas.body.holidays).toEqual([
      { day: '2026-12-25', code: 'ersterweihnachtsfeiertag' },
      { day: '2026-12-26', code: 'zweiterweihnachtsfeiertag' },
    ]);
    expect((await plan(specialist)).mayChange).toEqual([practitionerId]);
    expect((await plan(await app.signIn('neurologist'))).people).toHaveLength(1);
    await practice.get('/api/plan').query(range).expect(403);
    await coordinator.get('/api/plan').query({ from: '2026-11-23', until: '2027-11-23' }).expect(422);
  });
});

describe('weekly hours', () => {
  it('are added, changed and removed; a dry run changes nothing', async () => {
    const dry = await coordinator
      .post('/api/rosters')
      .send({ ...weekly, dryRun: true })
      .expect(201);
    expect(dry.body).toEqual({ saved: false, roster: null, affected: [] });
    expect((await plan()).rosters).toEqual([]);
    const added = await coordinator.post('/api/rosters').send(weekly).expect(201);
    expect(added.body).toMatchObject({ saved: true, roster: weekly });
    const { id } = added.body.roster;
    expect(await changed()).toEqual({
      type: 'roster.changed',
      payload: { departmentId: departments.cardiology.id, practitionerId, change: 'created', affected: 0 },
    });
    const later = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...weekly, until: '11:00' })
      .expect(200);
    expect(later.body.roster).toMatchObject({ id, until: '11:00' });
    await coordinator.delete(`/api/rosters/${id}`).query({ dryRun: 'true' }).expect(200);
    expect((await plan()).rosters).toHaveLength(1);
    await coordinator.delete(`/api/rosters/${id}`).expect(200);
    expect((await plan()).rosters).toEqual([]);
    await coordinator.delete(`/api/rosters/${id}`).expect(404);
  });

  it('tell which bookings they would leave behind, and leave them', async () => {
    const id = await addRoster(app);
    const bookingId = await booked();
    const shorter = { ...weekly, from: '09:10' };
    const dry = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...shorter, dryRun: true })
      .expect(200);
    expect(dry.body).toMatchObject({
      saved: false,
      affected: [{ id: bookingId, requester: { name: 'Praxis Muster' } }],
    });
    const moved = { ...weekly, practitionerId: colleague };
    const toColleague = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...moved, dryRun: true })
      .expect(200);
    expect(toColleague.body.affected).toHaveLength(1);
    const removal = await coordinator.delete(`/api/rosters/${id}`).query({ dryRun: 'true' }).expect(200);
    expect(removal.body).toMatchObject({ saved: false, affected: [{ id: bookingId }] });
    const saved = await coordinator.put(`/api/rosters/${id}`).send(shorter).expect(200);
    expect(saved.body).toMatchObject({ saved: true, affected: [{ id: bookingId }] });
    expect((await plan()).bookings).toMatchObject([{ id: bookingId, requestStatus: 'planned' }]);
    expect(await changed()).toMatchObject({ payload: { change: 'changed', affected: 1 } });
  });

  it('of one person never overlap, also when two add them at once', async () => {
    await addRoster(app);
    const overlapping = { ...weekly, from: '09:40', until: '12:00' };
    const answer = await coordinator.post('/api/rosters').send(overlapping).expect(409);
    expect(answer.body.error).toMatchObject({ code: 'roster_overlap', fields: { from: 'roster_overlap' } });
    await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, practitionerId: colleague })
      .expect(201);
    const wednesday = { ...weekly, weekday: 3 };
    const twice = await Promise.all([1, 2].map(() => coordinator.post('/api/rosters').send(wednesday)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    [{ until: '09:00' }, { until: 'times_order' }],
    [{ until: '09:10' }, { slotMinutes: 'slot_too_long' }],
    [{ validUntil: '2026-11-01' }, { validUntil: 'times_order' }],
    [{ slotMinutes: 4 }, { slotMinutes: 'too_low' }],
    [{ weekday: 8 }, { weekday: 'too_big' }],
    [{ from: '9:00' }, { from: 'time_invalid' }],
    [{ until: '24:30' }, { until: 'time_invalid' }],
    [{ validFrom: '2026-02-30' }, { validFrom: 'date_invalid' }],
    [{ colour: 'red' }, { colour: 'unknown_field' }],
  ])('are refused with %j', async (change, fields) => {
    const answer = await coordinator
      .post('/api/rosters')
      .send({ ...weekly, ...change })
      .expect(422);
    expect(answer.body.error.fields).toEqual(fields);
  });

  it('are kept by the coordinator, the own ones by the specialist, and by nobody else', async () => {
    const id = await addRoster(app, { practitionerId: colleague });
    await specialist.post('/api/rosters').send(weekly).expect(201);
    await specialist
      .post('/api/rosters')
      .send({ ...weekly, practitionerId: colleague })
      .expect(403);
    await specialist.delete(`/api/rosters/${id}`).expect(403);
    await practice.post('/api/rosters').send(weekly).expect(403);
    const neurologist = await app.signIn('neurologist');
    await neurologist.delete(`/api/rosters/${id}`).expect(404);
    await neurologist
      .put(`/api/rosters/${id}`)
      .send({ ...weekly, practitionerId: practitioners.neurologist.id })
      .expect(404);
    await coordinator
      .post('/api/rosters')
      .send({ ...weekly, practitionerId: practitioners.neurologist.id })
      .expect(404);
  });
});

describe('a single day', () => {
  it('is replaced, replaced again and restored', async () => {
    const day = { practitionerId, day: '2026-11-24', intervals: [{ from: '14:00', until: '15:00' }] };
    await addRoster(app);
    const bookingId = await booked();
    const dry = await coordinator
      .put('/api/roster-overrides')
      .send({ ...day, dryRun: true })
      .expect(200);
    expect(dry.body).toMatchObject({ saved: false, affected: [{ id: bookingId }] });
    const first = await coordinator.put('/api/roster-overrides').send(day).expect(200);
    const second = await coordinator
      .put('/api/roster-overrides')
      .send({ ...day, intervals: [] })
      .expect(200);
    expect(second.body.override.id).toBe(first.body.override.id);
    expect((await plan()).bands).toEqual([]);
    const neurologist = await app.signIn('neurologist');
    await neurologist.delete(`/api/roster-overrides/${first.body.override.id}`).expect(404);
    await coordinator.delete(`/api/roster-overrides/${first.body.override.id}`).expect(200);
    expect((await plan()).bands).toHaveLength(1);
  });

  it('cannot overlap itself', async () => {
    const intervals = [
      { from: '09:00', until: '10:00' },
      { from: '09:30', until: '11:00' },
    ];
    const answer = await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId, day: '2026-11-24', intervals })
      .expect(422);
    expect(answer.body.error).toMatchObject({
      code: 'roster_overlap',
      fields: { 'intervals.1.from': 'roster_overlap' },
    });
  });
});

describe('an absence', () => {
  const away = {
    practitionerId,
    startAt: '2026-11-24T07:00:00.000Z',
    endAt: '2026-11-24T08:10:00.000Z',
    reason: 'illness',
  };

  it('tells whom it hits, is saved, moved and removed', async () => {
    await addRoster(app);
    const bookingId = await booked();
    const dry = await specialist
      .post('/api/absences')
      .send({ ...away, dryRun: true })
      .expect(201);
    expect(dry.body).toMatchObject({ saved: false, absence: null, affected: [{ id: bookingId }] });
    const saved = await specialist.post('/api/absences').send(away).expect(201);
    expect(saved.body).toMatchObject({ saved: true, absence: away, affected: [{ id: bookingId }] });
    const { id } = saved.body.absence;
    expect(await changed()).toMatchObject({
      type: 'absence.changed',
      payload: { change: 'created', affected: 1 },
    });
    const moved = await coordinator
      .put(`/api/absences/${id}`)
      .send({ ...away, endAt: '2026-11-24T08:00:00.000Z' })
      .expect(200);
    expect(moved.body.affected).toEqual([]);
    const colleagueSees = await plan(await app.signIn('secondSpecialist'));
    expect(colleagueSees.absences).toMatchObject([{ id, reason: 'other' }]);
    expect((await plan()).absences).toMatchObject([{ id, reason: 'illness' }]);
    await (await app.signIn('neurologist')).delete(`/api/absences/${id}`).expect(404);
    await coordinator.delete(`/api/absences/${id}`).expect(200);
    expect((await plan()).absences).toEqual([]);
  });

  it('ends after it begins', async () => {
    const answer = await coordinator
      .post('/api/absences')
      .send({ ...away, endAt: away.startAt })
      .expect(422);
    expect(answer.body.error.fields).toEqual({ endAt: 'times_order' });
  });
});
