import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ringForDepartments } from '../../server/modules/triage/ladder/ring-for-account.ts';
import { doStepJob, sweepLadders } from '../../server/modules/triage/ladder/work-steps.ts';
import { sweepVanished } from '../../server/modules/triage/presence/vanish.ts';
import { type Agent, createTestApp, type TestApp } from '../support/app.ts';
import {
  arrive,
  cardiology,
  depart,
  endUrgent,
  fillHomes,
  pass,
  putOnCall,
  takeStepJobs,
  urgentBody,
} from '../support/urgent.ts';
import { type AccountName, accounts, departments } from '../support/world.ts';

let app: TestApp;
const as = {} as Record<'nurse' | 'specialist' | 'secondSpecialist' | 'coordinator', Agent>;

beforeAll(async () => {
  app = await createTestApp();
  await fillHomes(app);
  for (const name of ['nurse', 'specialist', 'secondSpecialist', 'coordinator'] as const) {
    as[name] = await app.signIn(name);
  }
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-23T19:40:00Z');
  await endUrgent(app);
  await app.database.sql('DELETE FROM presence');
  await app.database.sql(`DELETE FROM pgboss.job WHERE name = 'triage.step'`);
  await putOnCall(app, { primary: 'specialist', deputy: 'secondSpecialist' });
});

const ids = (...names: AccountName[]) => names.map((name) => accounts[name].id);
const everybody = ids('specialist', 'secondSpecialist', 'coordinator');
const raise = async (urgency = 'immediate'): Promise<string> => {
  const answer = await as.nurse.post('/api/urgent-requests').send(urgentBody({ urgency }));
  expect(answer.status).toBe(201);
  return answer.body.requestId;
};
const view = async (requestId: string) => (await as.nurse.get(`/api/urgent-requests/${requestId}`)).body;
const ladder = async (requestId: string) => (await view(requestId)).ladder;
const names = (rings: { name: string }[]) => rings.map(({ name }) => name).sort();
const rings = async (requestId: string) => names((await ladder(requestId)).ringing);
const item = async (who: Agent) => (await who.get('/api/urgent-requests/queue')).body.items[0];
const post = (who: Agent, requestId: string, what: string, body: object = {}) =>
  who.post(`/api/urgent-requests/${requestId}/${what}`).send(body);
const steps = async (requestId: string) =>
  (
    await app.database.sql<{ step: string; why: string }>(
      `SELECT payload ->> 'step' AS step, payload ->> 'why' AS why FROM event_log
       WHERE request_id = $1 AND type = 'urgent.rung' ORDER BY id`,
      [requestId],
    )
  ).map(({ step, why }) => `${step} ${why}`);
/** What happens when so much time passes: jobs that are due come, each twice. */
const later = async (seconds: number) => {
  await pass(app, seconds * 1000);
  const jobs = await takeStepJobs(app);
  for (const job of [...jobs, ...jobs]) await doStepJob(app.deps, job);
};

