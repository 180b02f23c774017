import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { bookedBy, clearPlan, first, lastChange, openPlanners, planOf } from '../support/plan.ts';
import { addRoster } from '../support/scheduling.ts';

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

describe('a single day', () => {
  it('is replaced, replaced again and restored', async () => {
    const day = { practitionerId, day: '2026-11-24', intervals: [{ from: '14:00', until: '15:00' }] };
    await addRoster(app);
    const bookingId = await bookedBy(practice);
    const dry = await coordinator
      .put('/api/roster-overrides')
      .send({ ...day, dryRun: true })
      .expect(200);
    expect(dry.body).toMatchObject({ saved: false, affected: [{ id: bookingId }] });
    const first = await coordinator.put('/api/roster-overrides').send(day).expect(200);
    const second = await coordinator
      .put('/api/roster-overrides')
      .send({ ...day, intervals: [] })
      .expect(200);
    expect(second.body.override.id).toBe(first.body.override.id);
    expect((await planOf(coordinator)).bands).toEqual([]);
    const neurologist = await app.signIn('neurologist');
    await neurologist.delete(`/api/roster-overrides/${first.body.override.id}`).expect(404);
    await coordinator.delete(`/api/roster-overrides/${first.body.override.id}`).expect(200);
    expect((await planOf(coordinator)).bands).toHaveLength(1);
  });

  it('cannot overlap itself', async () => {
    const intervals = [
      { from: '09:00', until: '10:00' },
      { from: '09:30', until: '11:00' },
    ];
    const answer = await coordinator
      .put('/api/roster-overrides')
      .send({ practitionerId, day: '2026-11-24', intervals })
      .expect(422);
    expect(answer.body.error).toMatchObject({
      code: 'roster_overlap',
      fields: { 'intervals.1.from': 'roster_overlap' },
    });
  });
});

describe('an absence', () => {
  const away = {
    practitionerId,
    startAt: '2026-11-24T07:00:00.000Z',
    endAt: '2026-11-24T08:10:00.000Z',
    reason: 'illness',
  };

  it('tells whom it hits, is saved, moved and removed', async () => {
    await addRoster(app);
    const bookingId = await bookedBy(practice);
    const dry = await specialist
      .post('/api/absences')
      .send({ ...away, dryRun: true })
      .expect(201);
    expect(dry.body).toMatchObject({ saved: false, absence: null, affected: [{ id: bookingId }] });
    const saved = await specialist.post('/api/absences').send(away).expect(201);
    expect(saved.body).toMatchObject({ saved: true, absence: away, affected: [{ id: bookingId }] });
    const { id } = saved.body.absence;
    expect(await lastChange(app)).toMatchObject({
      type: 'absence.changed',
      payload: { change: 'created', affected: 1 },
    });
    const moved = await coordinator
      .put(`/api/absences/${id}`)
      .send({ ...away, endAt: '2026-11-24T08:00:00.000Z' })
      .expect(200);
    expect(moved.body.affected).toEqual([]);
    const colleagueSees = await planOf(await app.signIn('secondSpecialist'));
    expect(colleagueSees.absences).toMatchObject([{ id, reason: 'other' }]);
    expect((await planOf(coordinator)).absences).toMatchObject([{ id, reason: 'illness' }]);
    await (await app.signIn('neurologist')).delete(`/api/absences/${id}`).expect(404);
    await coordinator.delete(`/api/absences/${id}`).expect(200);
    expect((await planOf(coordinator)).absences).toEqual([]);
  });

  it('ends after it begins', async () => {
    const answer = await coordinator
      .post('/api/absences')
      .send({ ...away, endAt: away.startAt })
      .expect(422);
    expect(answer.body.error.fields).toEqual({ endAt: 'times_order' });
  });
});
