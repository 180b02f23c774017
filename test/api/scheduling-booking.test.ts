import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import { violatedConstraint } from '../../server/kernel/db.ts';
import { sweepHolds } from '../../server/modules/scheduling/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult, newPatient } from '../support/scheduling.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const practitionerId = practitioners.specialist.id;
const nine = { practitionerId, startAt: '2026-11-24T08:00:00.000Z' };
const twentyPast = { practitionerId, startAt: '2026-11-24T08:20:00.000Z' };

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
  await addRoster(app);
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await app.database.sql('DELETE FROM booking');
});
afterAll(() => app.close());

const hold = (agent: Agent, body: object) => agent.post('/api/holds').send(body);
const book = (agent: Agent, body: object) => agent.post('/api/bookings').send({ ...consult, ...body });
const free = async (agent: Agent) =>
  (
    await agent.get('/api/free-times').query({ practitionerId, until: '2026-11-25' }).expect(200)
  ).body.times.map((time: { startAt: string }) => time.startAt);
const actorOf = (name: 'otherPhysician'): Actor => ({
  accountId: accounts[name].id,
  role: accounts[name].role,
  displayName: '',
  organisationId: organisations[accounts[name].organisation].id,
  organisationKind: 'practice',
  departmentId: null,
  practitionerId: null,
});

let serial = 0;
/** Insurance numbers with a right check digit: one patient per booking. */
const patient = () => {
  serial += 1;
  const body = `B${String(serial).padStart(8, '0')}`;
  const sum = [...`02${body.slice(1)}`].reduce((so, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return so + (product > 9 ? product - 9 : product);
  }, 0);
  return { ...newPatient, kvnr: `${body}${sum % 10}` };
};