describe('the ladder', () => {
  test('rings who is on call first, then the deputy, then everybody, then the coordinators: each step once', async () => {
    await arrive(app, ...everybody);
    const requestId = await raise();
    expect(await ladder(requestId)).toMatchObject({
      step: 'primary',
      dueAt: '2026-11-23T19:40:40.000Z',
      ringing: [{ name: 'Test specialist', step: 'primary', since: '2026-11-23T19:40:00.000Z' }],
      next: { step: 'deputy', names: ['Test secondSpecialist'] },
      skipped: [],
      alarm: null,
      phone: '0441 000000',
    });
    expect([(await item(as.specialist)).ringing, (await item(as.secondSpecialist)).ringing]).toEqual([
      true,
      false,
    ]);

    await later(39);
    expect((await ladder(requestId)).step).toBe('primary');
    await later(1);
    expect(await ladder(requestId)).toMatchObject({
      step: 'deputy',
      dueAt: '2026-11-23T19:41:20.000Z',
      next: { step: 'coordination', names: ['Test coordinator'] },
    });
    expect(await rings(requestId)).toEqual(['Test secondSpecialist', 'Test specialist']);
    expect((await as.coordinator.get('/api/urgent-requests/board')).body.items[0]).toMatchObject({
      missed: ['Test specialist'],
      rung: expect.arrayContaining(['Test specialist', 'Test secondSpecialist']),
    });

    // Nobody else works in the department: its step is passed over, and it is said why.
    await later(40);
    expect(await ladder(requestId)).toMatchObject({
      step: 'coordination',
      dueAt: null,
      next: null,
      skipped: [{ step: 'department', because: 'all_answered' }],
      alarm: 'nobody_answered',
    });
    await later(3600);
    expect(await steps(requestId)).toEqual(['primary raised', 'deputy deadline', 'coordination deadline']);
  });

  test('goes on when the job of a step was lost', async () => {
    await arrive(app, ...everybody);
    const requestId = await raise();
    await pass(app, 90_000);
    await takeStepJobs(app);
    await Promise.all([sweepLadders(app.deps), sweepLadders(app.deps)]);
    expect(await steps(requestId)).toEqual(['primary raised', 'deputy deadline']);
  });

  test('passes over who cannot be reached, and rings along who comes meanwhile', async () => {
    await arrive(app, ...ids('secondSpecialist', 'coordinator'));
    const requestId = await raise();
    expect(await ladder(requestId)).toMatchObject({
      step: 'deputy',
      skipped: [{ step: 'primary', because: 'nobody_reachable' }],
    });
    await arrive(app, ...ids('specialist'));
    await ringForDepartments(app.deps, [cardiology]);
    expect(await rings(requestId)).toEqual(['Test secondSpecialist', 'Test specialist']);
    expect((await ladder(requestId)).step).toBe('deputy');
  });

  test('with nobody on call rings the department at once, alarms the coordinator and says so', async () => {
    await putOnCall(app, {});
    await arrive(app, ...everybody);
    const requestId = await raise();
    expect(await ladder(requestId)).toMatchObject({
      step: 'department',
      skipped: [
        { step: 'primary', because: 'nobody_on_call' },
        { step: 'deputy', because: 'nobody_on_call' },
      ],
      alarm: 'nobody_on_call',
      phone: '0441 000000',
    });
    expect(await rings(requestId)).toEqual(['Test coordinator', 'Test secondSpecialist', 'Test specialist']);
  });

  test('with nobody reachable anywhere rings nobody and leads to the phone, until somebody comes', async () => {
    const requestId = await raise();
    expect(await ladder(requestId)).toMatchObject({
      step: 'coordination',
      ringing: [],
      alarm: 'nobody_reachable',
      firstRungAt: null,
    });
    await arrive(app, ...ids('secondSpecialist'));
    await ringForDepartments(app.deps, [cardiology]);
    expect(await rings(requestId)).toEqual(['Test secondSpecialist']);
  });

  test('moves on when the line of the only one who is rung is lost, and rings again when it is back', async () => {
    await arrive(app, ...everybody);
    const requestId = await raise();
    await depart(app, ...ids('specialist'));
    await pass(app, 5_000);
    await sweepLadders(app.deps);
    expect(await rings(requestId)).toEqual(['Test specialist']);
    await pass(app, 3_000);
    await sweepLadders(app.deps);
    expect(await steps(requestId)).toEqual(['primary raised', 'deputy lost']);
    expect(await rings(requestId)).toEqual(['Test secondSpecialist']);
    await arrive(app, ...ids('specialist'));
    await ringForDepartments(app.deps, [cardiology]);
    expect(await rings(requestId)).toEqual(['Test secondSpecialist', 'Test specialist']);
  });

  test('rings on for who takes pushes while no window is open', async () => {
    await arrive(app, ...ids('secondSpecialist'));
    await app.database.sql(
      `INSERT INTO push_device (account_id, endpoint, p256dh, auth) VALUES ($1, 'https://push.test.example/1', 'p', 'a')`,
      ids('specialist'),
    );
    const requestId = await raise();
    await pass(app, 20_000);
    await sweepLadders(app.deps);
    expect(await steps(requestId)).toEqual(['primary raised']);
    expect(await rings(requestId)).toEqual(['Test specialist']);
    await app.database.sql('DELETE FROM push_device');
  });

  test('moves on earlier when added values make it more urgent', async () => {
    await arrive(app, ...everybody);
    const requestId = await raise('today');
    expect((await ladder(requestId)).dueAt).toBe('2026-11-23T19:55:00.000Z');
    await later(60);
    await post(as.nurse, requestId, 'vital-signs', {
      vitals: { respiratoryRate: 26, oxygenSaturation: 90, consciousness: 'confusion' },
    });
    await later(1);
    expect(await steps(requestId)).toEqual(['primary raised', 'deputy deadline']);
    expect((await ladder(requestId)).dueAt).toBe('2026-11-23T19:41:41.000Z');
  });
});

