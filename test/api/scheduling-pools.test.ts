import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
let specialist: Agent;
let practice: Agent;
const first = practitioners.specialist.id;
const second = practitioners.secondSpecialist.id;
const weekly = {
  weekday: 2,
  from: '09:00',
  until: '10:00',
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  furthestDaysAhead: 30,
  validFrom: '2026-11-01',
  validUntil: null,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
};
const range = { from: '2026-11-23', until: '2026-11-30' };

// Monday, 23 November 2026, 10:00 in Oldenburg.
beforeAll(async () => {
  app = await createTestApp();
  coordinator = await app.signIn('coordinator');
  specialist = await app.signIn('specialist');
  practice = await app.signIn('physician');
});
beforeEach(async () => {
  for (const table of ['booking', 'roster', 'roster_override', 'absence', 'pool_member', 'pool'])
    await app.database.sql(`DELETE FROM ${table}`);
});
afterAll(() => app.close());

const makePool = async (name = 'Kardiologie allgemein', members = [first, second]): Promise<string> =>
  (await coordinator.post('/api/pools').send({ name, members }).expect(201)).body.id;
/** A pool of both cardiologists, Tuesdays 9:00 to 10:00 in three times of 20 minutes. */
const openPool = async (change: object = {}) => {
  const poolId = await makePool();
  const answer = await coordinator
    .post('/api/rosters')
    .send({ ...weekly, poolId, ...change })
    .expect(201);
  return { poolId, rosterId: answer.body.roster.id as string };
};
const plan = async (agent = coordinator) => (await agent.get('/api/plan').query(range).expect(200)).body;
const free = async (query: object, agent = practice) =>
  (await agent.get('/api/free-times').query(query).expect(200)).body;
/** "11-24T08:00 2" = so many of the pool are free then. */
const poolTimes = async (poolId: string) =>
  (await free({ poolId, ...range })).times.map(
    (time: { startAt: string; people: number }) => `${time.startAt.slice(5, 16)} ${time.people}`,
  );
const book = (time: object, agent = practice) => {
  const patient = { ...newPatient, kvnr: null, insuranceKind: 'PKV' };
  return agent.post('/api/bookings').send({ ...consult, ...time, patient });
};

