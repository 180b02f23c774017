import { afterAll, beforeAll, expect, test } from 'vitest';
import { ringForDepartments } from '../../server/modules/triage/ladder/ring-for-account.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { arrive, fillHomes, putOnCall, urgentBody } from '../support/urgent.ts';
import { accounts } from '../support/world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: '2026-11-23T19:40:00Z' });
  await fillHomes(app);
  await putOnCall(app, { primary: 'specialist' });
});
afterAll(() => app.close());

type Times = {
  event_raised_at: Date;
  event_first_rung_at: Date | null;
  event_accepted_at: Date | null;
  event_both_in_room_at: Date | null;
  event_ended_at: Date | null;
};
const times = async (requestId: string): Promise<Times> =>
  app.deps.db.as(actorOf('evaluator'), async (tx) => {
    const [row] = await tx.$queryRaw<Times[]>`
      select event_raised_at, event_first_rung_at, event_accepted_at, event_both_in_room_at, event_ended_at
      from evaluation_case where request_id = ${requestId}::uuid`;
    if (!row) throw new Error('the evaluator does not see the request');
    return row;
  });

test('the evaluator gets each moment of a request from the event log, and nothing for what has not happened', async () => {
  const [nurse, specialist] = [await app.signIn('nurse'), await app.signIn('specialist')];
  const { requestId } = (await nurse.post('/api/urgent-requests').send(urgentBody())).body;
  // Nobody could be reached: it has not rung yet.
  expect(await times(requestId)).toMatchObject({
    event_raised_at: expect.any(Date),
    event_first_rung_at: null,
    event_accepted_at: null,
  });
  await arrive(app, accounts.specialist.id);
  await ringForDepartments(app.deps, [actorOf('specialist').departmentId ?? '']);
  await specialist.post(`/api/urgent-requests/${requestId}/claim`);
  await specialist.post(`/api/urgent-requests/${requestId}/hand-back`).send({ reason: 'interrupted' });
  await specialist.post(`/api/urgent-requests/${requestId}/claim`);
  await nurse.post(`/api/urgent-requests/${requestId}/withdraw`).send({ reason: 'better' });

  const logged = await app.database.sql<{ type: string; at: Date }>(
    `SELECT type, at FROM event_log WHERE request_id = $1 AND (type <> 'urgent.rung' OR payload -> 'rung' <> '[]') ORDER BY id`,
    [requestId],
  );
  const first = (type: string) => logged.find((event) => event.type === type)?.at;
  const last = (type: string) => logged.findLast((event) => event.type === type)?.at;
  expect(await times(requestId)).toEqual({
    event_raised_at: first('urgent.raised'),
    event_first_rung_at: first('urgent.rung'),
    event_accepted_at: last('urgent.claimed'),
    event_both_in_room_at: null,
    event_ended_at: first('urgent.withdrawn'),
  });
  expect(logged.filter(({ type }) => type === 'urgent.claimed')).toHaveLength(2);
});
