/** Reminders at their instants, and none after a cancellation, however close the two come. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { remind, sendMail } from '../../server/modules/notifications/index.ts';
import { nine, twentyPast } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { choose, forgetBookings, openTellingWorld, sentBy, type TellingWorld } from '../support/telling.ts';
import { accounts, practitioners } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(() => world.app.clock.set('2026-11-23T07:30:00Z'));
afterEach(() => forgetBookings(world));
afterAll(() => world.close());

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** What left at this instant, invitations aside. */
const remindedAt = async (at: number | string): Promise<string[]> => {
  world.app.clock.set(new Date(at));
  await world.app.settle();
  const lines = sentBy(world.post).filter((line) => !/REQUEST|CANCEL/.test(line));
  world.post.caught.length = 0;
  return lines.map((line) => line.replace(/ Videokonsil K-\d{6}/, ''));
};
const inApp = async (): Promise<string[]> => {
  const rows = await world.app.database.sql<{ line: string }>(
    `SELECT split_part(a.email, '@', 1) || ' ' || kind AS line FROM notification n JOIN account a ON a.id = n.account_id
     WHERE kind LIKE 'remind%' ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
};
const everybody = (text: string) =>
  ['assistant', 'physician', 'specialist'].map((name) => `${name}: ${text}`);

it.each([
  ['an ordinary day', '2026-11-23T07:30:00Z', nine.startAt, 'Di., 24.11., 09:00'],
  [
    'the night when the clock goes back',
    '2026-10-23T07:30:00Z',
    '2026-10-26T08:00:00.000Z',
    'Mo., 26.10., 09:00',
  ],
  [
    'the night when it goes forward',
    '2028-03-24T07:30:00Z',
    '2028-03-27T07:00:00.000Z',
    'Mo., 27.03., 09:00',
  ],
])('reminds 24 hours and 10 minutes before, to the second, over %s', async (_what, now, startAt, said) => {
  const { app, desk } = world;
  app.clock.set(now);
  if (!startAt.startsWith('2026-11')) await addRoster(app, { weekday: 1 });
  await desk.booked({ ...nine, startAt });
  await app.settle();
  const start = Date.parse(startAt);
  expect(await remindedAt(start - day - 1000)).toEqual([]);
  expect(await remindedAt(start - day)).toEqual(everybody(`Erinnerung:, ${said} Uhr`));
  expect(await inApp()).toEqual(['assistant remind_day', 'physician remind_day', 'specialist remind_day']);
  expect(await remindedAt(start - 10 * minute - 1000)).toEqual([]);
  expect(await remindedAt(start - 10 * minute)).toEqual(everybody('Gleich: um 09:00 Uhr'));
  expect(await remindedAt(start)).toEqual([]);
  expect(await inApp()).toHaveLength(6);
});

it('reminds of the new time of a moved booking only', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked();
  await app.settle();
  await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
  await app.settle();
  const [old, fresh] = [Date.parse(nine.startAt), Date.parse(twentyPast.startAt)];
  expect(await remindedAt(old - day)).toEqual([]);
  expect(await remindedAt(fresh - day)).toHaveLength(3);
  expect(await remindedAt(old - 10 * minute)).toEqual([]);
  expect(await remindedAt(fresh - 10 * minute)).toEqual(everybody('Gleich: um 09:20 Uhr'));
});

it('reminds who has the booking now, not who gave it away', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked();
  await desk.handOver('specialist', bookingId, {
    practitionerId: practitioners.secondSpecialist.id,
    sequence: 0,
  });
  await app.settle();
  expect(await remindedAt(Date.parse(nine.startAt) - day)).toEqual([
    expect.stringMatching(/^assistant:/),
    expect.stringMatching(/^physician:/),
    expect.stringMatching(/^secondspecialist:/),
  ]);
});

it('asks at that moment who wants what', async () => {
  const { app, desk } = world;
  await desk.booked();
  await app.settle();
  await choose(app, 'assistant', { remindDay: false });
  await choose(app, 'physician', { remindMinutes: false });
  await choose(app, 'specialist', { reminders: { inApp: true, email: false } });
  const start = Date.parse(nine.startAt);
  expect(await remindedAt(start - day)).toEqual(['physician: Erinnerung:, Di., 24.11., 09:00 Uhr']);
  expect(await remindedAt(start - 10 * minute)).toEqual(['assistant: Gleich: um 09:00 Uhr']);
  expect(await inApp()).toEqual([
    'assistant remind_minutes',
    'physician remind_day',
    'specialist remind_day',
    'specialist remind_minutes',
  ]);
});

it('is silent when the sides have met before the time, and a day late', async () => {
  const { app, desk } = world;
  const { requestId } = await desk.booked();
  await app.settle();
  // The server was off.
  expect(await remindedAt(Date.parse(nine.startAt) - 50 * minute)).toEqual([]);
  await app.database.sql(`UPDATE consult_request SET status = 'in_consultation' WHERE id = $1`, [requestId]);
  expect(await remindedAt(Date.parse(nine.startAt) - 10 * minute)).toEqual([]);
});

it('sends none of what is due already once the booking is cancelled', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked();
  await app.settle();
  app.clock.set(new Date(Date.parse(nine.startAt) - 10 * minute));
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  await app.settle();
  expect(sentBy(world.post).filter((line) => !/REQUEST|CANCEL/.test(line))).toEqual([]);
  expect(await inApp()).toEqual([]);
});

it('never reminds after a cancellation that has come through, in many races', async () => {
  const { app, desk, post } = world;
  const seen = new Set<string>();
  let looking = Promise.resolve();
  /** What everybody sees of the booking, one look after the other. */
  const look = (id: string) => {
    looking = looking.then(async () => {
      const [row] = await app.database.sql<{ state: string }>('SELECT state FROM booking WHERE id = $1', [
        id,
      ]);
      seen.add(row?.state ?? '');
    });
    return looking;
  };
  const outcomes = { reminded: 0, spared: 0 };
  for (let round = 0; round < 45; round += 1) {
    app.clock.set('2026-11-23T07:30:00Z');
    const { bookingId } = await desk.booked();
    app.clock.set(new Date(Date.parse(nine.startAt) - 10 * minute));
    const agent = await app.signIn('assistant');
    await remind(app.deps, { bookingId, sequence: 0, lead: 'minutes' });
    const mails = await app.database.sql<{ id: string }>('SELECT id FROM mail WHERE booking_id = $1', [
      bookingId,
    ]);
    expect(mails).toHaveLength(3);
    const before = post.caught.length;
    // The cancellation sets out before the mail server is called, when it answers, or while it takes a message.
    const setOut = new Promise<void>((resolve) => {
      if (round % 3 === 0) resolve();
      post.onLine = round % 3 === 1 ? resolve : null;
      post.whileTaking = async () => {
        resolve();
        // As long as a message is on the line, the booking stands.
        for (let times = 0; times < 5; times += 1) await look(bookingId);
      };
    });
    const sending = Promise.all(mails.map(({ id }) => sendMail(app.deps, { mailId: id })));
    await setOut;
    const cancelled = await agent
      .post(`/api/bookings/${bookingId}/cancel`)
      .send({ reason: 'no_longer_needed' });
    const byThen = post.caught.length;
    expect(cancelled.status).toBe(200);
    await sending;
    expect(post.caught.length).toBe(byThen);
    outcomes[byThen > before ? 'reminded' : 'spared'] += 1;
  }
  expect([...seen]).toEqual(['booked']);
  // Both ends of the race were met.
  expect(outcomes.reminded).toBeGreaterThan(5);
  expect(outcomes.spared).toBeGreaterThan(5);
}, 120_000);

it('leaves out a reminder whose instant is past, and people who are gone', async () => {
  const { app, desk } = world;
  app.clock.set('2026-11-24T07:55:00Z');
  await desk.booked();
  await app.settle();
  expect(await remindedAt('2026-11-24T07:59:00Z')).toEqual([]);
  await app.database.sql('UPDATE account SET active = false WHERE id = $1', [accounts.physician.id]);
  app.clock.set('2026-11-23T07:30:00Z');
  await desk.booked(twentyPast);
  await app.settle();
  expect(await remindedAt(Date.parse(twentyPast.startAt) - 10 * minute)).toEqual([
    'assistant: Gleich: um 09:20 Uhr',
    'specialist: Gleich: um 09:20 Uhr',
  ]);
  await app.database.sql('UPDATE account SET active = true WHERE id = $1', [accounts.physician.id]);
});
