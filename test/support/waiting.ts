import type { Agent, TestApp } from './app.ts';
import { consult, newPatient } from './scheduling.ts';

let serial = 0;
/** Somebody new with a valid insurance number: a practice keeps each patient once. */
export const somebody = () => {
  serial += 1;
  const body = `W${String(serial).padStart(8, '0')}`;
  const sum = [...`23${body.slice(1)}`].reduce((so, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return so + (product > 9 ? product - 9 : product);
  }, 0);
  return { ...newPatient, kvnr: `${body}${sum % 10}` };
};

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
