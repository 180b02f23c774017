/** What people are told on their screens: who hears of what, once, and never of their own doing. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { nine, twentyPast, twentyTo } from '../support/booking.ts';
import { insertCase } from '../support/cases.ts';
import { report } from '../support/consulted.ts';
import { addRoster, consult } from '../support/scheduling.ts';
import { choose, forgetBookings, openTellingWorld, sentBy, type TellingWorld } from '../support/telling.ts';
import { enter } from '../support/waiting.ts';
import { type AccountName, practitioners } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(() => world.app.clock.set('2026-11-23T07:30:00Z'));
afterEach(() => forgetBookings(world));
afterAll(() => world.close());

const list = async (name: AccountName, query: object = {}) =>
  (await (await world.app.signIn(name)).get('/api/notifications').query(query).expect(200)).body;

/** Everything told so far, `assistant booking_made`, and forgotten. */
const told = async (): Promise<string[]> => {
  await world.app.settle();
  const rows = await world.app.database.sql<{ line: string }>(
    `DELETE FROM notification n USING account a WHERE a.id = n.account_id
     RETURNING split_part(a.email, '@', 1) || ' ' || n.kind AS line`,
  );
  return rows.map(({ line }) => line).sort();
};

it('tells each side what the other does, and the coordinator what a practice changes', async () => {
  const { desk } = world;
  const { bookingId } = await desk.booked();
  expect(await told()).toEqual(['physician booking_made', 'specialist booking_made']);
  await desk.move('specialist', bookingId, {
    practitionerId: practitioners.specialist.id,
    startAt: twentyPast.startAt,
    sequence: 0,
  });
  expect(await told()).toEqual(['assistant booking_moved', 'physician booking_moved']);
  await desk.move('physician', bookingId, { ...twentyTo, sequence: 1 });
  expect(await told()).toEqual([
    'assistant booking_moved',
    'coordinator booking_moved',
    'specialist booking_moved',
  ]);
  const to = (practitionerId: string, sequence: number) => ({ practitionerId, sequence });
  await desk.handOver('coordinator', bookingId, to(practitioners.secondSpecialist.id, 2));
  expect(await told()).toEqual([
    'assistant booking_reassigned',
    'physician booking_reassigned',
    'secondspecialist booking_received',
    'specialist booking_given',
  ]);
  await desk.move('coordinator', bookingId, { ...nine, sequence: 3 });
  expect(await told()).toEqual([
    'assistant booking_moved',
    'physician booking_moved',
    'secondspecialist booking_given',
    'specialist booking_received',
  ]);
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  expect(await told()).toEqual([
    'coordinator booking_cancelled',
    'physician booking_cancelled',
    'specialist booking_cancelled',
  ]);
});

it('says what happened, when, with whom, and names no patient', async () => {
  const { app, desk } = world;
  const { bookingId, requestId } = await desk.booked();
  await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
  app.clock.advance(60_000);
  await desk.cancel('assistant', bookingId, { reason: 'patient_unable', note: 'Frau Buchfeld' });
  await app.settle();
  const { items, unread, next } = await list('specialist');
  expect([unread, next]).toEqual([3, null]);
  expect(items[0]).toEqual({
    id: expect.any(String),
    kind: 'booking_cancelled',
    at: expect.any(String),
    readAt: null,
    side: 'provider',
    request: {
      id: requestId,
      number: expect.any(Number),
      department: 'Kardiologie',
      hospital: 'Klinikum Testfeld',
      requester: 'Praxis Muster',
    },
    bookingId,
    practitioner: 'Dr. med. Test Herzmuster',
    startAt: twentyPast.startAt,
    endAt: null,
    fromStartAt: null,
    swap: null,
    expiresAt: null,
    reason: 'patient_unable',
    count: null,
    open: false,
  });
  expect(items[1]).toMatchObject({
    kind: 'booking_moved',
    startAt: twentyPast.startAt,
    fromStartAt: nine.startAt,
  });
  expect(JSON.stringify(items)).not.toContain('Buchfeld');
  expect((await list('physician')).items[0]).toMatchObject({ side: 'requester' });
});