describe('a pool', () => {
  it('is made, renamed and removed by the coordinator, and told to open windows', async () => {
    const id = await makePool();
    expect((await plan()).pools).toEqual([{ id, name: 'Kardiologie allgemein', members: [first, second] }]);
    const changed = await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'Echo', members: [second, second] })
      .expect(200);
    expect(changed.body).toEqual({
      saved: true,
      affected: [],
      pool: { id, name: 'Echo', members: [second] },
    });
    await coordinator.delete(`/api/pools/${id}`).expect(200);
    expect((await plan()).pools).toEqual([]);
    const gone = await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'Echo', members: [first] })
      .expect(404);
    expect(gone.body.error.code).toBe('pool_not_found');
    const events = await app.database.sql(
      `SELECT payload FROM event_log WHERE type = 'pool.changed' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(events.map(({ payload }) => payload)).toEqual(
      [{ change: 'created' }, { change: 'changed', affected: 0 }, { change: 'removed', affected: 0 }].map(
        (said) => ({ departmentId: departments.cardiology.id, ...said }),
      ),
    );
  });

  it('has a name of its own in its department, until it is removed', async () => {
    const id = await makePool('Echo');
    const other = await makePool('Rhythmus');
    const fields = { name: 'pool_name_taken' };
    const again = await coordinator
      .post('/api/pools')
      .send({ name: 'ECHO', members: [first] })
      .expect(409);
    expect(again.body.error).toMatchObject({ code: 'pool_name_taken', fields });
    const renamed = await coordinator
      .put(`/api/pools/${other}`)
      .send({ name: 'Echo', members: [first] })
      .expect(409);
    expect(renamed.body.error).toMatchObject({ code: 'pool_name_taken', fields });
    await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'echo', members: [first] })
      .expect(200);
    await coordinator.delete(`/api/pools/${id}`).expect(200);
    await makePool('Echo');
  });

  it('is of people of the department, kept by its coordinator', async () => {
    const id = await makePool();
    const stranger = await coordinator
      .post('/api/pools')
      .send({ name: 'Neuro', members: [practitioners.neurologist.id] })
      .expect(422);
    expect(stranger.body.error).toMatchObject({
      code: 'practitioner_not_found',
      fields: { members: 'practitioner_not_found' },
    });
    const nobody = await coordinator.post('/api/pools').send({ name: 'Leer', members: [] }).expect(422);
    expect(nobody.body.error.fields).toEqual({ members: 'required' });
    for (const agent of [specialist, practice]) {
      await agent
        .post('/api/pools')
        .send({ name: 'Eigen', members: [first] })
        .expect(403);
      await agent.delete(`/api/pools/${id}`).expect(403);
    }
    await (await app.signIn('neurologist')).get(`/api/pools/${id}/load`).expect(404);
    expect((await plan(specialist)).coordinates).toBe(false);
    expect(await plan()).toMatchObject({ coordinates: true, pools: [{ id }] });
  });
});

describe("a pool's weekly hours", () => {
  it('belong to one person or one pool', async () => {
    const poolId = await makePool();
    for (const owner of [{}, { poolId, practitionerId: first }]) {
      const answer = await coordinator
        .post('/api/rosters')
        .send({ ...weekly, ...owner })
        .expect(422);
      expect(answer.body.error).toMatchObject({
        code: 'choose_one',
        fields: { practitionerId: 'choose_one' },
      });
    }
    await specialist
      .post('/api/rosters')
      .send({ ...weekly, poolId })
      .expect(403);
    const neuro = await coordinator
      .post('/api/rosters')
      .send({ ...weekly, poolId: organisations.hospital.id })
      .expect(404);
    expect(neuro.body.error.code).toBe('pool_not_found');
  });

  it('stand in the calendar of each of its people', async () => {
    const { poolId, rosterId } = await openPool();
    const shown = await plan();
    expect(shown.rosters).toMatchObject([{ id: rosterId, poolId, practitionerId: null }]);
    expect(shown.bands).toEqual(
      [first, second].map((practitionerId) => ({
        practitionerId,
        poolId,
        rosterId,
        overrideId: null,
        startAt: '2026-11-24T08:00:00.000Z',
        endAt: '2026-11-24T09:00:00.000Z',
        modality: 'video',
      })),
    );
  });

  it('may not overlap those of the same pool, but those of its people', async () => {
    const { poolId, rosterId } = await openPool();
    const overlapping = { ...weekly, from: '09:40', until: '11:00' };
    const same = await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, poolId })
      .expect(409);
    expect(same.body.error).toMatchObject({ code: 'roster_overlap', data: { rosterId } });
    await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, practitionerId: first })
      .expect(201);
    const other = await makePool('Andere', [first]);
    await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, poolId: other })
      .expect(201);
  });

  it('are offered once, with how many are free, and by nobody’s name', async () => {
    const { poolId } = await openPool();
    expect(await poolTimes(poolId)).toEqual(['11-24T08:00 2', '11-24T08:20 2', '11-24T08:40 2']);
    const answer = await free({ specialtyCode: 'cardiology', ...range });
    expect(answer.times).toHaveLength(3);
    expect(answer.times[0]).toEqual({
      practitionerId: null,
      poolId,
      departmentId: departments.cardiology.id,
      startAt: '2026-11-24T08:00:00.000Z',
      endAt: '2026-11-24T08:20:00.000Z',
      people: 2,
    });
    expect(answer.pools).toEqual([
      {
        id: poolId,
        name: 'Kardiologie allgemein',
        department: departments.cardiology,
        organisation: { id: organisations.hospital.id, name: organisations.hospital.name },
        specialtyCode: 'cardiology',
        people: 2,
      },
    ]);
    expect((await free({ practitionerId: first, ...range })).times).toEqual([]);
    await addRoster(app, { practitionerId: first, weekday: 3, from: '09:00', until: '09:20' });
    expect((await free({ practitionerId: first, ...range })).times).toHaveLength(1);
    expect(await poolTimes(poolId)).toHaveLength(3);
  });

  it('count on whom nothing keeps away', async () => {
    const { poolId } = await openPool();
    await coordinator
      .post('/api/absences')
      .send({
        practitionerId: first,
        startAt: '2026-11-24T08:10:00.000Z',
        endAt: '2026-11-24T08:30:00.000Z',
        reason: 'training',
      })
      .expect(201);
    expect(await poolTimes(poolId)).toEqual(['11-24T08:00 1', '11-24T08:20 1', '11-24T08:40 2']);
    await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId: second, day: '2026-11-24', intervals: [{ from: '09:10', until: '10:30' }] })
      .expect(200);
    // Her hours are cut down, the grid of the pool stays.
    expect(await poolTimes(poolId)).toEqual(['11-24T08:20 1', '11-24T08:40 2']);
    await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId: second, day: '2026-11-24', intervals: [] })
      .expect(200);
    expect(await poolTimes(poolId)).toEqual(['11-24T08:40 1']);
  });

  it('tell which bookings of the pool a change would leave behind', async () => {
    const { poolId, rosterId } = await openPool();
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId } = (await book({ poolId, startAt }).expect(201)).body;
    const shorter = { ...weekly, poolId, from: '09:20' };
    const dry = await coordinator
      .put(`/api/rosters/${rosterId}`)
      .send({ ...shorter, dryRun: true })
      .expect(200);
    expect(dry.body).toMatchObject({ saved: false, affected: [{ id: bookingId, poolId }] });
    const removal = await coordinator
      .delete(`/api/rosters/${rosterId}`)
      .query({ dryRun: 'true' })
      .expect(200);
    expect(removal.body.affected).toMatchObject([{ id: bookingId }]);
    const longer = await coordinator
      .put(`/api/rosters/${rosterId}`)
      .send({ ...weekly, poolId, until: '11:00' })
      .expect(200);
    expect(longer.body).toMatchObject({ saved: true, affected: [] });
  });

  it('are no more of who leaves the pool: whose bookings that hits is told, and written down', async () => {
    const { poolId } = await openPool();
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId, practitionerId } = (await book({ poolId, startAt }).expect(201)).body;
    const change = (body: object) => coordinator.put(`/api/pools/${poolId}`).send({ name: 'Echo', ...body });
    const without = { members: [first, second].filter((id) => id !== practitionerId) };
    const dry = await change({ ...without, dryRun: true }).expect(200);
    expect(dry.body).toMatchObject({
      saved: false,
      pool: null,
      affected: [{ id: bookingId, practitionerId }],
    });
    expect((await plan()).pools).toMatchObject([{ members: [first, second] }]);
    // The colleague may go: nothing is booked there.
    expect((await change({ members: [practitionerId], dryRun: true }).expect(200)).body.affected).toEqual([]);
    // Hours of her own at that time hold the booking.
    await addRoster(app, { practitionerId });
    expect((await change({ ...without, dryRun: true }).expect(200)).body.affected).toEqual([]);
    await app.database.sql(`DELETE FROM roster WHERE practitioner_id = $1`, [practitionerId]);
    const saved = await change(without).expect(200);
    expect(saved.body).toMatchObject({ saved: true, pool: without, affected: [{ id: bookingId }] });
    const [event] = await app.database.sql(
      `SELECT payload FROM event_log WHERE type = 'pool.changed' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.payload).toMatchObject({ change: 'changed', affected: 1 });
  });

  it('go with the pool, its bookings stay', async () => {
    const { poolId } = await openPool();
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId } = (await book({ poolId, startAt }).expect(201)).body;
    const dry = await coordinator.delete(`/api/pools/${poolId}`).query({ dryRun: 'true' }).expect(200);
    expect(dry.body).toMatchObject({ saved: false, affected: [{ id: bookingId, poolId }] });
    expect((await plan()).pools).toHaveLength(1);
    const removed = await coordinator.delete(`/api/pools/${poolId}`).expect(200);
    expect(removed.body).toMatchObject({ saved: true, affected: [{ id: bookingId }] });
    expect(await plan()).toMatchObject({
      pools: [],
      rosters: [],
      bands: [],
      bookings: [{ id: bookingId, poolId }],
    });
    expect((await free({ poolId, ...range })).times).toEqual([]);
  });
});

