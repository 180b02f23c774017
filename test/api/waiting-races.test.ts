/** What happens at the same moment, and what a lost process leaves behind. Each race is run several times. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expireOverdue, lookEverywhere } from '../../server/modules/scheduling/index.ts';
import { expireOffer } from '../../server/modules/scheduling/waiting/expire-offers.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { addRoster, consult } from '../support/scheduling.ts';
import { anyTime, emptyList, enter, somebody } from '../support/waiting.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const practitionerId = practitioners.specialist.id;
const nine = '2026-11-24T08:00:00.000Z';
const rounds = Array.from({ length: 6 }, (_, at) => at);

beforeAll(async () => {
  app = await createTestApp();
  practice = await app.signIn('assistant');
  other = await app.signIn('otherPhysician');
  await addRoster(app, { until: '09:20', ahead: 6 });
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await emptyList(app);
});
afterAll(() => app.close());

const offers = () =>
  app.database.sql<{ id: string; state: string; entry: string; booking: string | null }>(
    `SELECT o.id, o.state, o.waiting_id AS entry, b.state AS booking FROM waiting_offer o
     LEFT JOIN booking b ON b.id = o.booking_id ORDER BY o.offered_at, o.id`,
  );
const taken = () => app.database.sql<{ state: string }>('SELECT state FROM booking');
const events = async (type: string) =>
  (
    await app.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM event_log WHERE type = $1 AND at > $2`,
      [type, started],
    )
  )[0]?.n;
let started = new Date(0);
beforeEach(() => {
  started = new Date();
});

/** One free time; the practice is offered it, the other practice stands next. */
const two = async () => {
  await emptyList(app);
  const first = (await enter(practice).expect(201)).body.entry;
  app.clock.advance(1_000);
  const second = (await enter(other).expect(201)).body.entry;
  await app.settle();
  const [offer] = await offers();
  if (!offer || offer.entry !== first.id) throw new Error('the first was not offered the time');
  return { first, second, offerId: offer.id };
};
const accept = (agent: Agent, id: string) => agent.post(`/api/offers/${id}/accept`);