describe('answers', () => {
  beforeEach(() => arrive(app, ...everybody));

  test('who declines is rung no more, and the next step begins at once', async () => {
    const requestId = await raise();
    expect((await post(as.specialist, requestId, 'decline', { reason: 'busy' })).status).toBe(200);
    expect(await post(as.specialist, requestId, 'decline', { reason: 'busy' })).toHaveProperty('status', 200);
    expect(await steps(requestId)).toEqual(['primary raised', 'deputy declined']);
    expect(await item(as.specialist)).toMatchObject({ ringing: false, ownAnswer: { answer: 'declined' } });
    await later(40);
    expect(await rings(requestId)).toEqual(['Test coordinator', 'Test secondSpecialist']);
  });

  test('"in five minutes" is told to the asking house, and rings again then', async () => {
    const requestId = await raise();
    const answer = await post(as.specialist, requestId, 'later');
    expect(answer.body).toEqual({ requestId, until: '2026-11-23T19:45:00.000Z' });
    expect((await post(as.specialist, requestId, 'later')).body).toEqual(answer.body);
    expect(await ladder(requestId)).toMatchObject({
      step: 'deputy',
      promised: [{ name: 'Test specialist', until: '2026-11-23T19:45:00.000Z' }],
    });
    await later(40);
    expect(await rings(requestId)).toEqual(['Test coordinator', 'Test secondSpecialist']);
    await later(260);
    expect(await rings(requestId)).toEqual(['Test coordinator', 'Test secondSpecialist', 'Test specialist']);
    expect((await ladder(requestId)).promised).toEqual([]);
  });

  test('who has promised may accept before, and a promise is kept by nobody else’s doing', async () => {
    const requestId = await raise();
    await post(as.specialist, requestId, 'later');
    expect((await post(as.specialist, requestId, 'claim')).status).toBe(200);
    await later(300);
    expect(await ladder(requestId)).toMatchObject({ step: null, ringing: [], promised: [] });
  });

  test('accepting, withdrawing and passing on end every ring', async () => {
    for (const [who, what, body] of [
      ['secondSpecialist', 'claim', {}],
      ['nurse', 'withdraw', { reason: 'ambulance_called' }],
      ['specialist', 'pass', { departmentId: departments.neurology.id }],
    ] as const) {
      await endUrgent(app);
      const requestId = await raise();
      await later(40);
      expect(await rings(requestId)).toHaveLength(2);
      expect((await post(as[who], requestId, what, body)).status).toBe(200);
      expect((await ladder(requestId)).ringing).toEqual([]);
      await later(40);
      expect((await ladder(requestId)).ringing).toEqual([]);
    }
  });

  test('a request that does not wait any more is neither declined nor promised', async () => {
    const requestId = await raise();
    await post(as.specialist, requestId, 'claim');
    for (const what of ['decline', 'later']) {
      const answer = await post(
        as.secondSpecialist,
        requestId,
        what,
        what === 'decline' ? { reason: 'busy' } : {},
      );
      expect([answer.status, answer.body.error.code]).toEqual([409, 'request_state']);
    }
    expect((await post(as.nurse, requestId, 'decline', { reason: 'busy' })).status).toBe(403);
  });

  test('handed back, it rings the others at once', async () => {
    const requestId = await raise();
    await post(as.specialist, requestId, 'claim');
    await post(as.specialist, requestId, 'hand-back', { reason: 'interrupted' });
    expect(await ladder(requestId)).toMatchObject({
      step: 'department',
      cameBack: { reason: 'handed_back', name: 'Test specialist', at: '2026-11-23T19:40:00.000Z' },
    });
    expect(await rings(requestId)).toEqual(['Test secondSpecialist']);
  });
});

describe('vanishing', () => {
  beforeEach(async () => {
    await arrive(app, ...everybody);
  });
  const accepted = async (urgency: string) => {
    const requestId = await raise(urgency);
    await post(as.specialist, requestId, 'claim');
    await depart(app, accounts.specialist.id);
    return requestId;
  };

  test('after twenty seconds without a line what was accepted waits again, first of its urgency, and is said', async () => {
    const requestId = await accepted('immediate');
    await pass(app, 19_000);
    await sweepVanished(app.deps);
    expect((await view(requestId)).request.status).toBe('accepted');
    await pass(app, 1_000);
    await Promise.all([sweepVanished(app.deps), sweepVanished(app.deps)]);
    expect(await view(requestId)).toMatchObject({
      request: { status: 'waiting' },
      claimedBy: null,
      ladder: {
        step: 'department',
        cameBack: { reason: 'vanished', name: 'Test specialist', at: '2026-11-23T19:40:20.000Z' },
      },
    });
    expect(await rings(requestId)).toEqual(['Test secondSpecialist']);
    expect((await item(as.secondSpecialist)).cameBack).toMatchObject({ reason: 'vanished' });
    expect(await steps(requestId)).toEqual(['primary raised', 'department vanished']);
    // Back again, the one who vanished is not rung in this round.
    await arrive(app, accounts.specialist.id);
    await ringForDepartments(app.deps, [cardiology]);
    expect(await rings(requestId)).toEqual(['Test secondSpecialist']);
  });

  test('a page loaded anew is no vanishing', async () => {
    const requestId = await accepted('urgent');
    await pass(app, 15_000);
    await arrive(app, accounts.specialist.id);
    await pass(app, 15_000);
    await sweepVanished(app.deps);
    expect((await view(requestId)).request.status).toBe('accepted');
  });

  test('who sits in the room has not vanished', async () => {
    const requestId = await accepted('urgent');
    await app.database.sql(
      `WITH c AS (INSERT INTO consultation (request_id, opened_at) VALUES ($1, $3) RETURNING id)
       INSERT INTO participation (consultation_id, account_id, side, joined_at) SELECT id, $2, 'provider', $3 FROM c`,
      [requestId, accounts.specialist.id, app.clock.now()],
    );
    await pass(app, 60_000);
    await sweepVanished(app.deps);
    expect((await view(requestId)).request.status).toBe('accepted');
  });
});