describe('a time of a pool', () => {
  it('goes to who has fewest of its times in the month', async () => {
    const { poolId } = await openPool({ furthestDaysAhead: 60 });
    const days = ['2026-12-01', '2026-12-08', '2026-12-15'];
    const starts = days.flatMap((day) => ['08:00', '08:20', '08:40'].map((time) => `${day}T${time}:00.000Z`));
    const assigned: string[] = [];
    for (const startAt of starts.slice(0, 7)) {
      const answer = await book({ poolId, startAt }).expect(201);
      assigned.push(answer.body.practitionerId);
    }
    const mine = assigned.filter((id) => id === first).length;
    expect([3, 4]).toContain(mine);
    const load = await coordinator.get(`/api/pools/${poolId}/load`).expect(200);
    expect(load.body.months).toEqual([
      {
        month: '2026-11',
        people: [first, second].map((practitionerId) => ({ practitionerId, bookings: 0 })),
      },
      {
        month: '2026-12',
        people: [
          { practitionerId: first, bookings: mine },
          { practitionerId: second, bookings: 7 - mine },
        ],
      },
      {
        month: '2027-01',
        people: [first, second].map((practitionerId) => ({ practitionerId, bookings: 0 })),
      },
    ]);
  });

  it('goes round fairly also when many book at once', async () => {
    const poolId = await makePool();
    for (const weekday of [2, 3]) {
      await coordinator
        .post('/api/rosters')
        .send({ ...weekly, poolId, weekday, furthestDaysAhead: 60 })
        .expect(201);
    }
    const agents = [practice, await app.signIn('otherPhysician'), await app.signIn('otherAssistant')];
    const days = ['2026-12-01', '2026-12-02', '2026-12-08', '2026-12-09'];
    const starts = days.flatMap((day) => ['08:00', '08:20', '08:40'].map((time) => `${day}T${time}:00.000Z`));
    const answers = await Promise.all(
      starts.map((startAt, at) => book({ poolId, startAt }, agents[at % agents.length])),
    );
    expect(answers.map(({ status }) => status)).toEqual(starts.map(() => 201));
    const load = await coordinator.get(`/api/pools/${poolId}/load`).expect(200);
    expect(load.body.months[1].people).toEqual(
      [first, second].map((practitionerId) => ({ practitionerId, bookings: 6 })),
    );
  });

  it('is there for two who want it at once, and not for a third', async () => {
    const { poolId } = await openPool();
    const startAt = '2026-11-24T08:00:00.000Z';
    const others = await Promise.all([app.signIn('otherPhysician'), app.signIn('assistant')]);
    const answers = await Promise.all([practice, ...others].map((agent) => book({ poolId, startAt }, agent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error).toMatchObject({
      code: 'slot_taken',
      data: {
        nearest: [{ poolId, practitionerId: null, startAt: '2026-11-24T08:20:00.000Z', people: 2 }, {}, {}],
      },
    });
  });
});

describe('the plan', () => {
  it('shows what somebody has open right now', async () => {
    await addRoster(app);
    const time = { practitionerId: first, startAt: '2026-11-24T08:00:00.000Z' };
    const { id, heldUntil } = (await practice.post('/api/holds').send(time).expect(201)).body;
    expect((await plan()).holds).toEqual([
      {
        id,
        ...time,
        endAt: '2026-11-24T08:20:00.000Z',
        heldUntil,
        by: organisations.practice.name,
        waiting: false,
      },
    ]);
    expect((await plan(await app.signIn('neurologist'))).holds).toEqual([]);
    app.clock.advance(5 * 60_000);
    expect((await plan()).holds).toEqual([]);
    app.clock.advance(-5 * 60_000);
  });
});
