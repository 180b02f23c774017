/** Calendar invitations by a real mail server: what each person's calendar holds after every step of a booking. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startSubscriber } from '../../server/kernel/subscriber.ts';
import { notificationsSubscriber } from '../../server/modules/notifications/subscribers.ts';
import { nine, patient, twentyPast, twentyTo } from '../support/booking.ts';
import {
  choose,
  forgetBookings,
  openTellingWorld,
  patientWords,
  publicUrl,
  sentBy,
  type TellingWorld,
} from '../support/telling.ts';
import { accounts, practitioners } from '../support/world.ts';

let world: TellingWorld;
beforeAll(async () => {
  world = await openTellingWorld();
});
beforeEach(() => world.app.clock.set('2026-11-23T09:00:00Z'));
afterEach(() => forgetBookings(world));
afterAll(() => world.close());

/** What left since it was last asked. */
const sent = async (): Promise<string[]> => {
  await world.app.settle();
  const lines = sentBy(world.post);
  world.post.caught.length = 0;
  return lines;
};

it('books, moves and cancels in the calendars of both sides, under one UID', async () => {
  const { app, post, desk } = world;
  const { bookingId, requestId } = await desk.booked();
  await app.settle();
  expect(sentBy(post)).toEqual(['assistant REQUEST 0', 'physician REQUEST 0', 'specialist REQUEST 0']);
  const uid = `${bookingId}@netz.test.telkonnet.example`;
  const [first] = post.caught;
  expect(first?.invitation).toMatchObject({
    uid,
    start: nine.startAt,
    end: '2026-11-24T08:20:00.000Z',
    status: 'CONFIRMED',
    location: `${publicUrl}/raum/${requestId}`,
  });
  expect(first?.invitation?.summary).toMatch(/^Videokonsil K-\d{6}, Kardiologie, Klinikum Testfeld$/);
  expect(first?.invitation?.text).toContain(
    'ORGANIZER;CN="TelKonNet Test":mailto:konsil@test.telkonnet.example',
  );
  expect(first?.invitation?.text.match(/^ATTENDEE/gm)).toHaveLength(1);
  expect(first?.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8;\s+method=REQUEST/m);

  post.caught.length = 0;
  expect((await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 })).status).toBe(200);
  await app.settle();
  expect(sentBy(post)).toEqual(['assistant REQUEST 1', 'physician REQUEST 1', 'specialist REQUEST 1']);
  for (const { invitation } of post.caught)
    expect(invitation).toMatchObject({ uid, start: twentyPast.startAt });
  const { subject, text } = post.caught[0]?.mail ?? {};
  expect(subject).toMatch(/^Termin geändert: K-\d{6}, jetzt Di\., 24\.11\., 09:20 Uhr$/);
  expect(text).toContain('Bisher: Dienstag, 24. November 2026, 09:00 Uhr.');

  post.caught.length = 0;
  await desk.cancel('specialist', bookingId, { reason: 'practitioner_unable' });
  await app.settle();
  expect(sentBy(post)).toEqual(['assistant CANCEL 2', 'physician CANCEL 2', 'specialist CANCEL 2']);
  const withdrawn = { uid, start: twentyPast.startAt, status: 'CANCELLED' };
  for (const { invitation } of post.caught) expect(invitation).toMatchObject(withdrawn);
});

it('takes a booking that was handed over out of one calendar and puts it into the other, and back', async () => {
  const { desk } = world;
  const { bookingId } = await desk.booked();
  expect(await sent()).toContain('specialist REQUEST 0');
  const to = (practitionerId: string, sequence: number) => ({ practitionerId, sequence });
  await desk.handOver('specialist', bookingId, to(practitioners.secondSpecialist.id, 0));
  expect(await sent()).toEqual([
    'assistant REQUEST 1',
    'physician REQUEST 1',
    'secondspecialist REQUEST 1',
    'specialist CANCEL 1',
  ]);
  await desk.handOver('coordinator', bookingId, to(practitioners.specialist.id, 1));
  expect(await sent()).toEqual([
    'assistant REQUEST 2',
    'physician REQUEST 2',
    'secondspecialist CANCEL 2',
    'specialist REQUEST 2',
  ]);
});

it('says nothing of a booking that was cancelled before anything had left', async () => {
  const { desk } = world;
  const { bookingId } = await desk.booked();
  await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  expect(await sent()).toEqual([]);
});

