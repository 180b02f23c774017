import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '../support/actor-of.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import { consult } from '../support/consulted.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
let physician: Agent;
let specialist: Agent;
let consultationId: string;
let requestId: string;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T10:00:00Z' });
  [physician, specialist] = await Promise.all([app.signIn('physician'), app.signIn('specialist')]);
});
afterAll(() => app.close());

/** A consultation in which both sat. */
async function held(): Promise<{ id: string; requestId: string }> {
  const made = await consult(app, { patient: { kvnr: null } });
  const [row] = await app.database.sql<{ id: string }>('SELECT id FROM consultation WHERE request_id = $1', [
    made.requestId,
  ]);
  if (!row) throw new Error('no consultation');
  await app.database.sql(
    `INSERT INTO participation (consultation_id, account_id, side, joined_at, left_at)
     SELECT c.id, x.account, x.side::"Side", c.opened_at, c.closed_at FROM consultation c,
       (VALUES ($2::uuid, 'requester'), ($3::uuid, 'provider')) AS x(account, side) WHERE c.id = $1`,
    [row.id, accounts.physician.id, accounts.specialist.id],
  );
  return { id: row.id, requestId: made.requestId };
}
beforeEach(async () => {
  ({ id: consultationId, requestId } = await held());
});

const address = (id = consultationId) => `/api/consultations/${id}/feedback`;
const answers = { worked: 'yes', useful: 'yes', trouble: 'none' };

describe('the three questions', () => {
  it('are asked of each participant once', async () => {
    expect((await physician.get(address()).expect(200)).body).toEqual({ given: false });
    await physician.post(address()).send(answers).expect(201);
    expect((await physician.get(address()).expect(200)).body).toEqual({ given: true });
    const again = await physician
      .post(address())
      .send({ ...answers, worked: 'no' })
      .expect(409);
    expect(again.body.error.code).toBe('feedback_given');
    // The other side is asked by itself.
    expect((await specialist.get(address()).expect(200)).body).toEqual({ given: false });
    await specialist.post(address()).send({ worked: null, useful: null, trouble: null }).expect(201);
    expect((await specialist.get(address()).expect(200)).body).toEqual({ given: true });
  });

  it('record that they were answered, not what was said', async () => {
    await physician.post(address()).send({ worked: 'no', useful: 'partly', trouble: 'sound' }).expect(201);
    const events = await app.database.sql<{ payload: unknown; patient_id: unknown }>(
      `SELECT payload, patient_id FROM event_log WHERE type = 'feedback.given' AND request_id = $1`,
      [requestId],
    );
    expect(events).toEqual([{ payload: {}, patient_id: null }]);
  });

  it('are none of those who were not in the room', async () => {
    for (const name of ['assistant', 'otherPhysician', 'neurologist', 'evaluator'] as const) {
      const other = await app.signIn(name);
      await other.get(address()).expect(404);
      await other.post(address()).send(answers).expect(404);
    }
  });

  it.each([{ ...answers, worked: 'great' }, { ...answers, note: 'x' }, { worked: 'yes' }])(
    'refuse %j',
    async (body) => {
      await physician.post(address()).send(body).expect(422);
    },
  );

  it('are seen by their giver alone, and cannot be given for another or changed', async () => {
    await physician.post(address()).send(answers).expect(201);
    const seen = (name: 'physician' | 'specialist' | 'evaluator') =>
      app.deps.db.as(actorOf(name), (tx) => tx.consultationFeedback.count({ where: { consultationId } }));
    expect([await seen('physician'), await seen('specialist'), await seen('evaluator')]).toEqual([1, 0, 0]);
    const forged = app.deps.db.as(actorOf('physician'), (tx) =>
      tx.consultationFeedback.create({
        data: { consultationId, accountId: accounts.specialist.id, side: 'provider', givenAt: new Date() },
      }),
    );
    await expect(forged).rejects.toThrow();
    const changed = app.deps.db.as(actorOf('physician'), (tx) =>
      tx.consultationFeedback.updateMany({ where: { consultationId }, data: { worked: 'no' } }),
    );
    expect((await changed).count).toBe(0);
  });
});

it('feeds the indicators, and withholds what stands on fewer than five', async () => {
  const evaluator = await app.signIn('evaluator');
  const total = async () =>
    (await evaluator.get('/api/evaluation/statistics').query({ from: '2026-11-01', until: '2026-12-01' }))
      .body.total;
  await app.database.sql('DELETE FROM consultation_feedback');
  const rooms = await Promise.all([1, 2, 3, 4].map(() => held()));
  for (const { id } of rooms) await physician.post(address(id)).send(answers).expect(201);
  expect(await total()).toMatchObject({ troubled: null, satisfied: null });
  await physician.post(address()).send({ worked: 'partly', useful: 'yes', trouble: 'picture' }).expect(201);
  await specialist.post(address()).send({ worked: 'yes', useful: 'no', trouble: 'none' }).expect(201);
  // One person's trouble is the consultation's, and one dissatisfied person is enough.
  expect(await total()).toMatchObject({ troubled: 0.2, satisfied: 0.8 });
});
