import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type BookingDesk, bookingDesk, clearBookings } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { departments, practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
let poolId = '';
const people = [practitioners.specialist.id, practitioners.secondSpecialist.id];
const nine = '2026-11-24T08:00:00.000Z';
const twentyPast = '2026-11-24T08:20:00.000Z';

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  const [pool] = await app.database.sql<{ id: string }>(
    `INSERT INTO pool (department_id, name) VALUES ($1, 'Kardiologie gemeinsam') RETURNING id`,
    [departments.cardiology.id],
  );
  poolId = pool?.id ?? '';
  for (const id of people) {
    await app.database.sql(`INSERT INTO pool_member (pool_id, practitioner_id) VALUES ($1, $2)`, [
      poolId,
      id,
    ]);
  }
  const roster = await addRoster(app);
  await app.database.sql(`UPDATE roster SET practitioner_id = null, pool_id = $2 WHERE id = $1`, [
    roster,
    poolId,
  ]);
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('a time of a pool', () => {
  it('is held for one of its people, whose name is said', async () => {
    const held = await desk.hold('assistant', { poolId, startAt: nine });
    expect(held.status).toBe(201);
    expect(people).toContain(held.body.practitionerId);
    expect(held.body).toMatchObject({
      poolId,
      startAt: nine,
      practitionerName: expect.stringContaining('Herz'),
    });
    const booked = await desk.book('assistant', { holdId: held.body.id });
    expect(booked.body).toMatchObject({ bookingId: held.body.id, practitionerId: held.body.practitionerId });
    expect((await desk.view('assistant', held.body.id)).body.booking).toMatchObject({
      poolId,
      pool: { name: 'Kardiologie gemeinsam' },
    });
    expect((await desk.events('booking', held.body.id))[0]?.payload).toMatchObject({ poolId });
  });

  it('goes to as many at once as are free, each to another', async () => {
    const answers = await Promise.all(
      (['assistant', 'otherPhysician', 'physician', 'otherAssistant'] as const).map((name) =>
        desk.book(name, { poolId, startAt: nine }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    const given = answers.flatMap(({ body }) => body.practitionerId ?? []);
    expect(given.sort()).toEqual([...people].sort());
    const lost = answers.find(({ status }) => status === 409)?.body.error;
    expect(lost).toMatchObject({ code: 'slot_taken', fields: { startAt: 'slot_taken' } });
    expect(lost.data.nearest[0]).toMatchObject({
      poolId,
      practitionerId: null,
      startAt: twentyPast,
      people: 2,
    });
  });

  it('is not booked by name', async () => {
    const byName = await desk.hold('assistant', { practitionerId: people[0], startAt: nine });
    expect(byName.body.error.code).toBe('slot_outside_roster');
  });

  it('is moved to within the pool, and by the department to a person of it', async () => {
    const { bookingId } = await desk.booked({ poolId, startAt: nine });
    const moved = await desk.move('assistant', bookingId, { poolId, startAt: twentyPast, sequence: 0 });
    expect(moved.body).toMatchObject({ poolId, startAt: twentyPast, sequence: 1 });
    const named = await desk.move('coordinator', bookingId, {
      practitionerId: people[1],
      startAt: nine,
      sequence: 1,
    });
    expect(named.body).toMatchObject({ practitionerId: people[1], poolId, startAt: nine });
    const both = { poolId, startAt: nine, overbook: { reason: 'Dringend' } };
    await desk.booked({ poolId, startAt: twentyPast });
    await desk.booked({ poolId, startAt: twentyPast });
    const full = await desk.move('coordinator', bookingId, { ...both, startAt: twentyPast, sequence: 2 });
    // "Whoever is free" and "although nobody is" do not go together.
    expect(full.body.error.code).toBe('choose_one');
  });

  it.each<[string, object, string]>([
    ['in the past', { startAt: '2026-11-17T08:00:00.000Z' }, 'slot_in_past'],
    ['off the grid', { startAt: '2026-11-24T08:10:00.000Z' }, 'slot_outside_roster'],
    ['too far ahead', { startAt: '2027-01-05T08:00:00.000Z' }, 'slot_beyond_furthest_day'],
    ['of a pool that is none', { poolId: practitioners.specialist.id }, 'pool_not_found'],
    ['of a pool and a person', { practitionerId: practitioners.specialist.id }, 'choose_one'],
  ])('%s is refused', async (_, change, code) => {
    const answer = await desk.hold('assistant', { poolId, startAt: nine, ...change });
    expect(answer.body.error.code).toBe(code);
    expect(await app.database.sql('SELECT id FROM booking')).toEqual([]);
  });
});