describe('at the same moment', () => {
  it('two workers look: the time is offered once, to the first', async () => {
    for (const _ of rounds) {
      await emptyList(app);
      const first = (await enter(practice).expect(201)).body.entry;
      app.clock.advance(1_000);
      await enter(other).expect(201);
      await Promise.all([lookEverywhere(app.deps), lookEverywhere(app.deps), lookEverywhere(app.deps)]);
      expect(await offers()).toMatchObject([{ state: 'open', entry: first.id, booking: 'held' }]);
    }
  });

  it('the deadline comes and the offer is accepted: one of both, and never a booking without its time', async () => {
    const seen = new Set<string>();
    for (const round of rounds) {
      const { offerId, first } = await two();
      const [{ expires_at: deadline }] = (await app.database.sql<{ expires_at: Date }>(
        'SELECT expires_at FROM waiting_offer',
      )) as [{ expires_at: Date }];
      // To the millisecond: the deadline itself is too late.
      app.clock.set(new Date(deadline.getTime() - (round % 2)));
      const [answer] = await Promise.all([accept(practice, offerId), expireOffer(app.deps, { offerId })]);
      const [offer] = await offers();
      seen.add(offer?.state ?? '');
      expect(answer.status === 200).toBe(offer?.state === 'accepted');
      expect(offer).toMatchObject(
        answer.status === 200 ? { state: 'accepted', booking: 'booked' } : { state: 'expired' },
      );
      const [entry] = await app.database.sql('SELECT state FROM waiting_entry WHERE id = $1', [first.id]);
      expect(entry).toEqual({ state: answer.status === 200 ? 'placed' : 'waiting' });
      app.clock.set('2026-11-23T09:00:00Z');
    }
    expect([...seen].sort()).toEqual(['accepted', 'expired']);
  });

  it('the request is withdrawn and the offer accepted: one of both', async () => {
    for (const _ of rounds) {
      const { offerId, first } = await two();
      const [accepted, withdrawn] = await Promise.all([
        accept(practice, offerId),
        practice.post(`/api/waiting/${first.id}/withdraw`).send({ reason: 'other' }),
      ]);
      expect([accepted.status, withdrawn.status].sort()).toEqual([200, 409]);
      const { status } = (await practice.get(`/api/requests/${first.requestId}`)).body;
      expect(status).toBe(accepted.status === 200 ? 'planned' : 'withdrawn');
      await app.settle();
      expect((await offers()).at(-1)?.state).toBe(accepted.status === 200 ? 'accepted' : 'open');
    }
  });

  it('the wish is changed and the offer accepted: the offer stands or the wish, not half of each', async () => {
    for (const _ of rounds) {
      const { offerId, first } = await two();
      const wish = { ...anyTime, partsOfDay: ['evening'] };
      const [accepted, changed] = await Promise.all([
        accept(practice, offerId),
        practice.put(`/api/waiting/${first.id}`).send({ wish }),
      ]);
      expect([accepted.status, changed.status].sort()).toEqual([200, 409]);
      expect((await offers())[0]?.state).toBe(accepted.status === 200 ? 'accepted' : 'revoked');
    }
  });

  it('somebody books the time that is being offered: one has it, the other hears of it', async () => {
    for (const _ of rounds) {
      await emptyList(app);
      const { requestId } = (await enter(practice).expect(201)).body.entry;
      const book = { ...consult, practitionerId, startAt: nine, patient: somebody() };
      const [booked] = await Promise.all([other.post('/api/bookings').send(book), app.settle()]);
      const [entry] = (await practice.get('/api/waiting').query({ requestId })).body.entries;
      expect([201, 409]).toContain(booked.status);
      expect(entry.state).toBe(booked.status === 201 ? 'waiting' : 'offered');
      expect(await taken()).toEqual([{ state: booked.status === 201 ? 'booked' : 'held' }]);
    }
  });

  it('one accepts twice in two windows: one booking', async () => {
    for (const _ of rounds) {
      const { offerId } = await two();
      const answers = await Promise.all([accept(practice, offerId), accept(practice, offerId)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await taken()).toEqual([{ state: 'booked' }]);
    }
  });
});

describe('a process that is lost', () => {
  it('before the deadline: the deadline is kept by the next one, once, and the time goes on', async () => {
    const { second } = await two();
    // The job was lost with its store; a later start finds what is overdue.
    await app.database.sql(`DELETE FROM pgboss.job WHERE name = 'waiting.expire'`);
    app.clock.advance(3 * 3_600_000);
    await Promise.all([expireOverdue(app.deps), expireOverdue(app.deps)]);
    await expireOverdue(app.deps);
    expect(await events('waiting.expired')).toBe(1);
    await app.settle();
    expect((await offers()).map(({ state, entry }) => [state, entry === second.id])).toEqual([
      ['expired', false],
      ['open', true],
    ]);
  });

  it('between the offer’s transaction and what follows from it: the job of the event is there', async () => {
    await emptyList(app);
    await enter(practice).expect(201);
    await lookEverywhere(app.deps);
    const jobs = await app.database.sql<{ name: string; at: Date }>(
      `SELECT j.name, j.start_after AS at FROM pgboss.job j WHERE j.name = 'waiting.expire' AND j.state = 'created'`,
    );
    expect(jobs).toEqual([{ name: 'waiting.expire', at: new Date('2026-11-23T11:00:00Z') }]);
    const told = await app.database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job j JOIN event_log e ON e.id::text = j.data ->> 'eventId'
       WHERE e.type = 'waiting.offered' AND j.name = 'on.notifications'`,
    );
    expect(told[0]?.n).toBeGreaterThan(0);
  });

  it('in the middle of an offer: nothing of it is there, and the next look makes it', async () => {
    await emptyList(app);
    await enter(practice).expect(201);
    const broken = {
      ...app.deps,
      jobs: { ...app.deps.jobs, send: () => Promise.reject(new Error('the connection was cut')) },
    };
    await expect(lookEverywhere(broken)).rejects.toThrow('cut');
    expect(await offers()).toEqual([]);
    expect(await taken()).toEqual([]);
    await app.settle();
    expect(await offers()).toMatchObject([{ state: 'open', booking: 'held' }]);
  });

  it('after a declined offer: the time frees itself two minutes later, though nobody hands it on', async () => {
    const { offerId } = await two();
    await practice.post(`/api/offers/${offerId}/decline`).expect(200);
    const hold = { practitionerId, startAt: nine };
    await other.post('/api/holds').send(hold).expect(409);
    app.clock.advance(2 * 60_000);
    await other.post('/api/holds').send(hold).expect(201);
  });
});
