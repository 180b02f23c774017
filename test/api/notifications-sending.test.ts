/** What becomes of an e-mail when the mail server refuses, is slow, is gone, or loses the line. */
import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { sendMail } from '../../server/modules/notifications/index.ts';
import { nextWeek, twentyPast } from '../support/booking.ts';
import { openMailCatcher } from '../support/mail-catcher.ts';
import {
  choose,
  forgetBookings,
  openTellingWorld,
  publicUrl,
  sentBy,
  type TellingWorld,
} from '../support/telling.ts';
import { emailOf } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(async () => {
  world.app.clock.set('2026-11-23T07:30:00Z');
  // One recipient is enough here.
  const off = { bookings: { inApp: true, email: false } };
  await choose(world.app, 'physician', off);
  await choose(world.app, 'specialist', off);
});
afterEach(() => {
  mailServer(world.post.url);
  return forgetBookings(world);
});
afterAll(() => world.close());

const mailServer = (smtpUrl: string) => {
  const { config } = world.app.deps;
  if (config.mail) config.mail = { ...config.mail, smtpUrl };
};

type Row = { id: string; kind: string; state: string; attempts: number; handed: boolean };
const mails = (): Promise<Row[]> =>
  world.app.database.sql(
    `SELECT id, kind, state, attempts, handed_at IS NOT NULL AS handed FROM mail
     WHERE kind IN ('invitation', 'cancellation') ORDER BY created_at, id`,
  );
const logged = (level: string) =>
  world.app.logged
    .map((line) => JSON.parse(line))
    .filter((line) => line.level === level && String(line.msg).includes('e-mail'));
const ready = async () => (await world.app.anonymous().get('/readyz')).body.parts.mail;
const later = (minutes: number) => {
  world.app.clock.advance(minutes * 60_000);
  return world.app.settle();
};

it('gives up at once what the server will never take, and says so without the address', async () => {
  const { app, post, desk } = world;
  post.manner = 'refuse';
  const { bookingId } = await desk.booked();
  await app.settle();
  expect(await mails()).toMatchObject([{ state: 'failed', attempts: 1, handed: false }]);
  const [told] = logged('error');
  expect(told).toMatchObject({ attempts: 1, refused: true, msg: 'an e-mail was given up' });
  expect(app.logged.join()).not.toContain(emailOf('assistant'));
  expect(await ready()).toEqual({ state: 'ok', waiting: 0, failed: 1 });
  // Who has no entry needs none taken back.
  post.manner = 'accept';
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  await app.settle();
  expect(sentBy(post)).toEqual([]);
});

it('tries again later what the server cannot take now', async () => {
  const { app, post, desk } = world;
  post.manner = 'busy';
  await desk.booked();
  await app.settle();
  expect(await mails()).toMatchObject([{ state: 'pending', attempts: 1, handed: false }]);
  expect(logged('warn')).toHaveLength(1);
  expect(logged('error')).toEqual([]);
  expect(await ready()).toEqual({ state: 'unavailable', waiting: 1, failed: 0 });
  await later(0.5);
  expect(await mails()).toMatchObject([{ attempts: 1 }]);
  post.manner = 'accept';
  await later(0.5);
  expect(sentBy(post)).toEqual(['assistant REQUEST 0']);
  expect(await mails()).toMatchObject([{ state: 'sent' }]);
  expect(await ready()).toEqual({ state: 'ok', waiting: 0, failed: 0 });
});

it('gives up after half a day of no answer; the invitation to a booking that changed meanwhile is let be', async () => {
  const { app, desk } = world;
  const gone = await openMailCatcher();
  await gone.close();
  mailServer(gone.url);
  await desk.booked(nextWeek);
  await app.settle();
  for (let hour = 0; hour < 13; hour += 1) await later(60);
  expect(await mails()).toMatchObject([{ state: 'failed', attempts: 9 }]);
  expect(logged('error')).toHaveLength(1);

  const second = await desk.booked({ ...nextWeek, startAt: '2026-12-01T08:20:00.000Z' });
  await app.settle();
  await desk.cancel('assistant', second.bookingId, { reason: 'no_longer_needed' });
  mailServer(world.post.url);
  await later(60);
  expect((await mails()).map(({ state }) => state)).toEqual(['failed', 'dropped']);
  expect(sentBy(world.post).filter((line) => /REQUEST|CANCEL/.test(line))).toEqual([]);
});

it('waits for a silent server no longer than seconds, and the booking with it', async () => {
  const { app, post, desk } = world;
  const { bookingId } = await desk.booked();
  post.manner = 'hang';
  const taken = new Promise<void>((resolve) => {
    post.whileTaking = async () => resolve();
  });
  const settling = app.settle();
  await taken;
  const begun = performance.now();
  const { status } = await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  expect(status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(7_500);
  post.manner = 'accept';
  await settling;
  // Nobody knows whether it arrived: the entry is taken back in any case.
  const [invitation] = await mails();
  expect(invitation).toMatchObject({ kind: 'invitation', state: 'pending', attempts: 1, handed: true });
  await later(5);
  expect(sentBy(post)).toEqual(['assistant CANCEL 1']);
  expect((await mails()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'invitation dropped',
    'cancellation sent',
  ]);
});

it('repeats under the same Message-ID what may have arrived', async () => {
  const { app, post, desk } = world;
  await desk.booked();
  post.manner = 'drop';
  await app.settle();
  post.manner = 'accept';
  await later(1);
  expect(post.caught).toHaveLength(2);
  const [first, second] = post.caught.map(({ mail }) => mail.messageId);
  expect(second).toBe(first);
  const [row] = await mails();
  expect(first).toBe(`<${row?.id}@netz.test.telkonnet.example>`);
});

it('leaves the booking free when the server is killed while it sends, and sends again later', async () => {
  const { app, post, desk } = world;
  const { bookingId } = await desk.booked();
  post.manner = 'busy';
  await app.settle();
  const [row] = await mails();
  post.manner = 'hang';
  const taken = new Promise<void>((resolve) => {
    post.whileTaking = async () => resolve();
  });
  const { smtpUrl = '', from } = app.deps.config.mail ?? {};
  const child = spawn(
    process.execPath,
    ['test/support/send-one-mail.ts', app.database.appUrl, row?.id ?? ''],
    {
      env: {
        NODE_ENV: 'test',
        SMTP_URL: smtpUrl,
        MAIL_FROM: from?.address,
        PUBLIC_URL: publicUrl,
        TEST_NOW: app.clock.now().toISOString(),
      },
    },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await taken;
  child.kill('SIGKILL');
  await ended;
  expect(await mails()).toMatchObject([{ state: 'pending', handed: true }]);
  post.manner = 'accept';
  expect((await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 })).status).toBe(200);
  await later(1);
  expect(sentBy(post)).toEqual(['assistant REQUEST 1']);
  expect((await mails()).map(({ state }) => state)).toEqual(['dropped', 'sent']);
});

it('sends once what two servers are told to send at the same time', async () => {
  const { app, post, desk } = world;
  await desk.booked();
  post.manner = 'busy';
  await app.settle();
  post.manner = 'accept';
  const [row] = await mails();
  const data = { mailId: row?.id ?? '' };
  await Promise.all([sendMail(app.deps, data), sendMail(app.deps, data), sendMail(app.deps, data)]);
  await sendMail(app.deps, data);
  expect(sentBy(post)).toEqual(['assistant REQUEST 0']);
});
