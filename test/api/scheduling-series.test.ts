import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { insertCase } from '../support/cases.ts';
import { addRoster, consult } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let followUpOf: string;
const practitionerId = practitioners.specialist.id;
/** Friday, 9:00: every two weeks it meets Christmas. */
const first = '2026-11-27T08:00:00.000Z';

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  await addRoster(app, { weekday: 5, ahead: 180 });
  await addRoster(app, { weekday: 4, ahead: 180 });
  followUpOf = (await insertCase(app.database, { status: 'answered', kvnr: 'A123456780' })).id;
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await app.database.sql('TRUNCATE booking, booking_series CASCADE');
  await app.database.sql('DELETE FROM absence');
  await app.database.sql('UPDATE roster SET furthest_days_ahead = 180');
});
afterAll(() => app.close());

const preview = (body: object = {}, agent = practice) =>
  agent
    .post('/api/series/preview')
    .send({ followUpOf, practitionerId, everyWeeks: 2, startAt: first, count: 6, ...body });
const book = (times: string[], body: object = {}, agent = practice) =>
  agent.post('/api/series').send({
    followUpOf,
    practitionerId,
    everyWeeks: 2,
    times: times.map((startAt) => ({ startAt })),
    question: 'Verlauf?',
    consent: consult.consent,
    ...body,
  });
const written = async () =>
  (
    await app.database.sql<{ bookings: number; requests: number; series: number }>(
      `SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM booking_series) AS series,
         (SELECT count(*)::int FROM consult_request WHERE question = 'Verlauf?') AS requests`,
    )
  )[0];

it('shows six times at nine o’clock, one on a holiday with the nearest free ones', async () => {
  const { body } = await preview().expect(200);
  expect(body.occurrences.map((one: { startAt: string }) => one.startAt)).toEqual([
    first,
    '2026-12-11T08:00:00.000Z',
    '2026-12-25T08:00:00.000Z',
    '2027-01-08T08:00:00.000Z',
    '2027-01-22T08:00:00.000Z',
    '2027-02-05T08:00:00.000Z',
  ]);
  expect(body.occurrences.map((one: { problem: string | null }) => one.problem)).toEqual([
    null,
    null,
    'series_holiday',
    null,
    null,
    null,
  ]);
  expect(body.holidays).toEqual(['2026-12-25']);
  expect(body.occurrences[2]).toMatchObject({ index: 3, endAt: '2026-12-25T08:20:00.000Z' });
  expect(body.occurrences[2].holiday).toMatch(/weihnacht/);
  // Thursday of the same week, the same time first.
  expect(body.occurrences[2].proposals.map((one: { startAt: string }) => one.startAt)).toEqual([
    '2026-12-24T08:00:00.000Z',
    '2026-12-24T08:20:00.000Z',
    '2026-12-24T08:40:00.000Z',
  ]);
});

it('keeps the clock on the wall over the change of the clock', async () => {
  const { body } = await preview({ everyWeeks: 6, count: 4 }).expect(200);
  expect(body.occurrences.map((one: { startAt: string }) => one.startAt)).toEqual([
    first,
    '2027-01-08T08:00:00.000Z',
    '2027-02-19T08:00:00.000Z',
    '2027-04-02T07:00:00.000Z',
  ]);
});

it('says of each time what is in the way', async () => {
  await app.database.sql(
    `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
     SELECT department_id, id, '2026-12-10T23:00Z', '2026-12-11T23:00Z', 'leave' FROM practitioner WHERE id = $1`,
    [practitionerId],
  );
  await insertCase(app.database, {
    plannedStart: '2027-01-08T08:00:00Z',
    requester: 'otherPractice',
    familyName: 'Fremd',
  });
  const { body } = await preview().expect(200);
  expect(body.occurrences.map((one: { problem: string | null }) => one.problem)).toEqual([
    null,
    'series_absence',
    'series_holiday',
    'slot_taken',
    null,
    null,
  ]);
  expect(body.occurrences[3].proposals[0].startAt).toBe('2027-01-08T08:20:00.000Z');
  expect(JSON.stringify(body)).not.toContain('Fremd');
  expect((await preview({ everyWeeks: 12 }).expect(422)).body.error).toMatchObject({
    code: 'too_far_ahead',
    fields: { count: 'too_far_ahead' },
  });
  expect((await preview({ startAt: '2026-11-27T08:07:00.000Z' })).body.occurrences[0].problem).toBe(
    'slot_outside_roster',
  );
});

