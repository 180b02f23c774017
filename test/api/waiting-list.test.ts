import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { emptyList, enter, free, takeTime } from '../support/waiting.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
let coordinator: Agent;
const practitionerId = practitioners.specialist.id;
/** Tuesday tomorrow, three times: all that there is until the week after. */
const [nine, twentyPast, twentyTo] = ['08:00', '08:20', '08:40'].map(
  (time) => `2026-11-24T${time}:00.000Z`,
) as [string, string, string];

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
  coordinator = await app.signIn('coordinator');
  await addRoster(app, { ahead: 6 });
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await emptyList(app);
});
afterAll(() => app.close());

const list = async (agent: Agent) => (await agent.get('/api/waiting').expect(200)).body.entries;
const entryOf = async (agent: Agent, requestId: string) =>
  (await agent.get('/api/waiting').query({ requestId }).expect(200)).body.entries[0];
/** @returns the booking of nine o'clock */
const takeAll = async (): Promise<string> => {
  const booking = await takeTime(other, practitionerId, nine);
  for (const startAt of [twentyPast, twentyTo]) await takeTime(other, practitionerId, startAt);
  return booking;
};

describe('entering', () => {
  it('makes patient, consent and a request without a time, which the department does not see yet', async () => {
    await takeAll();
    const { body } = await enter(practice, { departmentId: departments.cardiology.id }).expect(201);
    expect(body.entry).toMatchObject({
      state: 'waiting',
      place: 1,
      offer: null,
      specialtyCode: 'cardiology',
    });
    const { requestId, requestNumber } = body.entry;
    const own = await practice.get(`/api/requests/${requestId}`).expect(200);
    expect(own.body).toMatchObject({
      status: 'waiting',
      kind: 'scheduled',
      plannedStart: null,
      provider: { department: { name: 'Kardiologie' }, practitioner: null },
      consent: { giver: 'patient' },
    });
    const [seen] = await list(coordinator);
    expect(seen).toMatchObject({ id: body.entry.id, requestNumber, requester: { name: 'Praxis Muster' } });
    expect(JSON.stringify(seen)).not.toContain('Buchfeld');
    await coordinator.get(`/api/requests/${requestId}`).expect(404);
    expect(await list(await app.signIn('neurologist'))).toEqual([]);
    expect(await list(other)).toEqual([]);
    await (await app.signIn('nurse')).get('/api/waiting').expect(403);
  });

  it('counts those alone who wait for the same', async () => {
    await takeAll();
    await enter(practice, { urgency: 'urgent' }).expect(201);
    const neurology = await enter(practice, {}, { specialtyCode: 'neurology' }).expect(201);
    expect(neurology.body.entry.place).toBe(1);
    expect((await enter(other, { partsOfDay: ['evening'] })).body.entry.place).toBe(2);
  });

  it('refuses days that are over, strangers and what a request must carry', async () => {
    const days = await enter(practice, { fromDay: '2026-12-02', untilDay: '2026-12-01' }).expect(422);
    expect(days.body.error).toMatchObject({ code: 'wish_days', fields: { 'wish.untilDay': 'wish_days' } });
    await enter(practice, { untilDay: '2026-11-20', fromDay: '2026-11-19' }).expect(422);
    expect((await enter(practice, { departmentId: departments.neurology.id })).body.error.code).toBe(
      'department_not_found',
    );
    const neurologist = practitioners.neurologist.id;
    expect((await enter(practice, { practitionerId: neurologist })).body.error.code).toBe(
      'practitioner_not_found',
    );
    expect((await enter(practice, {}, { consent: undefined })).body.error.code).toBe('consent_missing');
    expect((await enter(practice, {}, { patient: undefined })).body.error.fields).toEqual({
      patientId: 'required',
    });
    await enter(coordinator).expect(403);
    expect(await app.database.sql('SELECT id FROM waiting_entry')).toEqual([]);
  });
});

it('stands among the practice’s cases in a group of its own, with an open offer on top', async () => {
  const booking = await takeAll();
  await enter(practice);
  app.clock.advance(1_000);
  const urgent = (await enter(practice, { urgency: 'urgent' })).body.entry;
  await free(other, booking);
  await app.settle();
  const { cases, counts } = (await practice.get('/api/cases?group=waiting_list').expect(200)).body;
  expect(counts.waiting_list).toBe(2);
  expect(cases[0]).toMatchObject({ id: urgent.requestId, offerUntil: '2026-11-23T11:00:01.000Z' });
  expect(cases[1].offerUntil).toBeNull();
  expect((await coordinator.get('/api/cases?group=waiting_list').expect(200)).body.cases).toEqual([]);
});