it('ends the same in whatever order and however often the events are heard', async () => {
  const { app, desk } = world;
  const { bookingId } = await desk.booked();
  await desk.move('assistant', bookingId, { ...twentyTo, sequence: 0 });
  await desk.handOver('specialist', bookingId, {
    practitionerId: practitioners.secondSpecialist.id,
    sequence: 1,
  });
  const events = await app.database.sql<{ id: string }>(
    `SELECT id FROM event_log WHERE subject_id = $1 AND type LIKE 'booking.%' ORDER BY id DESC`,
    [bookingId],
  );
  let hear: (data: unknown) => Promise<void> = async () => undefined;
  const work = async (_queue: unknown, handle: typeof hear) => {
    hear = handle;
  };
  await startSubscriber({ ...app.deps, jobs: { ...app.deps.jobs, work } }, notificationsSubscriber);
  for (const { id } of [...events, ...events]) {
    await hear({ eventId: id });
    await app.database.sql(`DELETE FROM event_handled WHERE subscriber = 'notifications' AND event_id = $1`, [
      id,
    ]);
  }
  expect(await sent()).toEqual(['assistant REQUEST 2', 'physician REQUEST 2', 'secondspecialist REQUEST 2']);
});

it('leaves alone who wants no e-mail, unless an entry would become wrong', async () => {
  const { app, desk } = world;
  const off = { bookings: { inApp: true, email: false } };
  await choose(app, 'physician', off);
  const { bookingId } = await desk.booked();
  expect(await sent()).toEqual(['assistant REQUEST 0', 'specialist REQUEST 0']);
  await choose(app, 'specialist', off);
  await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
  expect(await sent()).toEqual(['assistant REQUEST 1', 'specialist REQUEST 1']);
  await desk.cancel('assistant', bookingId, { reason: 'no_longer_needed' });
  expect(await sent()).toEqual(['assistant CANCEL 2', 'specialist CANCEL 2']);
});

it('writes to nobody who may not sign in any more', async () => {
  const { app, desk } = world;
  await desk.booked();
  await app.database.sql('UPDATE account SET active = false WHERE id = $1', [accounts.physician.id]);
  expect(await sent()).toEqual(['assistant REQUEST 0', 'specialist REQUEST 0']);
  await app.database.sql('UPDATE account SET active = true WHERE id = $1', [accounts.physician.id]);
});

it('speaks the language of the account', async () => {
  const { app, post, desk } = world;
  await app.database.sql(`UPDATE account SET locale = 'en' WHERE id = $1`, [accounts.physician.id]);
  await desk.booked();
  await app.settle();
  const english = post.caught.find(({ to }) => to.startsWith('physician@'));
  expect(english?.mail.subject).toMatch(
    /^Appointment: video consult K-\d{6}, Kardiologie, Tue 24\/11, 09:00$/,
  );
  expect(english?.mail.html).toContain('<html lang="en">');
  expect(english?.invitation?.summary).toMatch(/^Video consult K-/);
  await app.database.sql(`UPDATE account SET locale = 'de' WHERE id = $1`, [accounts.physician.id]);
});

it('names no patient, neither to the mail server nor in the log', async () => {
  const { app, post, desk } = world;
  const { bookingId } = await desk.booked({ ...nine, patient: { ...patient(), familyName: 'Buchfeld' } });
  await app.settle();
  await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
  app.clock.set('2026-11-24T08:15:00Z');
  await app.settle();
  await desk.cancel('assistant', bookingId, {
    reason: 'patient_unable',
    note: 'Frau Buchfeld ist verhindert',
  });
  await app.settle();
  expect(post.caught.length).toBeGreaterThan(8);
  const said = post.caught.map(({ raw, mail, invitation }) =>
    [raw.split('\r\n\r\n')[0], mail.subject, mail.text, mail.html, invitation?.text].join('\n'),
  );
  expect(said[0]).toMatch(/Subject: .*Videokonsil.*<html.*BEGIN:VEVENT/s);
  for (const word of [...patientWords, 'verhindert', 'patient']) {
    expect(said.filter((text) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  }
  const log = app.logged.join('\n');
  for (const word of [...patientWords, '@test.telkonnet.example', 'Test assistant'])
    expect(log).not.toContain(word);
});

it('sends nothing where no mail server is set up', async () => {
  const { app, desk } = world;
  const { mail } = app.deps.config;
  app.deps.config.mail = null;
  await desk.booked();
  await app.settle();
  expect(await app.database.sql('SELECT 1 FROM mail')).toEqual([]);
  const { body } = await (await app.signIn('assistant')).get('/api/notifications/settings');
  expect(body.email).toBeNull();
  app.deps.config.mail = mail;
});
