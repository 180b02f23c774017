/** What people do with an entry of the waiting list besides answering an offer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { anyTime, emptyList, enter, takeTime } from '../support/waiting.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
let coordinator: Agent;
const practitionerId = practitioners.specialist.id;
/** Tuesday tomorrow. */
const nine = '2026-11-24T08:00:00.000Z';
const twentyPast = '2026-11-24T08:20:00.000Z';
/** In nobody's roster. */
const evening = '2026-11-24T18:00:00.000Z';
const evenings = { partsOfDay: ['evening'] };

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
  coordinator = await app.signIn('coordinator');
  await addRoster(app, { until: '09:40', ahead: 6 });
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await emptyList(app);
});
afterAll(() => app.close());

const entryOf = async (agent: Agent, requestId: string) =>
  (await agent.get('/api/waiting').query({ requestId }).expect(200)).body.entries[0];
const entered = async (agent: Agent, wish: object = {}) => (await enter(agent, wish).expect(201)).body.entry;
const offeredTo = async (agent: Agent, wish: object = {}) => {
  const entry = await entered(agent, wish);
  await app.settle();
  return entryOf(agent, entry.requestId);
};
const bookings = () =>
  app.database.sql(
    `SELECT state, waiting_id IS NOT NULL AS listed, overbooked FROM booking ORDER BY start_at`,
  );

describe('withdrawing', () => {
  it('ends the request, and gives an offered time to the next', async () => {
    await takeTime(other, practitionerId, twentyPast);
    const { id, requestId, offer } = await offeredTo(practice);
    app.clock.advance(1_000);
    const next = await entered(other);
    await other.post(`/api/waiting/${id}/withdraw`).send({ reason: 'no_longer_needed' }).expect(404);
    await practice.post(`/api/waiting/${id}/withdraw`).send({ reason: 'no_longer_needed' }).expect(200);
    expect((await practice.get(`/api/requests/${requestId}`)).body).toMatchObject({
      status: 'withdrawn',
      endReason: 'no_longer_needed',
    });
    await app.settle();
    expect((await entryOf(other, next.requestId)).offer).toMatchObject({ startAt: nine });
    expect((await practice.post(`/api/offers/${offer.id}/accept`).expect(409)).body.error.code).toBe(
      'offer_expired',
    );
    const again = await practice.post(`/api/waiting/${id}/withdraw`).send({ reason: 'other' }).expect(409);
    expect(again.body.error).toMatchObject({ code: 'waiting_state', data: { state: 'withdrawn' } });
    await practice.post(`/api/waiting/${id}/withdraw`).send({}).expect(422);
  });
});

describe('changing the wish', () => {
  it('keeps the place, and gives an offer back that does not fit any more', async () => {
    await takeTime(other, practitionerId, twentyPast);
    const first = await offeredTo(practice);
    app.clock.advance(1_000);
    const second = await entered(other);
    const wish = { ...anyTime, ...evenings };
    const changed = (await practice.put(`/api/waiting/${first.id}`).send({ wish }).expect(200)).body;
    expect(changed).toMatchObject({ state: 'waiting', offer: null, since: first.since, wish: evenings });
    await app.settle();
    expect((await entryOf(other, second.requestId)).offer).toMatchObject({ startAt: nine });
    // Back to any time: it stands first again, for the next.
    await practice.put(`/api/waiting/${first.id}`).send({ wish: anyTime }).expect(200);
    expect((await entryOf(practice, first.requestId)).place).toBe(1);
    expect((await entryOf(other, second.requestId)).place).toBe(2);
  });

  it('keeps an offer that still fits, and is refused for days that are over and other people’s entries', async () => {
    const entry = await offeredTo(practice);
    const wish = { ...anyTime, untilDay: '2026-11-24' };
    const kept = await practice.put(`/api/waiting/${entry.id}`).send({ wish }).expect(200);
    expect(kept.body.offer.id).toBe(entry.offer.id);
    const over = { ...anyTime, fromDay: '2026-11-20', untilDay: '2026-11-22' };
    expect((await practice.put(`/api/waiting/${entry.id}`).send({ wish: over })).body.error.code).toBe(
      'wish_days',
    );
    await other.put(`/api/waiting/${entry.id}`).send({ wish }).expect(404);
    await coordinator.put(`/api/waiting/${entry.id}`).send({ wish }).expect(403);
  });

  it('names the wished department on the request, still unseen by it', async () => {
    const entry = await entered(practice, evenings);
    const wish = { ...anyTime, ...evenings, practitionerId: practitioners.secondSpecialist.id };
    const changed = (await practice.put(`/api/waiting/${entry.id}`).send({ wish }).expect(200)).body;
    expect(changed).toMatchObject({
      department: { id: departments.cardiology.id },
      practitioner: { id: practitioners.secondSpecialist.id },
    });
    await coordinator.get(`/api/requests/${entry.requestId}`).expect(404);
  });
});

