import { type Agent, createTestApp, type TestApp } from './app.ts';
import { book, nine, patient } from './booking.ts';
import { practitioners } from './world.ts';

/** The cardiologists of the small network. */
export const first = practitioners.specialist.id;
export const second = practitioners.secondSpecialist.id;

/** Tuesdays 9:00 to 10:00 in three times of 20 minutes, as the wire takes them; whose they are comes beside it. */
export const weekly = {
  weekday: 2,
  from: '09:00',
  until: '10:00',
  slotMinutes: 20,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 0,
  furthestDaysAhead: 30,
  validFrom: '2026-11-01',
  validUntil: null,
  weekPattern: 'every',
  modality: 'video',
  audienceCounties: [],
  audienceOrganisations: [],
};
/** The week of Monday, 23 November 2026, which is today, 10:00 in Oldenburg. */
export const week = { from: '2026-11-23', until: '2026-11-30' };

export type Planners = { app: TestApp; coordinator: Agent; specialist: Agent; practice: Agent };

/** The people who keep a department's plan, and a practice that books in it. */
export const openPlanners = async (): Promise<Planners> => {
  const app = await createTestApp();
  return {
    app,
    coordinator: await app.signIn('coordinator'),
    specialist: await app.signIn('specialist'),
    practice: await app.signIn('physician'),
  };
};

/** No bookings, no hours, nobody away. */
export const clearPlan = async (app: TestApp): Promise<void> => {
  for (const table of ['booking', 'roster', 'roster_override', 'absence', 'pool_member', 'pool'])
    await app.database.sql(`DELETE FROM ${table}`);
};

export const planOf = async (agent: Agent) => (await agent.get('/api/plan').query(week).expect(200)).body;

export const makePool = async (
  coordinator: Agent,
  name = 'Kardiologie allgemein',
  members: readonly string[] = [first, second],
): Promise<string> => (await coordinator.post('/api/pools').send({ name, members }).expect(201)).body.id;

/** A pool of both cardiologists with {@link weekly}. */
export const openPool = async (coordinator: Agent, change: object = {}) => {
  const poolId = await makePool(coordinator);
  const answer = await coordinator
    .post('/api/rosters')
    .send({ ...weekly, poolId, ...change })
    .expect(201);
  return { poolId, rosterId: answer.body.roster.id as string };
};

export const freeTimes = async (agent: Agent, query: object) =>
  (
    await agent
      .get('/api/free-times')
      .query({ ...week, ...query })
      .expect(200)
  ).body;

/** A booking of Tuesday 9:00 to 9:20, by a practice. */
export const bookedBy = async (practice: Agent): Promise<string> =>
  (await book(practice, { ...nine, patient: patient() }).expect(201)).body.bookingId;

/** What the log says of the last change of rosters and absences. */
export const lastChange = async (app: TestApp) => {
  const [event] = await app.database.sql<{ type: string; payload: object }>(
    `SELECT type, payload FROM event_log WHERE type IN ('roster.changed', 'absence.changed') ORDER BY id DESC LIMIT 1`,
  );
  return event;
};