it('binds each time to the furthest day that can be booked, and proposes what is free before it', async () => {
  const times = [first, '2026-12-11T08:00:00.000Z', '2027-01-08T08:00:00.000Z'];
  await app.database.sql('UPDATE roster SET furthest_days_ahead = 45');
  const { body } = await preview({ everyWeeks: 2, count: 4 }).expect(200);
  expect(body.occurrences.map((one: { problem: string | null }) => one.problem)).toEqual([
    null,
    null,
    'series_holiday',
    'slot_beyond_furthest_day',
  ]);
  expect(body.occurrences[3].proposals[0].startAt).toBe('2027-01-07T08:00:00.000Z');
  const booked = await book(times).expect(422);
  expect(booked.body.error).toMatchObject({
    code: 'slot_beyond_furthest_day',
    fields: { 'times.2.startAt': 'slot_beyond_furthest_day' },
  });
  expect(await written()).toMatchObject({ bookings: 0, series: 0 });
});

it('books all of them, each a request of its own with what the consult followed up said', async () => {
  await practice.post('/api/holds').send({ practitionerId, startAt: first }).expect(201);
  const times = [first, '2026-12-11T08:00:00.000Z', '2026-12-24T08:00:00.000Z'];
  const { body } = await book(times).expect(201);
  expect(body.bookings.map((one: { startAt: string }) => one.startAt)).toEqual(times);
  const rows = await app.database.sql(
    `SELECT b.series_index, b.state, r.status, r.medication, r.diagnoses -> 0 ->> 'code' AS code, r.consent_id IS NOT NULL AS consented
     FROM booking b JOIN consult_request r ON r.id = b.request_id WHERE b.series_id = $1 ORDER BY b.series_index`,
    [body.seriesId],
  );
  expect(rows).toEqual(
    [1, 2, 3].map((index) => ({
      series_index: index,
      state: 'booked',
      status: 'planned',
      medication: 'Torasemid 10 mg 1-0-0',
      code: 'I50.13',
      consented: true,
    })),
  );
  const events = await app.database.sql<{ type: string; n: number }>(
    `SELECT type, count(*)::int AS n FROM event_log WHERE type IN ('series.made', 'booking.made')
       AND (subject_id = $1 OR payload ->> 'seriesId' = $1) GROUP BY type ORDER BY type`,
    [body.seriesId],
  );
  expect(events).toEqual([
    { type: 'booking.made', n: 3 },
    { type: 'series.made', n: 1 },
  ]);
});

it('books none when one is in the way, and says which', async () => {
  const { requests } = (await written()) ?? {};
  const holiday = await book([first, '2026-12-25T08:00:00.000Z']).expect(422);
  expect(holiday.body.error).toMatchObject({
    code: 'series_holiday',
    fields: { 'times.1.startAt': 'series_holiday' },
  });
  await insertCase(app.database, { plannedStart: '2026-12-11T08:00:00Z', requester: 'otherPractice' });
  const taken = await book([first, '2026-12-11T08:00:00.000Z']).expect(409);
  expect(taken.body.error).toMatchObject({ code: 'slot_taken', fields: { 'times.1.startAt': 'slot_taken' } });
  expect(taken.body.error.data.nearest[0].startAt).toBe('2026-12-11T08:20:00.000Z');
  const twice = await book([first, first]).expect(422);
  expect(twice.body.error.fields).toEqual({ 'times.1.startAt': 'series_order' });
  expect((await book([first], { consent: undefined }).expect(422)).body.error.code).toBe('consent_missing');
  expect(await written()).toMatchObject({ bookings: 1, series: 0, requests });
});

it('is given the whole or nothing when two want the same times at once', async () => {
  const other = await app.signIn('otherPhysician');
  const theirs = (
    await insertCase(app.database, { status: 'answered', requester: 'otherPractice', kvnr: 'A123456780' })
  ).id;
  const times = [first, '2026-12-11T08:00:00.000Z', '2027-01-08T08:00:00.000Z'];
  const answers = await Promise.all([
    book(times),
    book([first, ...times.slice(1), '2027-01-22T08:00:00.000Z'], { followUpOf: theirs }, other),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost?.body.error.fields['times.0.startAt']).toBe('slot_taken');
  expect((await written())?.bookings).toBe(answers[0]?.status === 201 ? 3 : 4);
});

it('answers a repeat with the first answer', async () => {
  const send = () => book([first]).set('Idempotency-Key', 'series-1');
  const [one, two] = [await send().expect(201), await send().expect(201)];
  expect(two.body).toEqual(one.body);
  expect((await written())?.bookings).toBe(1);
});

it('is for the practice alone whose consult it is', async () => {
  await preview({}, await app.signIn('otherAssistant')).expect(404);
  await preview({}, await app.signIn('coordinator')).expect(403);
  await book([first], {}, await app.signIn('otherAssistant')).expect(404);
  const cancelled = (await insertCase(app.database, { status: 'cancelled' })).id;
  expect((await preview({ followUpOf: cancelled }).expect(409)).body.error.code).toBe('request_state');
});