it('leaves a reminder open as long as its booking stands', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked();
  await app.settle();
  app.clock.set(new Date(Date.parse(nine.startAt) - 10 * 60_000));
  await app.settle();
  expect((await list('assistant')).items[0]).toMatchObject({ kind: 'remind_minutes', open: true });
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  expect((await list('assistant')).items[0]).toMatchObject({ kind: 'remind_minutes', open: false });
});

it('tells of a series once, to everybody else', async () => {
  const { app } = world;
  const followUpOf = (await insertCase(app.database, { status: 'answered', kvnr: 'A123456780' })).id;
  await addRoster(app, { weekday: 5, ahead: 60 });
  const times = ['2026-11-27T08:00:00.000Z', '2026-12-04T08:00:00.000Z'].map((startAt) => ({ startAt }));
  await (await app.signIn('assistant'))
    .post('/api/series')
    .send({
      followUpOf,
      practitionerId: practitioners.specialist.id,
      everyWeeks: 1,
      times,
      question: 'Verlauf?',
      consent: consult.consent,
    })
    .expect(201);
  await app.settle();
  expect((await list('specialist')).items).toMatchObject([
    { kind: 'series_made', count: 2, startAt: '2026-11-27T08:00:00.000Z' },
  ]);
  expect(await told()).toEqual(['physician series_made', 'specialist series_made']);
  // The calendar gets each of them.
  expect(sentBy(world.post)).toHaveLength(6);
});

it('tells the whole practice of an offer, by e-mail those who asked, and what became of it', async () => {
  const { app, desk, post } = world;
  await app.database.sql('DELETE FROM roster WHERE practitioner_id <> $1', [practitioners.specialist.id]);
  await app.database.sql('UPDATE roster SET furthest_days_ahead = 6');
  const taken = [];
  for (const time of [nine, twentyPast, twentyTo])
    taken.push((await desk.booked(time, 'otherPhysician')).bookingId);
  await app.database.sql(`UPDATE roster SET weekday = 2`);
  const { body } = await enter(await app.signIn('assistant')).expect(201);
  await app.settle();
  await told();
  post.caught.length = 0;
  await desk.cancel('otherPhysician', taken[0] ?? '', { reason: 'no_longer_needed' });
  await app.settle();
  const [first] = (await list('physician')).items;
  expect(first).toMatchObject({
    kind: 'waiting_offered',
    request: { id: body.entry.requestId, department: 'Kardiologie' },
    startAt: nine.startAt,
    expiresAt: '2026-11-23T09:30:00.000Z',
    open: true,
  });
  const offers = sentBy(post).filter((line) => line.includes('angeboten'));
  expect(offers).toEqual(
    ['assistant', 'physician'].map((name) =>
      expect.stringMatching(`^${name}: Freie Zeit angeboten: K-\\d{6}, Di., 24.11., 09:00 Uhr$`),
    ),
  );
  app.clock.set('2026-11-23T09:30:00Z');
  await app.settle();
  expect((await list('assistant')).items[0]).toMatchObject({ kind: 'waiting_expired', open: false });
  expect((await list('assistant')).items[1]).toMatchObject({ kind: 'waiting_offered', open: false });
});

it('tells who asked that there is a report', async () => {
  const { app, post } = world;
  const { id } = await insertCase(app.database, { status: 'consulted' });
  await report(app, id, '2026-11-23T10:00:00Z');
  await app.settle();
  expect((await list('assistant')).items).toMatchObject([{ kind: 'report_finalised', request: { id } }]);
  expect(sentBy(post)).toEqual(
    ['assistant', 'physician'].map((name) =>
      expect.stringMatching(`^${name}: Befund neu: Konsil K-\\d{6}, Kardiologie$`),
    ),
  );
  expect(await told()).toEqual(['assistant report_finalised', 'physician report_finalised']);
});

it('is silent where somebody wants silence', async () => {
  const { app, desk } = world;
  await choose(app, 'specialist', { bookings: { inApp: false, email: false } });
  await desk.booked();
  expect(await told()).toEqual(['physician booking_made']);
});
