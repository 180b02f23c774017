import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { book, patient } from '../support/booking.ts';
import { clearPlan, first, makePool, openPlanners, openPool, second, weekly } from '../support/plan.ts';

let app: TestApp;
let coordinator: Agent;
let practice: Agent;

beforeAll(async () => {
  ({ app, coordinator, practice } = await openPlanners());
});
beforeEach(() => clearPlan(app));
afterAll(() => app.close());

describe('a time of a pool', () => {
  it('goes to who has fewest of its times in the month', async () => {
    const { poolId } = await openPool(coordinator, { furthestDaysAhead: 60 });
    const days = ['2026-12-01', '2026-12-08', '2026-12-15'];
    const starts = days.flatMap((day) => ['08:00', '08:20', '08:40'].map((time) => `${day}T${time}:00.000Z`));
    const assigned: string[] = [];
    for (const startAt of starts.slice(0, 7)) {
      const answer = await book(practice, { poolId, startAt, patient: patient() }).expect(201);
      assigned.push(answer.body.practitionerId);
    }
    const mine = assigned.filter((id) => id === first).length;
    expect([3, 4]).toContain(mine);
    const load = await coordinator.get(`/api/pools/${poolId}/load`).expect(200);
    expect(load.body.months).toEqual([
      {
        month: '2026-11',
        people: [first, second].map((practitionerId) => ({ practitionerId, bookings: 0 })),
      },
      {
        month: '2026-12',
        people: [
          { practitionerId: first, bookings: mine },
          { practitionerId: second, bookings: 7 - mine },
        ],
      },
      {
        month: '2027-01',
        people: [first, second].map((practitionerId) => ({ practitionerId, bookings: 0 })),
      },
    ]);
  });

  it('goes round fairly also when many book at once', async () => {
    const poolId = await makePool(coordinator);
    for (const weekday of [2, 3]) {
      await coordinator
        .post('/api/rosters')
        .send({ ...weekly, poolId, weekday, furthestDaysAhead: 60 })
        .expect(201);
    }
    const agents = [practice, await app.signIn('otherPhysician'), await app.signIn('otherAssistant')];
    const days = ['2026-12-01', '2026-12-02', '2026-12-08', '2026-12-09'];
    const starts = days.flatMap((day) => ['08:00', '08:20', '08:40'].map((time) => `${day}T${time}:00.000Z`));
    const answers = await Promise.all(
      starts.map((startAt, at) =>
        book(agents[at % agents.length] ?? practice, { poolId, startAt, patient: patient() }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(starts.map(() => 201));
    const load = await coordinator.get(`/api/pools/${poolId}/load`).expect(200);
    expect(load.body.months[1].people).toEqual(
      [first, second].map((practitionerId) => ({ practitionerId, bookings: 6 })),
    );
  });

  it('is there for two who want it at once, and not for a third', async () => {
    const { poolId } = await openPool(coordinator);
    const startAt = '2026-11-24T08:00:00.000Z';
    const others = await Promise.all([app.signIn('otherPhysician'), app.signIn('assistant')]);
    const answers = await Promise.all(
      [practice, ...others].map((agent) => book(agent, { poolId, startAt, patient: patient() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error).toMatchObject({
      code: 'slot_taken',
      data: {
        nearest: [{ poolId, practitionerId: null, startAt: '2026-11-24T08:20:00.000Z', people: 2 }, {}, {}],
      },
    });
  });
});
