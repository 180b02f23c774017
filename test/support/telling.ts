import { createTestApp, type TestApp } from './app.ts';
import { type BookingDesk, bookingDesk } from './booking.ts';
import { type MailCatcher, openMailCatcher } from './mail-catcher.ts';
import { addRoster, consult, newPatient } from './scheduling.ts';
import { type AccountName, practitioners } from './world.ts';

export const publicUrl = 'http://netz.test.telkonnet.example';

/** A network with a mail server and two cardiologists who have hours on Tuesdays from 9:00 to 10:00. */
export type TellingWorld = { app: TestApp; post: MailCatcher; desk: BookingDesk; close(): Promise<void> };

export const openTellingWorld = async (options: { now?: string } = {}): Promise<TellingWorld> => {
  const post = await openMailCatcher();
  const app = await createTestApp({
    ...options,
    environment: {
      SMTP_URL: post.url,
      MAIL_FROM: 'TelKonNet Test <konsil@test.telkonnet.example>',
      PUBLIC_URL: publicUrl,
    },
  });
  await addRoster(app);
  await addRoster(app, { practitionerId: practitioners.secondSpecialist.id });
  return {
    app,
    post,
    desk: bookingDesk(app),
    close: async () => {
      await app.close();
      await post.close();
    },
  };
};

/** Everything booked is over and nothing is known of it any more, so that the next test starts anew. */
export const forgetBookings = async ({ app, post }: TellingWorld): Promise<void> => {
  await app.settle();
  await app.database.sql(`UPDATE booking SET state = 'cancelled' WHERE state = 'booked'`);
  for (const table of ['mail', 'notification', 'notification_settings', 'pgboss.job']) {
    await app.database.sql(`DELETE FROM ${table}`);
  }
  post.caught.length = 0;
  post.manner = 'accept';
  post.whileTaking = null;
  post.onLine = null;
  app.logged.length = 0;
};

/** What this person chooses; the rest stays as it is when nobody has chosen. */
export const choose = async (app: TestApp, name: AccountName, wishes: object): Promise<void> => {
  const agent = await app.signIn(name);
  const { body } = await agent.get('/api/notifications/settings').expect(200);
  await agent
    .put('/api/notifications/settings')
    .send({ wishes: { ...body.wishes, ...wishes } })
    .expect(200);
};

/** `assistant REQUEST 0`: who got which invitation; of other e-mails the subject. */
export const sentBy = (post: MailCatcher): string[] =>
  post.caught
    .map(({ to, mail, invitation }) => {
      const name = to.split('@')[0];
      return invitation ? `${name} ${invitation.method} ${invitation.sequence}` : `${name}: ${mail.subject}`;
    })
    .sort();

/** In the words in which a patient of `newPatient` could be known: name, number, birth, diagnosis, question, medication. */
export const patientWords = [
  newPatient.familyName,
  newPatient.givenName,
  newPatient.birthDate,
  '01.07.1948',
  'B0000',
  'I50',
  'Linksherzinsuffizienz',
  'Luftnot',
  'Ramipril',
  consult.background,
];
