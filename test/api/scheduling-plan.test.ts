import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { bookedBy, clearPlan, first, openPlanners, planOf, second, week } from '../support/plan.ts';
import { addRoster } from '../support/scheduling.ts';
import { organisations } from '../support/world.ts';

const practitionerId = first;
let app: TestApp;
let coordinator: Agent;
let specialist: Agent;
let practice: Agent;

beforeAll(async () => {
  ({ app, coordinator, specialist, practice } = await openPlanners());
});
beforeEach(() => clearPlan(app));
afterAll(() => app.close());

describe('the plan', () => {
  it('holds everything that a week needs', async () => {
    const rosterId = await addRoster(app);
    await addRoster(app, { practitionerId: second, weekday: 4, from: '22:00', until: '24:00' });
    const bookingId = await bookedBy(practice);
    const absence = {
      practitionerId: second,
      startAt: '2026-11-26T23:00:00.000Z',
      endAt: '2026-11-27T23:00:00.000Z',
      reason: 'leave',
    };
    await coordinator.post('/api/absences').send(absence).expect(201);
    await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId: second, day: '2026-11-25', intervals: [{ from: '08:00', until: '09:00' }] })
      .expect(200);
    expect(await planOf(coordinator)).toMatchObject({
      department: { name: 'Kardiologie', specialtyCode: 'cardiology' },
      people: [{ id: practitionerId, name: 'Dr. med. Test Herzmuster' }, { id: second }],
      rosters: [{ id: rosterId, from: '09:00', until: '10:00', weekday: 2 }, { until: '24:00' }],
      overrides: [{ day: '2026-11-25', intervals: [{ from: '08:00', until: '09:00' }] }],
      absences: [absence],
      holidays: [],
      bands: [
        {
          practitionerId,
          rosterId,
          overrideId: null,
          startAt: '2026-11-24T08:00:00.000Z',
          endAt: '2026-11-24T09:00:00.000Z',
        },
        {
          practitionerId: second,
          rosterId: null,
          startAt: '2026-11-25T07:00:00.000Z',
          endAt: '2026-11-25T08:00:00.000Z',
        },
        { practitionerId: second, startAt: '2026-11-26T21:00:00.000Z', endAt: '2026-11-26T23:00:00.000Z' },
      ],
      bookings: [{ id: bookingId, requester: { name: 'Praxis Muster' } }],
      mayChange: [practitionerId, second],
    });
  });

  it('knows holidays, and is the department’s own', async () => {
    const christmas = await coordinator
      .get('/api/plan')
      .query({ from: '2026-12-21', until: '2026-12-28' })
      .expect(200);
    expect(christmas.body.holidays).toEqual([
      { day: '2026-12-25', code: 'ersterweihnachtsfeiertag' },
      { day: '2026-12-26', code: 'zweiterweihnachtsfeiertag' },
    ]);
    expect((await planOf(specialist)).mayChange).toEqual([practitionerId]);
    expect((await planOf(await app.signIn('neurologist'))).people).toHaveLength(1);
    await practice.get('/api/plan').query(week).expect(403);
    await coordinator.get('/api/plan').query({ from: '2026-11-23', until: '2027-11-23' }).expect(422);
  });

  it('shows what somebody has open right now', async () => {
    await addRoster(app);
    const time = { practitionerId: first, startAt: '2026-11-24T08:00:00.000Z' };
    const { id, heldUntil } = (await practice.post('/api/holds').send(time).expect(201)).body;
    expect((await planOf(coordinator)).holds).toEqual([
      {
        id,
        ...time,
        endAt: '2026-11-24T08:20:00.000Z',
        heldUntil,
        by: organisations.practice.name,
        waiting: false,
      },
    ]);
    expect((await planOf(await app.signIn('neurologist'))).holds).toEqual([]);
    app.clock.advance(5 * 60_000);
    expect((await planOf(coordinator)).holds).toEqual([]);
    app.clock.advance(-5 * 60_000);
  });
});
