import type supertest from 'supertest';
import { type Agent, createTestApp, type TestApp } from './app.ts';
import { addRoster, consult, patientWith } from './scheduling.ts';
import { type AccountName, practitioners } from './world.ts';

const practitionerId = practitioners.specialist.id;

/** Times of the roster that `addRoster` makes when it is told nothing: Tuesday 24 November, 9:00 to 10:00 in Berlin. */
export const nine = { practitionerId, startAt: '2026-11-24T08:00:00.000Z' };
export const twentyPast = { practitionerId, startAt: '2026-11-24T08:20:00.000Z' };
export const twentyTo = { practitionerId, startAt: '2026-11-24T08:40:00.000Z' };
export const nextWeek = { practitionerId, startAt: '2026-12-01T08:00:00.000Z' };

/** An application in which the first cardiologist has Tuesday mornings, with two practices signed in. */
export const openPractices = async (): Promise<{ app: TestApp; practice: Agent; other: Agent }> => {
  const app = await createTestApp();
  await addRoster(app);
  return { app, practice: await app.signIn('assistant'), other: await app.signIn('otherPhysician') };
};

/** Monday, 23 November 2026, 10:00 in Oldenburg, and nothing is booked. */
export const clearBookings = async (app: TestApp): Promise<void> => {
  app.clock.set('2026-11-23T09:00:00Z');
  await app.database.sql('DELETE FROM booking');
};

export const hold = (agent: Agent, body: object) => agent.post('/api/holds').send(body);
export const book = (agent: Agent, body: object) => agent.post('/api/bookings').send({ ...consult, ...body });
/** Starts of what this person may book of the first cardiologist until tomorrow. */
export const freeTomorrow = async (agent: Agent): Promise<string[]> => {
  const query = { practitionerId, until: '2026-11-25' };
  const { body } = await agent.get('/api/free-times').query(query).expect(200);
  return body.times.map((time: { startAt: string }) => time.startAt);
};

/** One patient per booking. */
export const patient = () => patientWith('B');

export type Booked = { bookingId: string; requestId: string; startAt: string; practitionerId: string };

/** Calls of several people, each signed in anew: a session of the day before is over. */
export const bookingDesk = (app: TestApp) => {
  const post =
    (path: (id: string) => string) =>
    async (name: AccountName, id: string, body: object = {}): Promise<supertest.Response> =>
      (await app.signIn(name)).post(path(id)).send(body);
  const get = async (name: AccountName, path: string): Promise<supertest.Response> =>
    (await app.signIn(name)).get(path);
  const book = async (name: AccountName, body: object): Promise<supertest.Response> =>
    (await app.signIn(name)).post('/api/bookings').send({ ...consult, patient: patient(), ...body });
  return {
    hold: async (name: AccountName, body: object): Promise<supertest.Response> =>
      (await app.signIn(name)).post('/api/holds').send(body),
    book,
    /** A booking of the assistant's practice, which must succeed. */
    booked: async (time: object = nine, name: AccountName = 'assistant'): Promise<Booked> => {
      const answer = await book(name, time);
      if (answer.status !== 201) throw new Error(`not booked: ${answer.text}`);
      return answer.body;
    },
    move: post((id) => `/api/bookings/${id}/move`),
    handOver: post((id) => `/api/bookings/${id}/hand-over`),
    cancel: post((id) => `/api/bookings/${id}/cancel`),
    miss: post((id) => `/api/bookings/${id}/no-show`),
    correct: async (name: AccountName, id: string, body: object): Promise<supertest.Response> =>
      (await app.signIn(name)).put(`/api/bookings/${id}/attendance`).send(body),
    view: (name: AccountName, id: string) => get(name, `/api/bookings/${id}`),
    colleagues: (name: AccountName, id: string) => get(name, `/api/bookings/${id}/colleagues`),
    request: (name: AccountName, id: string) => get(name, `/api/requests/${id}`),
    /** Starts of what this person may book of the first cardiologist, or of somebody else, that week and the next. */
    free: async (name: AccountName, of: object = { practitionerId }): Promise<string[]> => {
      const answer = await (await app.signIn(name))
        .get('/api/free-times')
        .query({ ...of, until: '2026-12-05' })
        .expect(200);
      return answer.body.times.map((time: { startAt: string }) => time.startAt);
    },
    events: async (kind: string, id: string): Promise<{ type: string; payload: Record<string, unknown> }[]> =>
      app.database.sql(
        `SELECT type, payload FROM event_log WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id`,
        [kind, id],
      ),
  };
};
export type BookingDesk = ReturnType<typeof bookingDesk>;
