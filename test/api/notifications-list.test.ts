/** The list of what somebody was told: read, kept apart, forgotten. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sweepNotifications } from '../../server/modules/notifications/index.ts';
import { actorOf } from '../support/actor-of.ts';
import { nine, twentyPast, twentyTo } from '../support/booking.ts';
import { choose, forgetBookings, openTellingWorld, type TellingWorld } from '../support/telling.ts';
import { type AccountName, accounts } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(() => world.app.clock.set('2026-11-23T07:30:00Z'));
afterEach(() => forgetBookings(world));
afterAll(() => world.close());

const list = async (name: AccountName, query: object = {}) =>
  (await (await world.app.signIn(name)).get('/api/notifications').query(query).expect(200)).body;

it('marks as read what was seen, page by page, and only the own', async () => {
  const { app, desk } = world;
  const made = [];
  for (const time of [nine, twentyPast, twentyTo]) {
    made.push((await desk.booked(time)).bookingId);
    app.clock.advance(1_000);
    await app.settle();
  }
  const first = await list('specialist', { limit: 2 });
  expect(first.items.map((item: { bookingId: string }) => item.bookingId)).toEqual([made[2], made[1]]);
  const second = await list('specialist', { limit: 2, cursor: first.next });
  expect(second.items.map((item: { bookingId: string }) => item.bookingId)).toEqual([made[0]]);
  expect([first.unread, second.next]).toEqual([3, null]);

  const read = async (name: AccountName, body: object) =>
    (await (await app.signIn(name)).post('/api/notifications/read').send(body).expect(200)).body.unread;
  const [one] = first.items;
  expect(await read('secondSpecialist', { ids: [one.id] })).toBe(0);
  expect(await read('specialist', { ids: [one.id] })).toBe(2);
  expect(await read('specialist', { until: second.items[0].at })).toBe(1);
  expect(await read('specialist', {})).toBe(1);
  expect(
    (await list('specialist')).items.map((item: { readAt: string | null }) => item.readAt !== null),
  ).toEqual([true, false, true]);
  expect((await list('physician')).unread).toBe(3);
});

it('shows each person the own rows only, whatever the code asks for', async () => {
  const { app, desk } = world;
  await desk.booked();
  await app.settle();
  await choose(app, 'specialist', { remindDay: false });
  await (await app.signIn('specialist')).post('/api/notifications/calendar').expect(201);
  const seen = async (name: AccountName) => {
    return app.deps.db.as(actorOf(name), async (tx) => [
      await tx.notification.count(),
      await tx.mail.count(),
      await tx.notificationSettings.count(),
      await tx.calendarFeed.count(),
    ]);
  };
  expect(await seen('specialist')).toEqual([1, 0, 1, 1]);
  for (const name of ['secondSpecialist', 'coordinator', 'networkAdmin', 'privacyOfficer'] as const) {
    expect(await seen(name)).toEqual([0, 0, 0, 0]);
  }
  const forged = app.deps.db.as(actorOf('secondSpecialist'), (tx) =>
    tx.notification.create({
      data: { accountId: accounts.secondSpecialist.id, kind: 'booking_made', cause: 'forged' },
    }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
  const changed = await app.deps.db.as(actorOf('secondSpecialist'), (tx) =>
    tx.calendarFeed.updateMany({ where: { accountId: accounts.specialist.id }, data: { etag: null } }),
  );
  expect(changed.count).toBe(0);
});

it('forgets after 90 days, but not what was sent about a booking to come', async () => {
  const { app, desk } = world;
  await desk.booked();
  await app.settle();
  await app.database.sql(`UPDATE mail SET start_at = '2027-06-01' WHERE account_id = $1`, [
    accounts.assistant.id,
  ]);
  app.clock.advance(93 * 86_400_000);
  await sweepNotifications(app.deps);
  expect(await app.database.sql('SELECT 1 FROM notification')).toEqual([]);
  expect(await app.database.sql('SELECT account_id FROM mail')).toEqual([
    { account_id: accounts.assistant.id },
  ]);
});