describe('a freed time', () => {
  it('is offered to the most urgent, then to who has waited longest, and to the next when it is declined', async () => {
    const booking = await takeAll();
    const first = (await enter(practice)).body.entry;
    app.clock.advance(60_000);
    const second = (await enter(other)).body.entry;
    app.clock.advance(60_000);
    const urgent = (await enter(practice, { urgency: 'urgent' })).body.entry;
    expect(
      (await list(coordinator)).map((one: { id: string; place: number }) => [one.id, one.place]),
    ).toEqual([
      [urgent.id, 1],
      [first.id, 2],
      [second.id, 3],
    ]);
    await free(other, booking);
    await app.settle();
    const offered = (await entryOf(practice, urgent.requestId)).offer;
    expect(offered).toMatchObject({ startAt: nine, expiresAt: '2026-11-23T11:02:00.000Z' });
    expect(await entryOf(practice, first.requestId)).toMatchObject({ state: 'waiting', offer: null });

    await other.post(`/api/offers/${offered.id}/decline`).expect(404);
    await practice.post(`/api/offers/${offered.id}/decline`).expect(200);
    // Between two offers the time is nobody else's.
    await other.post('/api/holds').send({ practitionerId, startAt: nine }).expect(409);
    await app.settle();
    expect((await entryOf(practice, first.requestId)).offer).toMatchObject({ startAt: nine });
    expect(await entryOf(practice, urgent.requestId)).toMatchObject({ state: 'waiting', offer: null });
  });

  it('becomes a booking when the offer is accepted, and the request is the department’s', async () => {
    const booking = await takeAll();
    const { requestId } = (await enter(practice)).body.entry;
    await free(other, booking);
    await app.settle();
    const { offer } = await entryOf(practice, requestId);
    const physician = await app.signIn('physician');
    const accepted = await physician.post(`/api/offers/${offer.id}/accept`).expect(200);
    expect(accepted.body).toMatchObject({ requestId, startAt: nine, endAt: twentyPast });
    expect((await practice.post(`/api/offers/${offer.id}/accept`).expect(409)).body.error.code).toBe(
      'offer_answered',
    );
    expect(await entryOf(practice, requestId)).toBeUndefined();
    const { timeline } = (await practice.get(`/api/cases/${requestId}`).expect(200)).body;
    expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      'requested',
      'waiting_entered',
      'offered',
      'offer_accepted',
      'booked',
    ]);
    const seen = await coordinator.get(`/api/requests/${requestId}`).expect(200);
    expect(seen.body).toMatchObject({
      status: 'planned',
      plannedStart: nine,
      bookingId: accepted.body.bookingId,
      provider: { practitioner: { id: practitionerId } },
      answerDueAt: '2026-11-27T08:20:00.000Z',
    });
    const events = await app.database.sql<{ type: string }>(
      `SELECT type FROM event_log WHERE request_id = $1 AND type NOT LIKE '%.viewed' ORDER BY id`,
      [requestId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'request.created',
      'waiting.entered',
      'waiting.offered',
      'waiting.accepted',
      'booking.made',
    ]);
  });

  it('goes to the next at the deadline, and then to the public', async () => {
    const booking = await takeAll();
    const first = (await enter(practice)).body.entry;
    app.clock.advance(1_000);
    const second = (await enter(other)).body.entry;
    await free(other, booking);
    await app.settle();
    const { offer } = await entryOf(practice, first.requestId);
    app.clock.set(offer.expiresAt);
    expect((await practice.post(`/api/offers/${offer.id}/accept`).expect(409)).body.error.code).toBe(
      'offer_expired',
    );
    await app.settle();
    const next = (await entryOf(other, second.requestId)).offer;
    expect(next).toMatchObject({ startAt: nine });
    app.clock.set(next.expiresAt);
    await app.settle();
    expect((await entryOf(other, second.requestId)).offer).toBeNull();
    await other.post('/api/holds').send({ practitionerId, startAt: nine }).expect(201);
    const states = await app.database.sql('SELECT state FROM waiting_offer ORDER BY offered_at');
    expect(states).toEqual([{ state: 'expired' }, { state: 'expired' }]);
  });

  it('that is free when somebody enters is offered at once, but none that begins in less than 20 minutes', async () => {
    const { requestId } = (await enter(practice)).body.entry;
    await app.settle();
    expect((await entryOf(practice, requestId)).offer).toMatchObject({ startAt: nine });
    app.clock.set('2026-11-24T08:21:00Z');
    await emptyList(app);
    const today = await app.signIn('assistant');
    const late = (await enter(today, { fromDay: '2026-11-24' })).body.entry;
    await app.settle();
    expect((await entryOf(today, late.requestId)).offer).toBeNull();
    app.clock.set('2026-11-24T08:19:00Z');
    await app.database.sql(`UPDATE waiting_entry SET state = 'waiting'`);
    await lookEverywhere(app.deps);
    expect((await entryOf(today, late.requestId)).offer).toMatchObject({
      startAt: twentyTo,
      expiresAt: '2026-11-24T08:25:00.000Z',
    });
  });
});
