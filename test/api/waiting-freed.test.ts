/** Which times come to the waiting list: those of pools, of new rosters, after an absence; and to whom they are open. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { emptyList, enter, free } from '../support/waiting.ts';
import { departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
let coordinator: Agent;
const [a, b] = [practitioners.specialist.id, practitioners.secondSpecialist.id];
const nine = '2026-11-24T08:00:00.000Z';

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
  coordinator = await app.signIn('coordinator');
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await emptyList(app);
  await app.database.sql('TRUNCATE roster, pool, pool_member, absence CASCADE');
});
afterAll(() => app.close());

const offers = () =>
  app.database.sql<{ who: string; at: Date; pool: string | null; practice: string }>(
    `SELECT o.practitioner_id AS who, o.start_at AS at, b.pool_id AS pool, w.organisation_id AS practice
     FROM waiting_offer o JOIN waiting_entry w ON w.id = o.waiting_id LEFT JOIN booking b ON b.id = o.booking_id
     WHERE o.state = 'open' ORDER BY o.start_at, o.practitioner_id`,
  );
const field = {
  weekday: 2,
  from: '09:00',
  until: '09:20',
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  furthestDaysAhead: 6,
  validFrom: '2026-01-01',
  validUntil: null,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
};
const pool = async () => {
  const made = await coordinator
    .post('/api/pools')
    .send({ name: 'Gemeinsam', members: [a, b] })
    .expect(201);
  await coordinator
    .post('/api/rosters')
    .send({ ...field, poolId: made.body.id })
    .expect(201);
  return made.body.id;
};

it('one time of a pool goes to as many as are free in it, each with a person of its own', async () => {
  await enter(practice);
  await enter(other);
  await enter(practice, { practitionerId: a });
  const poolId = await pool();
  await app.settle();
  expect(await offers()).toMatchObject([
    { who: a, at: new Date(nine), pool: poolId },
    { who: b, at: new Date(nine), pool: poolId },
  ]);
  // Who waits for one person is not served by whoever of a pool.
  const [left] = await app.database.sql(
    `SELECT practitioner_id AS who FROM waiting_entry WHERE state = 'waiting'`,
  );
  expect(left).toEqual({ who: a });
});

it('a time of a pool that is freed is offered, and accepted with its pool', async () => {
  const poolId = await pool();
  const made = [];
  for (const agent of [practice, other]) {
    const { entry } = (await enter(agent).expect(201)).body;
    await app.settle();
    const [offer] = (await agent.get('/api/waiting').query({ requestId: entry.requestId })).body.entries;
    made.push((await agent.post(`/api/offers/${offer.offer.id}/accept`).expect(200)).body.bookingId);
  }
  const { requestId } = (await enter(practice)).body.entry;
  await free(other, made[1]);
  await app.settle();
  expect(await offers()).toMatchObject([{ at: new Date(nine), pool: poolId }]);
  const [entry] = (await practice.get('/api/waiting').query({ requestId })).body.entries;
  await practice.post(`/api/offers/${entry.offer.id}/accept`).expect(200);
  expect(
    await app.database.sql(`SELECT DISTINCT pool_id AS pool FROM booking WHERE state = 'booked'`),
  ).toEqual([{ pool: poolId }]);
});

it('a new roster is offered to twenty in one go, and to the others with the next look', async () => {
  for (let at = 0; at < 23; at += 1) await enter(at % 2 === 0 ? practice : other).expect(201);
  await app.settle();
  const long = { ...field, practitionerId: a, until: '18:00' };
  await coordinator.post('/api/rosters').send(long).expect(201);
  await app.settle();
  expect(await offers()).toHaveLength(20);
  await lookEverywhere(app.deps);
  expect(await offers()).toHaveLength(23);
});

it('who is back sooner has times to offer', async () => {
  await addRoster(app, { until: '09:20', ahead: 6 });
  const away = await coordinator
    .post('/api/absences')
    .send({
      practitionerId: a,
      startAt: '2026-11-24T00:00:00Z',
      endAt: '2026-11-25T00:00:00Z',
      reason: 'training',
    })
    .expect(201);
  await enter(practice);
  await app.settle();
  expect(await offers()).toEqual([]);
  await coordinator.delete(`/api/absences/${away.body.absence.id}`).expect(200);
  await app.settle();
  expect(await offers()).toMatchObject([{ who: a, at: new Date(nine) }]);
});

it('hours that are open to some are offered to those alone, whoever stands before', async () => {
  await enter(practice, { urgency: 'urgent' });
  await enter(other, { departmentId: departments.cardiology.id });
  await addRoster(app, { until: '09:20', ahead: 6, organisations: [organisations.otherPractice.id] });
  await lookEverywhere(app.deps);
  expect(await offers()).toMatchObject([{ practice: organisations.otherPractice.id }]);
});

it('a day that comes within the furthest one is offered at midnight', async () => {
  await addRoster(app, { until: '09:20', weekday: 3, ahead: 1 });
  await enter(practice);
  await app.settle();
  expect(await offers()).toEqual([]);
  app.clock.set('2026-11-23T23:00:00Z');
  await lookEverywhere(app.deps);
  expect(await offers()).toMatchObject([{ at: new Date('2026-11-25T08:00:00Z') }]);
});