describe('a held time', () => {
  it('is taken for others and free for its holder, until it runs out', async () => {
    const held = await hold(practice, nine).expect(201);
    expect(held.body).toMatchObject({
      ...nine,
      endAt: '2026-11-24T08:20:00.000Z',
      heldUntil: '2026-11-23T09:05:00.000Z',
      extendable: true,
    });
    expect(await free(other)).not.toContain(nine.startAt);
    expect(await free(practice)).toContain(nine.startAt);
    const refused = await hold(other, nine).expect(409);
    expect(refused.body.error).toMatchObject({ code: 'slot_taken', fields: { startAt: 'slot_taken' } });
    app.clock.advance(5 * 60_000);
    expect(await free(other)).toContain(nine.startAt);
    await hold(other, nine).expect(201);
  });

  it('is extended once, by its holder', async () => {
    const { id } = (await hold(practice, nine)).body;
    await other.post(`/api/holds/${id}/extend`).expect(404);
    const extended = await practice.post(`/api/holds/${id}/extend`).expect(200);
    expect(extended.body).toMatchObject({ heldUntil: '2026-11-23T09:10:00.000Z', extendable: false });
    expect((await practice.post(`/api/holds/${id}/extend`).expect(409)).body.error.code).toBe(
      'hold_extended',
    );
    app.clock.advance(10 * 60_000);
    expect((await practice.post(`/api/holds/${id}/extend`).expect(409)).body.error.code).toBe('hold_expired');
  });

  it('is given back by hand, by the next hold, and by the sweep', async () => {
    const { id } = (await hold(practice, nine)).body;
    await other.delete(`/api/holds/${id}`).expect(200);
    expect(await free(other)).not.toContain(nine.startAt);
    await hold(practice, twentyPast).expect(201);
    expect(await free(other)).toContain(nine.startAt);
    const again = (await hold(practice, nine)).body.id;
    await practice.delete(`/api/holds/${again}`).expect(200);
    await practice.delete(`/api/holds/${again}`).expect(200);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
    await hold(practice, nine);
    app.clock.advance(5 * 60_000);
    await sweepHolds(app.deps);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
  });

  it('is nobody else’s business', async () => {
    await (await app.signIn('nurse')).post('/api/holds').send(nine).expect(403);
    await (await app.signIn('coordinator')).post('/api/holds').send(nine).expect(403);
  });
});

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
    expect(await free(other)).not.toContain(nine.startAt);
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
    const [{ requests, patients }] = (await app.database.sql<{ requests: number; patients: number }>(
      `SELECT (SELECT count(*)::int FROM consult_request r JOIN booking b ON b.request_id = r.id) AS requests,
              (SELECT count(*)::int FROM patient p WHERE p.kvnr = ANY ($1)) AS patients`,
      [Array.from({ length: 4 }, (_, at) => `B${String(serial - at).padStart(8, '0')}%`)],
    )) as [{ requests: number; patients: number }];
    expect({ requests, patients }).toEqual({ requests: 1, patients: 0 });
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

  it.each<[string, object, number, object]>([
    [
      'in the past',
      { startAt: '2026-11-17T08:00:00.000Z' },
      422,
      { code: 'slot_in_past', fields: { startAt: 'slot_in_past' } },
    ],
    [
      'off the grid',
      { startAt: '2026-11-24T08:10:00.000Z' },
      422,
      { code: 'slot_outside_roster', fields: { startAt: 'slot_outside_roster' } },
    ],
    [
      'too far ahead',
      { startAt: '2027-01-05T08:00:00.000Z' },
      422,
      { code: 'slot_beyond_furthest_day', fields: { startAt: 'slot_beyond_furthest_day' } },
    ],
    [
      'of an unknown physician',
      { practitionerId: accounts.nurse.id },
      404,
      { code: 'practitioner_not_found' },
    ],
    [
      'without consent',
      { consent: undefined },
      422,
      { code: 'consent_missing', fields: { consent: 'required' } },
    ],
    [
      'with a nameless guardian',
      { consent: { ...consult.consent, giver: 'guardian' } },
      422,
      { code: 'consent_incomplete', fields: { 'consent.giverName': 'required' } },
    ],
    [
      'on presumed consent',
      { consent: { ...consult.consent, giver: 'presumed' } },
      422,
      { code: 'request_incomplete', fields: { 'consent.giver': 'presumed_only_urgent' } },
    ],
    [
      'without a question',
      { question: ' ' },
      422,
      { code: 'invalid_input', fields: { question: 'required' } },
    ],
    [
      'without a diagnosis',
      { diagnoses: [] },
      422,
      { code: 'invalid_input', fields: { diagnoses: 'required' } },
    ],
    [
      'with no code',
      { diagnoses: [{ code: 'Herz', title: '' }] },
      422,
      { code: 'request_incomplete', fields: { 'diagnoses.0.code': 'icd_format' } },
    ],
    [
      'with a group of codes',
      { diagnoses: [{ code: 'E11.-', title: '' }] },
      422,
      { code: 'request_incomplete', fields: { 'diagnoses.0.code': 'icd_not_terminal' } },
    ],
    [
      'without medication',
      { medication: undefined },
      422,
      { code: 'invalid_input', fields: { medication: 'required' } },
    ],
    [
      'with a deadline before the talk',
      { answerDueAt: '2026-11-24T08:00:00.000Z' },
      422,
      { code: 'request_incomplete', fields: { answerDueAt: 'answer_due_too_early' } },
    ],
    [
      'for nobody',
      { patient: undefined },
      422,
      { code: 'request_incomplete', fields: { patientId: 'required' } },
    ],
    [
      'for two',
      { patientId: accounts.nurse.id },
      422,
      { code: 'request_incomplete', fields: { patientId: 'choose_one' } },
    ],
    [
      'at no time',
      { startAt: undefined },
      422,
      { code: 'request_incomplete', fields: { startAt: 'required' } },
    ],
    [
      'with a wrong insurance number',
      { patient: { ...newPatient, kvnr: 'A123456781' } },
      422,
      { code: 'patient_invalid', fields: { 'patient.kvnr': 'kvnr_invalid' } },
    ],
    [
      'without an insurance number',
      { patient: { ...newPatient, kvnr: null } },
      422,
      { code: 'request_incomplete', fields: { 'patient.kvnr': 'required' } },
    ],
    [
      'of a patient born tomorrow',
      { patient: { ...newPatient, birthDate: '2026-11-24' } },
      422,
      { code: 'patient_invalid', fields: { 'patient.birthDate': 'birth_date_future' } },
    ],
    [
      'with an unknown field',
      { patient: { ...newPatient, surname: 'x' } },
      422,
      { code: 'invalid_input', fields: { 'patient.surname': 'unknown_field' } },
    ],
    ['with an impossible time', { startAt: '2026-02-30T08:00:00.000Z' }, 422, { code: 'invalid_input' }],
    [
      'by a physician of another practice',
      { requesterPractitionerId: practitioners.otherPhysician.id },
      404,
      { code: 'practitioner_not_found' },
    ],
  ])('%s is refused with its code at its field, and leaves nothing', async (_, change, status, error) => {
    const before = await app.database.sql('SELECT id FROM patient');
    const answer = await book(practice, {
      ...nine,
      patient: { ...newPatient, kvnr: 'X110411675' },
      ...change,
    });
    expect(answer.body.error).toMatchObject(error);
    expect(answer.status).toBe(status);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
    expect(await app.database.sql('SELECT id FROM patient')).toEqual(before);
  });

  it('is refused when the roster wants more notice', async () => {
    await addRoster(app, { weekday: 3, notice: 3 * 24 * 60 });
    const answer = await book(practice, {
      practitionerId,
      startAt: '2026-11-25T08:00:00.000Z',
      patient: patient(),
    });
    expect(answer.body.error).toMatchObject({
      code: 'slot_under_notice',
      fields: { startAt: 'slot_under_notice' },
    });
  });

  it('of an absent physician is refused without saying why', async () => {
    await addRoster(app, { weekday: 5 });
    await app.database.sql(
      `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
       SELECT department_id, id, '2026-11-27T00:00Z', '2026-11-28T00:00Z', 'illness' FROM practitioner WHERE id = $1`,
      [practitionerId],
    );
    const answer = await book(practice, {
      practitionerId,
      startAt: '2026-11-27T08:00:00.000Z',
      patient: patient(),
    });
    expect(answer.body.error.code).toBe('slot_outside_roster');
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

describe('cancelling', () => {
  const booked = async () => (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
  const cancel = (agent: Agent, id: string, body: object) =>
    agent.post(`/api/bookings/${id}/cancel`).send(body);

  it('by the practice ends the request and frees the time', async () => {
    const { bookingId, requestId } = await booked();
    const answer = await cancel(practice, bookingId, {
      reason: 'patient_unable',
      note: 'Im Krankenhaus',
    }).expect(200);
    expect(answer.body).toEqual({ bookingId, requestId, status: 'cancelled', cancelled: [bookingId] });
    expect((await practice.get(`/api/requests/${requestId}`)).body).toMatchObject({
      status: 'cancelled',
      endReason: 'patient_unable',
      endNote: 'Im Krankenhaus',
      bookingId: null,
    });
    await book(other, { ...nine, patient: patient() }).expect(201);
    expect((await cancel(practice, bookingId, { reason: 'other' }).expect(409)).body.error.code).toBe(
      'booking_state',
    );
    const [event] = await app.database.sql<{ payload: object }>(
      `SELECT payload FROM event_log WHERE type = 'booking.cancelled' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.payload).toMatchObject({ reason: 'patient_unable', side: 'requester' });
    expect(JSON.stringify(event)).not.toContain('Krankenhaus');
  });

  it('by the department has reasons of its own', async () => {
    const { bookingId } = await booked();
    const coordinator = await app.signIn('coordinator');
    const wrong = await cancel(coordinator, bookingId, { reason: 'no_longer_needed' }).expect(422);
    expect(wrong.body.error).toMatchObject({
      code: 'reason_not_yours',
      fields: { reason: 'reason_not_yours' },
    });
    await cancel(coordinator, bookingId, { reason: 'practitioner_unable' }).expect(200);
  });

  it('by two at once happens once', async () => {
    const { bookingId } = await booked();
    const specialist = await app.signIn('specialist');
    const answers = await Promise.all([
      cancel(practice, bookingId, { reason: 'other' }),
      cancel(specialist, bookingId, { reason: 'other' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is not possible any more in the room', async () => {
    const { bookingId, requestId } = await booked();
    await app.database.sql(`UPDATE consult_request SET status = 'in_consultation' WHERE id = $1`, [
      requestId,
    ]);
    const answer = await cancel(practice, bookingId, { reason: 'other' }).expect(409);
    expect(answer.body.error).toMatchObject({ code: 'request_state', data: { status: 'in_consultation' } });
    expect(await app.database.sql(`SELECT state FROM booking`)).toEqual([{ state: 'booked' }]);
  });
});

describe('nobody came', () => {
  const booked = async () => (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
  const miss = (agent: Agent, id: string) => agent.post(`/api/bookings/${id}/no-show`).send({});

  it('is told by the department once the time has begun', async () => {
    const { bookingId, requestId } = await booked();
    const specialist = await app.signIn('specialist');
    expect((await miss(specialist, bookingId).expect(409)).body.error.code).toBe('booking_not_begun');
    app.clock.set(nine.startAt);
    // Sessions of the day before are over.
    await miss(await app.signIn('assistant'), bookingId).expect(403);
    await miss(await app.signIn('otherPhysician'), bookingId).expect(404);
    const late = await app.signIn('specialist');
    expect((await miss(late, bookingId).expect(200)).body).toEqual({
      bookingId,
      requestId,
      status: 'no_show',
    });
    expect((await miss(late, bookingId).expect(409)).body.error.code).toBe('booking_state');
    expect(await app.database.sql('SELECT state FROM booking')).toEqual([{ state: 'no_show' }]);
  });
});

describe('the department’s calendar', () => {
  it('shows its bookings without patients', async () => {
    const { bookingId, requestId } = (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
    const coordinator = await app.signIn('coordinator');
    const range = { from: '2026-11-23', until: '2026-11-30' };
    const answer = await coordinator.get('/api/bookings').query(range).expect(200);
    expect(answer.body.bookings).toMatchObject([
      {
        id: bookingId,
        requestId,
        requestStatus: 'planned',
        practitionerId,
        requester: { name: 'Praxis Muster', city: 'Oldenburg' },
      },
    ]);
    expect(answer.text).not.toContain('Buchfeld');
    const neurologist = await app.signIn('neurologist');
    expect((await neurologist.get('/api/bookings').query(range).expect(200)).body.bookings).toEqual([]);
    await practice.get('/api/bookings').query(range).expect(403);
  });
});
