import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violatedConstraint } from '../../server/kernel/db.ts';
import { actorOf } from '../support/actor-of.ts';
import type { Agent, TestApp } from '../support/app.ts';
import {
  book,
  clearBookings,
  freeTomorrow,
  hold,
  nine,
  openPractices,
  patient,
  twentyPast,
} from '../support/booking.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const practitionerId = practitioners.specialist.id;

beforeAll(async () => {
  ({ app, practice, other } = await openPractices());
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('a booking', () => {
  it('makes patient, consent, request and booking at once', async () => {
    const { id: holdId } = (await hold(practice, nine)).body;
    const answer = await book(practice, { holdId, patient: patient() }).expect(201);
    expect(answer.body).toMatchObject({ ...nine, bookingId: holdId });
    const request = await practice.get(`/api/requests/${answer.body.requestId}`).expect(200);
    expect(request.body).toMatchObject({
      kind: 'scheduled',
      status: 'planned',
      urgency: 'routine',
      side: 'requester',
      patient: { familyName: 'Buchfeld' },
      requester: {
        organisation: { name: 'Praxis Muster', phone: '0441 000000', postalCode: '26133' },
        person: { id: accounts.assistant.id, name: 'Test assistant' },
        practitioner: { id: practitioners.physician.id, lanr: practitioners.physician.lanr },
      },
      provider: { department: { name: 'Kardiologie' }, practitioner: { id: practitionerId } },
      diagnoses: [{ code: 'I50.13', certainty: 'V' }],
      medication: 'Ramipril 5 mg',
      consent: { giver: 'patient', form: 'written', revokedAt: null },
      answerDueAt: '2026-11-27T08:20:00.000Z',
      plannedStart: nine.startAt,
      plannedEnd: '2026-11-24T08:20:00.000Z',
      bookingId: holdId,
    });
    const events = await app.database.sql<{ type: string }>(
      `SELECT type FROM event_log WHERE request_id = $1 ORDER BY id`,
      [answer.body.requestId],
    );
    expect(events.map(({ type }) => type)).toEqual(['request.created', 'booking.made', 'request.viewed']);
  });

  it('works without a hold, for a known patient, by the physician', async () => {
    const known = (await practice.post('/api/patients').send(patient()).expect(201)).body.id;
    const physician = await app.signIn('physician');
    const answer = await book(physician, {
      ...nine,
      patientId: known,
      medication: '',
      answerDueAt: '2026-11-24T16:00:00.000Z',
    });
    expect(answer.body).toMatchObject({ patientId: known });
    expect(await freeTomorrow(other)).not.toContain(nine.startAt);
  });

  it('is seen by both sides and by nobody else', async () => {
    const { requestId, bookingId } = (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
    for (const name of ['specialist', 'coordinator', 'secondSpecialist'] as const) {
      const agent = await app.signIn(name);
      expect((await agent.get(`/api/requests/${requestId}`).expect(200)).body.side).toBe('provider');
    }
    for (const name of [
      'neurologist',
      'otherPhysician',
      'nurse',
      'networkAdmin',
      'evaluator',
      'privacyOfficer',
    ] as const) {
      const agent = await app.signIn(name);
      expect((await agent.get(`/api/requests/${requestId}`).expect(404)).body.error.code).toBe(
        'request_not_found',
      );
      await agent.post(`/api/bookings/${bookingId}/cancel`).send({ reason: 'other' }).expect(404);
    }
    const hidden = await app.deps.db.as(actorOf('otherPhysician'), async (tx) => ({
      bookings: await tx.booking.count(),
      requests: await tx.consultRequest.count(),
      consents: await tx.consent.count(),
      busy: await tx.$queryRaw`select own, state::text as state from busy_time`,
    }));
    expect(hidden).toEqual({
      bookings: 0,
      requests: 0,
      consents: 0,
      busy: [{ own: false, state: 'booked' }],
    });
  });

  it('of one time by two at once is made once, and the second is offered the nearest', async () => {
    const before = await app.database.sql('SELECT id FROM patient');
    const tries = [practice, other, practice, other].map((agent) =>
      book(agent, { ...nine, patient: patient() }),
    );
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error).toMatchObject({
      code: 'slot_taken',
      data: {
        nearest: [
          { ...twentyPast, endAt: '2026-11-24T08:40:00.000Z' },
          { practitionerId, startAt: '2026-11-24T08:40:00.000Z', endAt: '2026-11-24T09:00:00.000Z' },
          { practitionerId, startAt: '2026-12-01T08:00:00.000Z', endAt: '2026-12-01T08:20:00.000Z' },
        ],
      },
    });
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(1);
    // The losers' patients and requests are undone with their tries.
    expect(await app.database.sql('SELECT id FROM patient')).toHaveLength(before.length + 1);
  });

  it('is refused by the database itself when rules and locks are passed by', async () => {
    await hold(other, nine).expect(201);
    const beside = app.deps.db.as(actorOf('otherPhysician'), (tx) =>
      tx.booking.create({
        data: {
          organisationId: organisations.otherPractice.id,
          departmentId: departments.cardiology.id,
          practitionerId,
          state: 'held',
          startAt: new Date('2026-11-24T08:19:00Z'),
          endAt: new Date('2026-11-24T08:30:00Z'),
          blockedFrom: new Date('2026-11-24T08:19:00Z'),
          blockedUntil: new Date('2026-11-24T08:30:00Z'),
          heldUntil: new Date('2026-11-23T10:00:00Z'),
          bookedById: accounts.otherPhysician.id,
        },
      }),
    );
    expect(violatedConstraint(await beside.catch((error: unknown) => error))).toBe('booking_no_overlap');
  });

  it('against another’s hold loses, against an expired one wins', async () => {
    await hold(other, nine).expect(201);
    expect((await book(practice, { ...nine, patient: patient() }).expect(409)).body.error.code).toBe(
      'slot_taken',
    );
    app.clock.advance(5 * 60_000);
    await book(practice, { ...nine, patient: patient() }).expect(201);
  });

  it('of an expired hold is refused, or made when the time is named and still free', async () => {
    const { id: holdId } = (await hold(practice, nine)).body;
    app.clock.advance(5 * 60_000);
    const refused = await book(practice, { holdId, patient: patient() }).expect(409);
    expect(refused.body.error).toMatchObject({ code: 'hold_expired', fields: { holdId: 'hold_expired' } });
    await book(practice, { holdId, ...nine, patient: patient() }).expect(201);
  });

  it('takes a hold once, whoever of two windows comes second', async () => {
    const before = await app.database.sql('SELECT id FROM consult_request');
    const { id: holdId } = (await hold(practice, nine).expect(201)).body;
    const both = await Promise.all(
      [patient(), patient()].map((one) => book(practice, { holdId, patient: one })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.error.code).toBe('hold_expired');
    expect(await app.database.sql('SELECT id FROM consult_request')).toHaveLength(before.length + 1);
  });

  it('is made once per idempotency key, even when the repeats come at once', async () => {
    const body = { ...nine, patient: patient() };
    const send = (more: object = {}) =>
      book(practice, { ...body, ...more }).set('Idempotency-Key', 'booking-key-1');
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await send().expect(201)).body).toEqual(answers[0]?.body);
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(1);
    const other = await send({ question: 'Etwas anderes?' }).expect(409);
    expect(other.body.error.code).toBe('idempotency_key_reused');
  });

  it('names the own record when the new patient is known', async () => {
    const known = patient();
    const { id } = (await practice.post('/api/patients').send(known).expect(201)).body;
    const answer = await book(practice, { ...nine, patient: known }).expect(409);
    expect(answer.body.error).toMatchObject({
      code: 'patient_exists',
      fields: { 'patient.kvnr': 'patient_exists' },
      data: { patientId: id },
    });
  });

  it('is not made for another organisation’s patient', async () => {
    const { id } = (await other.post('/api/patients').send(patient()).expect(201)).body;
    const answer = await book(practice, { ...nine, patientId: id }).expect(404);
    expect(answer.body.error.code).toBe('patient_not_found');
  });

  it('asks which physician where the practice has two', async () => {
    const [second] = await app.database.sql<{ id: string }>(
      `INSERT INTO practitioner (organisation_id, given_name, family_name, lanr) VALUES ($1, 'Test', 'Zweitmuster', '123456601') RETURNING id`,
      [organisations.practice.id],
    );
    const asked = await book(practice, { ...nine, patient: patient() }).expect(422);
    expect(asked.body.error.fields).toEqual({ requesterPractitionerId: 'required' });
    const answer = await book(practice, {
      ...nine,
      patient: patient(),
      requesterPractitionerId: second?.id,
    }).expect(201);
    const request = await practice.get(`/api/requests/${answer.body.requestId}`);
    expect(request.body.requester.practitioner.name).toBe('Test Zweitmuster');
    await app.database.sql(`UPDATE practitioner SET active = false, lanr = null WHERE id = $1`, [second?.id]);
    const inactive = await book(practice, {
      ...twentyPast,
      patient: patient(),
      requesterPractitionerId: second?.id,
    });
    expect(inactive.status).toBe(404);
  });
});