describe('booking a time oneself', () => {
  it('is open to the practice: a held time, and an open offer goes to the next', async () => {
    const { id, requestId } = await offeredTo(practice);
    app.clock.advance(1_000);
    const next = await entered(other, { partsOfDay: ['morning'] });
    const hold = (await practice.post('/api/holds').send({ practitionerId, startAt: twentyPast }).expect(201))
      .body;
    const booked = await practice.post(`/api/waiting/${id}/book`).send({ holdId: hold.id }).expect(200);
    expect(booked.body).toMatchObject({ bookingId: hold.id, requestId, startAt: twentyPast });
    expect(await entryOf(practice, requestId)).toBeUndefined();
    await app.settle();
    expect((await entryOf(other, next.requestId)).offer).toMatchObject({ startAt: nine });
    await practice.post(`/api/waiting/${id}/book`).send({ practitionerId, startAt: nine }).expect(409);
  });

  it('takes the very time that is offered, too, and another one that is free', async () => {
    const { id, requestId } = await offeredTo(practice);
    await practice.post(`/api/waiting/${id}/book`).send({ practitionerId, startAt: nine }).expect(200);
    expect((await practice.get(`/api/requests/${requestId}`)).body).toMatchObject({
      status: 'planned',
      plannedStart: nine,
    });
    const second = await entered(practice, evenings);
    const send = () =>
      practice
        .post(`/api/waiting/${second.id}/book`)
        .set('Idempotency-Key', 'place-the-second')
        .send({ practitionerId, startAt: twentyPast });
    const [one, two] = [await send().expect(200), await send().expect(200)];
    expect(two.body).toEqual(one.body);
    expect(await bookings()).toEqual([
      { state: 'booked', listed: true, overbooked: false },
      { state: 'booked', listed: true, overbooked: false },
    ]);
  });

  it('says what is wrong with the time, with the nearest free ones', async () => {
    await takeTime(other, practitionerId, nine);
    const { id } = await entered(practice, evenings);
    const taken = await practice
      .post(`/api/waiting/${id}/book`)
      .send({ practitionerId, startAt: nine })
      .expect(409);
    expect(taken.body.error).toMatchObject({
      code: 'slot_taken',
      data: { nearest: [{ startAt: twentyPast }] },
    });
    const outside = await practice.post(`/api/waiting/${id}/book`).send({ practitionerId, startAt: evening });
    expect(outside.body.error).toMatchObject({
      code: 'slot_outside_roster',
      fields: { startAt: 'slot_outside_roster' },
    });
    expect((await practice.post(`/api/waiting/${id}/book`).send({}).expect(422)).body.error.code).toBe(
      'choose_one',
    );
    const overbook = { reason: 'dringend' };
    await practice
      .post(`/api/waiting/${id}/book`)
      .send({ practitionerId, startAt: evening, overbook })
      .expect(403);
    await other.post(`/api/waiting/${id}/book`).send({ practitionerId, startAt: nine }).expect(404);
    expect(await bookings()).toHaveLength(1);
  });

  it('is open to the coordinator, who may overbook with a reason', async () => {
    const { id, requestId } = await entered(practice, evenings);
    const refused = await coordinator
      .post(`/api/waiting/${id}/book`)
      .send({ practitionerId, startAt: evening });
    expect(refused.body.error).toMatchObject({ code: 'slot_outside_roster', data: { overbookable: true } });
    const overbook = { reason: 'kommt eigens dafür' };
    await coordinator
      .post(`/api/waiting/${id}/book`)
      .send({ practitionerId, startAt: evening, overbook })
      .expect(200);
    expect(await bookings()).toEqual([{ state: 'booked', listed: true, overbooked: true }]);
    expect((await coordinator.get(`/api/requests/${requestId}`).expect(200)).body).toMatchObject({
      status: 'planned',
      plannedStart: evening,
      plannedEnd: '2026-11-24T18:20:00.000Z',
    });
    const foreign = await entered(practice, evenings);
    const neurologist = { practitionerId: practitioners.neurologist.id, startAt: evening };
    expect(
      (await coordinator.post(`/api/waiting/${foreign.id}/book`).send(neurologist)).body.error.code,
    ).toBe('other_department');
    await (await app.signIn('specialist'))
      .post(`/api/waiting/${foreign.id}/book`)
      .send(neurologist)
      .expect(403);
  });
});
