import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import {
  bookedBy,
  clearPlan,
  first,
  lastChange,
  openPlanners,
  planOf,
  second,
  weekly,
} from '../support/plan.ts';
import { addRoster } from '../support/scheduling.ts';
import { departments, practitioners } from '../support/world.ts';

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

/** Hours of the first cardiologist. */
const hours = { ...weekly, practitionerId, bufferAfterMinutes: 5, minimumNoticeMinutes: 60 };

describe('hours hours', () => {
  it('are added, changed and removed; a dry run changes nothing', async () => {
    const dry = await coordinator
      .post('/api/rosters')
      .send({ ...hours, dryRun: true })
      .expect(201);
    expect(dry.body).toEqual({ saved: false, roster: null, affected: [] });
    expect((await planOf(coordinator)).rosters).toEqual([]);
    const added = await coordinator.post('/api/rosters').send(hours).expect(201);
    expect(added.body).toMatchObject({ saved: true, roster: hours });
    const { id } = added.body.roster;
    expect(await lastChange(app)).toEqual({
      type: 'roster.changed',
      payload: { departmentId: departments.cardiology.id, practitionerId, change: 'created', affected: 0 },
    });
    const later = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...hours, until: '11:00' })
      .expect(200);
    expect(later.body.roster).toMatchObject({ id, until: '11:00' });
    await coordinator.delete(`/api/rosters/${id}`).query({ dryRun: 'true' }).expect(200);
    expect((await planOf(coordinator)).rosters).toHaveLength(1);
    await coordinator.delete(`/api/rosters/${id}`).expect(200);
    expect((await planOf(coordinator)).rosters).toEqual([]);
    await coordinator.delete(`/api/rosters/${id}`).expect(404);
  });

  it('tell which bookings they would leave behind, and leave them', async () => {
    const id = await addRoster(app);
    const bookingId = await bookedBy(practice);
    const shorter = { ...hours, from: '09:10' };
    const dry = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...shorter, dryRun: true })
      .expect(200);
    expect(dry.body).toMatchObject({
      saved: false,
      affected: [{ id: bookingId, requester: { name: 'Praxis Muster' } }],
    });
    const moved = { ...hours, practitionerId: second };
    const toColleague = await coordinator
      .put(`/api/rosters/${id}`)
      .send({ ...moved, dryRun: true })
      .expect(200);
    expect(toColleague.body.affected).toHaveLength(1);
    const removal = await coordinator.delete(`/api/rosters/${id}`).query({ dryRun: 'true' }).expect(200);
    expect(removal.body).toMatchObject({ saved: false, affected: [{ id: bookingId }] });
    const saved = await coordinator.put(`/api/rosters/${id}`).send(shorter).expect(200);
    expect(saved.body).toMatchObject({ saved: true, affected: [{ id: bookingId }] });
    expect((await planOf(coordinator)).bookings).toMatchObject([{ id: bookingId, requestStatus: 'planned' }]);
    expect(await lastChange(app)).toMatchObject({ payload: { change: 'changed', affected: 1 } });
  });

  it('of one person never overlap, also when two add them at once', async () => {
    await addRoster(app);
    const overlapping = { ...hours, from: '09:40', until: '12:00' };
    const answer = await coordinator.post('/api/rosters').send(overlapping).expect(409);
    expect(answer.body.error).toMatchObject({ code: 'roster_overlap', fields: { from: 'roster_overlap' } });
    await coordinator
      .post('/api/rosters')
      .send({ ...overlapping, practitionerId: second })
      .expect(201);
    const wednesday = { ...hours, weekday: 3 };
    const twice = await Promise.all([1, 2].map(() => coordinator.post('/api/rosters').send(wednesday)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    [{ until: '09:00' }, { until: 'times_order' }],
    [{ until: '09:10' }, { slotMinutes: 'slot_too_long' }],
    [{ validUntil: '2026-11-01' }, { validUntil: 'times_order' }],
    [{ slotMinutes: 4 }, { slotMinutes: 'too_low' }],
    [{ weekday: 8 }, { weekday: 'too_big' }],
    [{ from: '9:00' }, { from: 'time_invalid' }],
    [{ until: '24:30' }, { until: 'time_invalid' }],
    [{ validFrom: '2026-02-30' }, { validFrom: 'date_invalid' }],
    [{ colour: 'red' }, { colour: 'unknown_field' }],
  ])('are refused with %j', async (change, fields) => {
    const answer = await coordinator
      .post('/api/rosters')
      .send({ ...hours, ...change })
      .expect(422);
    expect(answer.body.error.fields).toEqual(fields);
  });

  it('are kept by the coordinator, the own ones by the specialist, and by nobody else', async () => {
    const id = await addRoster(app, { practitionerId: second });
    await specialist.post('/api/rosters').send(hours).expect(201);
    await specialist
      .post('/api/rosters')
      .send({ ...hours, practitionerId: second })
      .expect(403);
    await specialist.delete(`/api/rosters/${id}`).expect(403);
    await practice.post('/api/rosters').send(hours).expect(403);
    const neurologist = await app.signIn('neurologist');
    await neurologist.delete(`/api/rosters/${id}`).expect(404);
    await neurologist
      .put(`/api/rosters/${id}`)
      .send({ ...hours, practitionerId: practitioners.neurologist.id })
      .expect(404);
    await coordinator
      .post('/api/rosters')
      .send({ ...hours, practitionerId: practitioners.neurologist.id })
      .expect(404);
  });
});
