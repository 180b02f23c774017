/**
 * Holds, bookings, moves, hand-overs, cancellations and overbooking in any order, with time going by, against a model
 * in memory: after each step the table and the model say the same, and no two overlap but where one is marked.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { patient } from '../support/booking.ts';
import { BookingModel, hours, people, type Row } from '../support/booking-model.ts';
import { bookingSteps, type StepWorld } from '../support/booking-steps.ts';
import { addRoster } from '../support/scheduling.ts';
import { departments } from '../support/world.ts';

let app: TestApp;
let world: StepWorld;

beforeAll(async () => {
  app = await createTestApp();
  const agents = {
    assistant: await app.signIn('assistant'),
    otherPhysician: await app.signIn('otherPhysician'),
    coordinator: await app.signIn('coordinator'),
  };
  const patientOf = async (name: 'assistant' | 'otherPhysician'): Promise<string> =>
    (await agents[name].post('/api/patients').send(patient()).expect(201)).body.id;
  world = {
    app,
    agents,
    agrees,
    poolId: await makeRosters(),
    patients: { assistant: await patientOf('assistant'), otherPhysician: await patientOf('otherPhysician') },
  };
});
afterAll(() => app.close());

/** The hours of the model: two people with their own, and a pool of both. */
async function makeRosters(): Promise<string> {
  const [pool] = await app.database.sql<{ id: string }>(
    `INSERT INTO pool (department_id, name) VALUES ($1, 'Beide') RETURNING id`,
    [departments.cardiology.id],
  );
  for (const id of Object.values(people)) {
    await app.database.sql(`INSERT INTO pool_member (pool_id, practitioner_id) VALUES ($1, $2)`, [
      pool?.id,
      id,
    ]);
  }
  const clock = (minutes: number) =>
    `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  for (const [whose, { from, until, slot, buffer }] of Object.entries(hours)) {
    const times = { from: clock(from), until: clock(until), slot, before: buffer, after: buffer };
    const id = await addRoster(app, { ...times, practitionerId: whose === 'b' ? people.b : people.a });
    const toPool = `UPDATE roster SET practitioner_id = null, pool_id = $2 WHERE id = $1`;
    if (whose === 'pool') await app.database.sql(toPool, [id, pool?.id]);
  }
  return pool?.id ?? '';
}

/** Everything that was acknowledged is there once, as it was acknowledged, and nothing else. */
async function agrees(model: BookingModel): Promise<void> {
  const stored = await app.database.sql(
    `SELECT id, state::text, practitioner_id AS who, start_at, end_at, blocked_from, blocked_until, overbooked, sequence,
       pool_id IS NOT NULL AS pool, held_until FROM booking WHERE held_until IS NULL OR held_until > $1 ORDER BY id`,
    [app.clock.now()],
  );
  const known = [...model.active(), ...model.rows.filter(({ state }) => state === 'cancelled')]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      state: row.state,
      who: people[row.person],
      start_at: new Date(row.start),
      end_at: new Date(row.end),
      blocked_from: new Date(row.from),
      blocked_until: new Date(row.until),
      overbooked: row.overbooked,
      sequence: row.sequence,
      pool: row.pool,
      held_until: row.state === 'held' ? new Date(row.heldUntil) : null,
    }));
  expect(stored).toEqual(known);
  expect(clashes(model.active())).toEqual([]);
}

/** Two of one person at one time, and neither is marked. */
const clashes = (rows: readonly Row[]): Row[] =>
  rows.filter((a) =>
    rows.some(
      (b) =>
        a !== b &&
        a.person === b.person &&
        a.from < b.until &&
        b.from < a.until &&
        !a.overbooked &&
        !b.overbooked,
    ),
  );

/** No step is missing in what a booking's page tells, and the sequence counts those that a calendar must hear of. */
async function isTold(model: BookingModel): Promise<void> {
  const steps = await app.deps.db.system(
    (tx) => tx.$queryRaw<{ id: string; types: string[] }[]>`
      SELECT booking_id::text AS id, array_agg(type ORDER BY event_id) AS types FROM booking_history GROUP BY booking_id`,
  );
  const told = new Map(steps.map(({ id, types }) => [id, types]));
  for (const { id, history, sequence } of model.rows.filter(({ state }) => state !== 'held')) {
    expect(told.get(id)).toEqual(history);
    const changes = history.filter((type) => type === 'booking.moved' || type === 'booking.handed_over');
    expect(changes).toHaveLength(sequence);
  }
}

it('does what the model says, whatever happens in whatever order', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(bookingSteps(world), async (steps) => {
      const model = new BookingModel();
      app.clock.set(new Date(model.now));
      await app.database.sql('DELETE FROM booking');
      await fc.asyncModelRun(() => ({ model, real: {} }), steps);
      await isTold(model);
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
