/** The private calendar: what it holds for whom, and who gets in. */
import type supertest from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { nine, twentyPast, twentyTo } from '../support/booking.ts';
import { eventsIn } from '../support/mail-catcher.ts';
import {
  forgetBookings,
  openTellingWorld,
  patientWords,
  publicUrl,
  type TellingWorld,
} from '../support/telling.ts';
import { type AccountName, accounts, practitioners } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(() => world.app.clock.set('2026-11-23T09:00:00Z'));
afterEach(async () => {
  await forgetBookings(world);
  await world.app.database.sql('DELETE FROM rate_limit');
});
afterAll(() => world.close());

const make = async (name: AccountName): Promise<string> => {
  const { body } = await (await world.app.signIn(name)).post('/api/notifications/calendar').expect(201);
  expect(body.url).toMatch(new RegExp(`^${publicUrl}/api/calendar\\.ics\\?token=[\\w-]{43}$`));
  return body.url.slice(publicUrl.length);
};
/** As a calendar program asks: without any cookie. */
const fetchFeed = (path: string, headers: Record<string, string> = {}): supertest.Test =>
  world.app.anonymous().get(path).set(headers).buffer(true);
const times = async (path: string): Promise<string[]> =>
  eventsIn((await fetchFeed(path).expect(200)).text).map(
    ({ start, summary }) => `${start} ${summary.replace(/K-\d+/, 'K')}`,
  );

it('holds the own bookings of each side, and those of the department for its coordinator', async () => {
  const { app, desk } = world;
  await desk.booked(nine);
  await desk.booked(twentyPast, 'otherPhysician');
  await desk.booked({ practitionerId: practitioners.secondSpecialist.id, startAt: twentyTo.startAt });
  const title = 'Videokonsil K, Kardiologie, Klinikum Testfeld';
  const [a, b, c] = [nine, twentyPast, twentyTo].map(({ startAt }) => `${startAt} ${title}`);
  expect(await times(await make('assistant'))).toEqual([a, c]);
  expect(await times(await make('physician'))).toEqual([a, c]);
  expect(await times(await make('otherPhysician'))).toEqual([b]);
  expect(await times(await make('specialist'))).toEqual([a, b]);
  expect(await times(await make('secondSpecialist'))).toEqual([c]);
  expect(await times(await make('coordinator'))).toEqual([
    `${a}, Dr. med. Test Herzmuster`,
    `${b}, Dr. med. Test Herzmuster`,
    `${c}, Dr. med. Test Herzprobe`,
  ]);
  expect(await times(await make('neurologist'))).toEqual([]);
  expect(await times(await make('nurse'))).toEqual([]);
  // Held only.
  const held = await desk.hold('physician', { ...nine, startAt: '2026-12-01T08:00:00.000Z' });
  expect(held.status).toBe(201);
  expect(await times(await make('physician'))).toHaveLength(2);
  app.clock.set('2026-12-24T08:30:00Z');
  expect(await times(await make('specialist'))).toEqual([b]);
});

it('is read by calendar programs and names no patient', async () => {
  const { desk } = world;
  const { bookingId, requestId } = await desk.booked(nine);
  const { text, headers } = await fetchFeed(await make('specialist')).expect(200);
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(headers['cache-control']).toBe('private, no-cache');
  expect(eventsIn(text)).toMatchObject([
    {
      uid: `${bookingId}@netz.test.telkonnet.example`,
      start: nine.startAt,
      end: twentyPast.startAt,
      location: `${publicUrl}/raum/${requestId}`,
    },
  ]);
  expect(text).toContain('METHOD:PUBLISH');
  for (const word of patientWords) expect(text).not.toContain(word);
});

it('says when nothing has changed, and only then', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked(nine);
  const path = await make('specialist');
  const first = await fetchFeed(path).expect(200);
  const { etag = '', 'last-modified': modified = '' } = first.headers;
  app.clock.advance(60_000);
  await fetchFeed(path, { 'If-None-Match': etag }).expect(304);
  await fetchFeed(path, { 'If-Modified-Since': modified }).expect(304);
  await desk.handOver('specialist', bookingId, {
    practitionerId: practitioners.secondSpecialist.id,
    sequence: 0,
  });
  const second = await fetchFeed(path, { 'If-None-Match': etag }).expect(200);
  expect(eventsIn(second.text)).toEqual([]);
  // Within the same second as the last change.
  await desk.handOver('coordinator', bookingId, { practitionerId: practitioners.specialist.id, sequence: 1 });
  const third = await fetchFeed(path, { 'If-Modified-Since': second.headers['last-modified'] ?? '' }).expect(
    200,
  );
  expect(eventsIn(third.text)).toMatchObject([{ sequence: 2 }]);
});

it('ends when it is renewed or revoked, and never says whether there was one', async () => {
  const { app } = world;
  const old = await make('assistant');
  const fresh = await make('assistant');
  const unknown = await fetchFeed('/api/calendar.ics?token=nobody').expect(404);
  expect((await fetchFeed(old).expect(404)).body).toEqual(unknown.body);
  await fetchFeed(fresh).expect(200);
  const agent = await app.signIn('assistant');
  const { calendar } = (await agent.get('/api/notifications/settings')).body;
  expect(calendar).toEqual({ createdAt: '2026-11-23T09:00:00.000Z', fetchedAt: '2026-11-23T09:00:00.000Z' });
  await agent.delete('/api/notifications/calendar').expect(200);
  await agent.delete('/api/notifications/calendar').expect(200);
  expect((await fetchFeed(fresh).expect(404)).body).toEqual(unknown.body);
  expect((await agent.get('/api/notifications/settings')).body.calendar).toBeNull();
  await fetchFeed('/api/calendar.ics').expect(404);
  await fetchFeed('/api/calendar.ics?token[]=a&token[]=b').expect(404);

  const left = await make('physician');
  await app.database.sql('UPDATE account SET active = false WHERE id = $1', [accounts.physician.id]);
  expect((await fetchFeed(left).expect(404)).body).toEqual(unknown.body);
  await app.database.sql('UPDATE account SET active = true WHERE id = $1', [accounts.physician.id]);
});

it('keeps the secret to itself: not in the database, not in the log', async () => {
  const { app } = world;
  const path = await make('assistant');
  await fetchFeed(path).expect(200);
  const token = path.split('token=')[1] ?? '';
  expect(app.logged.join()).not.toContain(token);
  const rows = await app.database.sql<{ row: string }>(
    'SELECT calendar_feed::text AS row FROM calendar_feed UNION ALL SELECT payload::text FROM event_log',
  );
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
  expect(
    await app.database.sql(
      `SELECT type FROM event_log WHERE type LIKE 'calendar%' AND actor_account_id = $1`,
      [accounts.assistant.id],
    ),
  ).toContainEqual({ type: 'calendar_feed.made' });
});

it('slows down who asks too often', async () => {
  const path = await make('assistant');
  for (let call = 0; call < 60; call += 1) await fetchFeed(path).expect(200);
  const { headers, body } = await fetchFeed(path).expect(429);
  expect(body.error.code).toBe('too_many_requests');
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});
