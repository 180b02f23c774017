import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sweepHolds } from '../../server/modules/scheduling/index.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { nine, twentyPast } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;
const practitionerId = practitioners.specialist.id;

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
const free = async (agent: Agent) =>
  (
    await agent.get('/api/free-times').query({ practitionerId, until: '2026-11-25' }).expect(200)
  ).body.times.map((time: { startAt: string }) => time.startAt);

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
