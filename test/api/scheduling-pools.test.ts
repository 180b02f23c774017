import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { clearPlan, first, makePool, openPlanners, planOf, second } from '../support/plan.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let coordinator: Agent;
let specialist: Agent;
let practice: Agent;

beforeAll(async () => {
  ({ app, coordinator, specialist, practice } = await openPlanners());
});
beforeEach(() => clearPlan(app));
afterAll(() => app.close());

describe('a pool', () => {
  it('is made, renamed and removed by the coordinator, and told to open windows', async () => {
    const id = await makePool(coordinator);
    expect((await planOf(coordinator)).pools).toEqual([
      { id, name: 'Kardiologie allgemein', members: [first, second] },
    ]);
    const changed = await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'Echo', members: [second, second] })
      .expect(200);
    expect(changed.body).toEqual({
      saved: true,
      affected: [],
      pool: { id, name: 'Echo', members: [second] },
    });
    await coordinator.delete(`/api/pools/${id}`).expect(200);
    expect((await planOf(coordinator)).pools).toEqual([]);
    const gone = await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'Echo', members: [first] })
      .expect(404);
    expect(gone.body.error.code).toBe('pool_not_found');
    const events = await app.database.sql(
      `SELECT payload FROM event_log WHERE type = 'pool.changed' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(events.map(({ payload }) => payload)).toEqual(
      [{ change: 'created' }, { change: 'changed', affected: 0 }, { change: 'removed', affected: 0 }].map(
        (said) => ({ departmentId: departments.cardiology.id, ...said }),
      ),
    );
  });

  it('has a name of its own in its department, until it is removed', async () => {
    const id = await makePool(coordinator, 'Echo');
    const other = await makePool(coordinator, 'Rhythmus');
    const fields = { name: 'pool_name_taken' };
    const again = await coordinator
      .post('/api/pools')
      .send({ name: 'ECHO', members: [first] })
      .expect(409);
    expect(again.body.error).toMatchObject({ code: 'pool_name_taken', fields });
    const renamed = await coordinator
      .put(`/api/pools/${other}`)
      .send({ name: 'Echo', members: [first] })
      .expect(409);
    expect(renamed.body.error).toMatchObject({ code: 'pool_name_taken', fields });
    await coordinator
      .put(`/api/pools/${id}`)
      .send({ name: 'echo', members: [first] })
      .expect(200);
    await coordinator.delete(`/api/pools/${id}`).expect(200);
    await makePool(coordinator, 'Echo');
  });

  it('is of people of the department, kept by its coordinator', async () => {
    const id = await makePool(coordinator);
    const stranger = await coordinator
      .post('/api/pools')
      .send({ name: 'Neuro', members: [practitioners.neurologist.id] })
      .expect(422);
    expect(stranger.body.error).toMatchObject({
      code: 'practitioner_not_found',
      fields: { members: 'practitioner_not_found' },
    });
    const nobody = await coordinator.post('/api/pools').send({ name: 'Leer', members: [] }).expect(422);
    expect(nobody.body.error.fields).toEqual({ members: 'required' });
    for (const agent of [specialist, practice]) {
      await agent
        .post('/api/pools')
        .send({ name: 'Eigen', members: [first] })
        .expect(403);
      await agent.delete(`/api/pools/${id}`).expect(403);
    }
    await (await app.signIn('neurologist')).get(`/api/pools/${id}/load`).expect(404);
    expect((await planOf(specialist)).coordinates).toBe(false);
    expect(await planOf(coordinator)).toMatchObject({ coordinates: true, pools: [{ id }] });
  });
});
