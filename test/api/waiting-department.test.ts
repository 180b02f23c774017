/** What the department does on the waiting list: offers out of turn, and requests whose time it missed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster } from '../support/scheduling.ts';
import { emptyList, enter, free, takeTime } from '../support/waiting.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
let coordinator: Agent;
const practitionerId = practitioners.specialist.id;
/** Tuesday tomorrow. */
const nine = '2026-11-24T08:00:00.000Z';
const twentyPast = '2026-11-24T08:20:00.000Z';
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

const entered = async (agent: Agent, wish: object = {}) => (await enter(agent, wish).expect(201)).body.entry;

describe('offering out of turn', () => {
  it('is the coordinator’s, with a reason, whoever stands before', async () => {
    await takeTime(other, practitionerId, twentyPast);
    const booking = await takeTime(other, practitionerId, nine);
    const first = await entered(practice, { urgency: 'urgent', partsOfDay: ['evening'] });
    const second = await entered(other, { ...evenings });
    await free(other, booking);
    await app.settle();
    const reason = 'wohnt am weitesten weg';
    const offered = await coordinator
      .post(`/api/waiting/${second.id}/offer`)
      .send({ practitionerId, startAt: nine, reason })
      .expect(200);
    expect(offered.body).toMatchObject({ id: second.id, state: 'offered', offer: { startAt: nine } });
    const twice = await coordinator
      .post(`/api/waiting/${first.id}/offer`)
      .send({ practitionerId, startAt: nine, reason });
    expect(twice.body.error.code).toBe('slot_taken');
    const again = await coordinator
      .post(`/api/waiting/${second.id}/offer`)
      .send({ practitionerId, startAt: nine, reason });
    expect(again.body.error).toMatchObject({ code: 'waiting_state', data: { state: 'offered' } });
    await practice
      .post(`/api/waiting/${second.id}/offer`)
      .send({ practitionerId, startAt: nine, reason })
      .expect(403);
    await coordinator
      .post(`/api/waiting/${first.id}/offer`)
      .send({ practitionerId, startAt: nine })
      .expect(422);
    await other.post(`/api/offers/${offered.body.offer.id}/accept`).expect(200);
  });
});

describe('a time that the department missed', () => {
  const miss = (bookingId: string) =>
    coordinator
      .put(`/api/bookings/${bookingId}/attendance`)
      .send({ missedBy: 'provider', reason: 'Notfall auf Station' })
      .expect(200);

  it('puts the request onto the list: urgent, and as if it had waited since it was booked', async () => {
    const bookingId = await takeTime(practice, practitionerId, nine);
    app.clock.set('2026-11-23T10:00:00Z');
    await entered(other, { urgency: 'urgent', ...evenings });
    app.clock.set('2026-11-24T08:30:00Z');
    [practice, other, coordinator] = await Promise.all([
      app.signIn('assistant'),
      app.signIn('otherPhysician'),
      app.signIn('coordinator'),
    ]);
    await miss(bookingId);
    await app.settle();
    const { entries } = (await practice.get('/api/waiting').expect(200)).body;
    expect(entries).toMatchObject([
      {
        place: 1,
        since: '2026-11-23T09:00:00.000Z',
        wish: { urgency: 'urgent', fromDay: '2026-11-24', untilDay: null },
        department: { id: departments.cardiology.id },
      },
    ]);
    // The department knows this patient already.
    expect((await coordinator.get(`/api/requests/${entries[0].requestId}`).expect(200)).body.status).toBe(
      'waiting',
    );
    const booked = await practice
      .post(`/api/waiting/${entries[0].id}/book`)
      .send({ practitionerId, startAt: '2026-12-01T08:00:00.000Z' });
    expect(booked.body.error?.code).toBe('slot_beyond_furthest_day');

    await coordinator
      .put(`/api/bookings/${bookingId}/attendance`)
      .send({ missedBy: null, reason: 'war doch da, per Telefon' })
      .expect(200);
    await app.settle();
    expect((await practice.get('/api/waiting').expect(200)).body.entries).toEqual([]);
  });
});
