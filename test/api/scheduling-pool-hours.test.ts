import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { book, patient } from '../support/booking.ts';
import {
  clearPlan,
  first,
  freeTimes,
  makePool,
  openPlanners,
  openPool,
  planOf,
  second,
  weekly,
} from '../support/plan.ts';
import { addRoster } from '../support/scheduling.ts';
import { departments, organisations } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
let specialist: Agent;
let practice: Agent;

beforeAll(async () => {
  ({ app, coordinator, specialist, practice } = await openPlanners());
});
beforeEach(() => clearPlan(app));
afterAll(() => app.close());

/** "11-24T08:00 2" = so many of the pool are free then. */
const poolTimes = async (poolId: string) =>
  (await freeTimes(practice, { poolId })).times.map(
    (time: { startAt: string; people: number }) => `${time.startAt.slice(5, 16)} ${time.people}`,
  );

describe("a pool's weekly hours", () => {
  it('belong to one person or one pool', async () => {
    const poolId = await makePool(coordinator);
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
    const { poolId, rosterId } = await openPool(coordinator);
    const shown = await planOf(coordinator);
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
    const { poolId, rosterId } = await openPool(coordinator);
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
    const other = await makePool(coordinator, 'Andere', [first]);
    await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, poolId: other })
      .expect(201);
  });

  it('are offered once, with how many are free, and by nobody’s name', async () => {
    const { poolId } = await openPool(coordinator);
    expect(await poolTimes(poolId)).toEqual(['11-24T08:00 2', '11-24T08:20 2', '11-24T08:40 2']);
    const answer = await freeTimes(practice, { specialtyCode: 'cardiology' });
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
    expect((await freeTimes(practice, { practitionerId: first })).times).toEqual([]);
    await addRoster(app, { practitionerId: first, weekday: 3, from: '09:00', until: '09:20' });
    expect((await freeTimes(practice, { practitionerId: first })).times).toHaveLength(1);
    expect(await poolTimes(poolId)).toHaveLength(3);
  });

  it('count on whom nothing keeps away', async () => {
    const { poolId } = await openPool(coordinator);
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
    const { poolId, rosterId } = await openPool(coordinator);
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId } = (await book(practice, { poolId, startAt, patient: patient() }).expect(201)).body;
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
    const { poolId } = await openPool(coordinator);
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId, practitionerId } = (
      await book(practice, { poolId, startAt, patient: patient() }).expect(201)
    ).body;
    const change = (body: object) => coordinator.put(`/api/pools/${poolId}`).send({ name: 'Echo', ...body });
    const without = { members: [first, second].filter((id) => id !== practitionerId) };
    const dry = await change({ ...without, dryRun: true }).expect(200);
    expect(dry.body).toMatchObject({
      saved: false,
      pool: null,
      affected: [{ id: bookingId, practitionerId }],
    });
    expect((await planOf(coordinator)).pools).toMatchObject([{ members: [first, second] }]);
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
    const { poolId } = await openPool(coordinator);
    const startAt = '2026-11-24T08:00:00.000Z';
    const { bookingId } = (await book(practice, { poolId, startAt, patient: patient() }).expect(201)).body;
    const dry = await coordinator.delete(`/api/pools/${poolId}`).query({ dryRun: 'true' }).expect(200);
    expect(dry.body).toMatchObject({ saved: false, affected: [{ id: bookingId, poolId }] });
    expect((await planOf(coordinator)).pools).toHaveLength(1);
    const removed = await coordinator.delete(`/api/pools/${poolId}`).expect(200);
    expect(removed.body).toMatchObject({ saved: true, affected: [{ id: bookingId }] });
    expect(await planOf(coordinator)).toMatchObject({
      pools: [],
      rosters: [],
      bands: [],
      bookings: [{ id: bookingId, poolId }],
    });
    expect((await freeTimes(practice, { poolId })).times).toEqual([]);
  });
});
