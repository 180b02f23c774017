import type { Agent, TestApp } from './app.ts';
import type { TestDatabase } from './database.ts';
import { consult, patientWith } from './scheduling.ts';
import { accounts, departments, organisations } from './world.ts';

export const somebody = () => patientWith('W');

export const anyTime = {
  fromDay: '2026-11-23',
  untilDay: null,
  partsOfDay: [],
  weekdays: [],
  urgency: 'routine',
} as const;

/** Enters the waiting list for cardiology; `wish` says what differs from "any time". */
export const enter = (agent: Agent, wish: object = {}, body: object = {}) =>
  agent.post('/api/waiting').send({
    specialtyCode: 'cardiology',
    wish: { ...anyTime, ...wish },
    patient: somebody(),
    ...consult,
    ...body,
  });

/** A booking of somebody else's patient that takes a time: cancelling it frees the time. */
export const takeTime = async (agent: Agent, practitionerId: string, startAt: string): Promise<string> => {
  const made = await agent
    .post('/api/bookings')
    .send({ ...consult, practitionerId, startAt, patient: somebody() })
    .expect(201);
  return made.body.bookingId;
};

export const free = (agent: Agent, bookingId: string) =>
  agent.post(`/api/bookings/${bookingId}/cancel`).send({ reason: 'no_longer_needed' }).expect(200);

/** Everything that depends on bookings and entries, gone between tests. */
export const emptyList = (app: TestApp) =>
  app.database.sql(
    `TRUNCATE consult_request, booking, booking_series, waiting_entry CASCADE;
     DELETE FROM pgboss.job WHERE name IN ('waiting.expire', 'on.waiting')`,
  );

/** A request that waits for a time of the specialty, of one department or person where named. */
export const insertWaiting = async (
  database: TestDatabase,
  entry: { department?: string; practitioner?: string; state?: string } = {},
): Promise<void> => {
  const [patient] = await database.sql<{ id: string }>(
    `INSERT INTO patient (organisation_id, family_name, given_name, birth_date, sex)
     VALUES ($1, 'Wart', 'Wilma', '1950-01-01', 'female') RETURNING id`,
    [organisations.otherPractice.id],
  );
  await database.sql(
    `WITH asked AS (
       INSERT INTO consult_request (kind, status, patient_id, requester_organisation_id, requester_account_id, provider_organisation_id,
         provider_department_id, specialty_code, question, diagnoses, medication, urgency, answer_due_at)
       VALUES ('scheduled', 'waiting', $1, $2, $5, $3, $4, 'cardiology', 'Wann?', '[]', '', 'routine', now()) RETURNING id)
     INSERT INTO waiting_entry (request_id, organisation_id, specialty_code, department_id, practitioner_id, urgency,
       from_day, parts_of_day, weekdays, state, entered_by_id)
     SELECT id, $2, 'cardiology', $6, $7, 'routine', '2026-11-23', '{}', '{}', $8, $5 FROM asked`,
    [
      patient?.id,
      organisations.otherPractice.id,
      organisations.hospital.id,
      departments.cardiology.id,
      accounts.otherPhysician.id,
      entry.department ?? null,
      entry.practitioner ?? null,
      entry.state ?? 'waiting',
    ],
  );
};
