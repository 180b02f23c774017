import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type BookingDesk, bookingDesk, clearBookings, nine, twentyPast } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { accounts, departments, organisations, practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
let third = '';
const first = practitioners.specialist.id;
const second = practitioners.secondSpecialist.id;
const overbook = { reason: 'Nur sie kennt den Fall' };

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
  await addRoster(app, { practitionerId: second, weekday: 2 });
  const [row] = await app.database.sql<{ id: string }>(
    `INSERT INTO practitioner (organisation_id, department_id, given_name, family_name) VALUES ($1, $2, 'Test', 'Drittprobe') RETURNING id`,
    [organisations.hospital.id, departments.cardiology.id],
  );
  third = row?.id ?? '';
});
beforeEach(async () => {
  await clearBookings(app);
  await app.database.sql('DELETE FROM absence');
  await app.database.sql('DELETE FROM pool');
});
afterAll(() => app.close());

const addPool = async (name: string, members: readonly string[]): Promise<string> => {
  const [row] = await app.database.sql<{ id: string }>(
    `INSERT INTO pool (department_id, name) VALUES ($1, $2) RETURNING id`,
    [departments.cardiology.id, name],
  );
  for (const member of members) {
    await app.database.sql(`INSERT INTO pool_member (pool_id, practitioner_id) VALUES ($1, $2)`, [
      row?.id,
      member,
    ]);
  }
  return row?.id ?? '';
};
const away = (practitionerId: string) =>
  app.database.sql(
    `INSERT INTO absence (department_id, practitioner_id, start_at, end_at, reason)
     VALUES ($1, $2, '2026-11-24T00:00Z', '2026-11-25T00:00Z', 'illness')`,
    [departments.cardiology.id, practitionerId],
  );

describe('handing over to a colleague', () => {
  it('keeps the time and tells the request who comes', async () => {
    const { bookingId, requestId } = await desk.booked();
    const given = await desk.handOver('specialist', bookingId, {
      practitionerId: second,
      note: 'Bin im Herzkatheter',
      sequence: 0,
    });
    expect(given.status).toBe(200);
    expect(given.body).toMatchObject({
      id: bookingId,
      practitionerId: second,
      startAt: nine.startAt,
      sequence: 1,
    });
    const request = (await desk.request('assistant', requestId)).body;
    expect(request).toMatchObject({ plannedStart: nine.startAt, provider: { practitioner: { id: second } } });
    expect(await desk.free('otherPhysician')).toContain(nine.startAt);
    expect((await desk.view('assistant', bookingId)).body.booking.note).toBe('Bin im Herzkatheter');
    const event = (await desk.events('booking', bookingId)).at(-1);
    expect(event).toMatchObject({
      type: 'booking.handed_over',
      payload: {
        fromPractitionerId: first,
        practitionerId: second,
        startAt: nine.startAt,
        overbooked: false,
      },
    });
    expect(JSON.stringify(event)).not.toContain('Herzkatheter');
  });

  it('is a specialist’s for the own ones, and never the practice’s', async () => {
    const { bookingId } = await desk.booked();
    const to = { practitionerId: second, sequence: 0 };
    for (const [name, status] of [
      ['secondSpecialist', 403],
      ['assistant', 403],
      ['neurologist', 404],
      ['otherPhysician', 404],
      ['coordinator', 200],
    ] as const) {
      expect((await desk.handOver(name, bookingId, to)).status).toBe(status);
    }
  });

  it('who is taken or away is refused, unless the coordinator overbooks', async () => {
    const { bookingId } = await desk.booked();
    await desk.booked({ ...nine, practitionerId: second }, 'otherPhysician');
    const to = { practitionerId: second, sequence: 0 };
    const taken = await desk.handOver('specialist', bookingId, to);
    expect(taken.body.error).toMatchObject({
      code: 'colleague_taken',
      fields: { practitionerId: 'colleague_taken' },
    });
    expect(taken.body.error.data).toBeUndefined();
    await away(third);
    const absent = await desk.handOver('coordinator', bookingId, { ...to, practitionerId: third });
    expect(absent.body.error).toMatchObject({ code: 'practitioner_absent', data: { overbookable: true } });
    expect((await desk.handOver('specialist', bookingId, { ...to, overbook })).status).toBe(403);
    const marked = await desk.handOver('coordinator', bookingId, { ...to, overbook });
    expect(marked.body).toMatchObject({ practitionerId: second, overbooked: overbook.reason });
    // Given back to somebody who is free, it is an ordinary one again.
    const back = await desk.handOver('coordinator', bookingId, { practitionerId: first, sequence: 1 });
    expect(back.body).toMatchObject({ practitionerId: first, overbooked: null, sequence: 2 });
  });

  it('of two at one colleague’s time one wins', async () => {
    const one = await desk.booked();
    await addRoster(app, { practitionerId: third });
    const other = await desk.booked({ ...nine, practitionerId: third }, 'otherPhysician');
    const answers = await Promise.all([
      desk.handOver('specialist', one.bookingId, { practitionerId: second, sequence: 0 }),
      desk.handOver('coordinator', other.bookingId, { practitionerId: second, sequence: 0 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await app.database.sql('DELETE FROM roster WHERE practitioner_id = $1', [third]);
  });

  it.each<[string, object, number, object]>([
    ['nobody', {}, 422, { code: 'choose_one' }],
    ['the same person', { practitionerId: first }, 422, { code: 'same_person' }],
    [
      'another department',
      { practitionerId: practitioners.neurologist.id },
      404,
      { code: 'practitioner_not_found' },
    ],
    ['a practice', { practitionerId: practitioners.physician.id }, 404, { code: 'practitioner_not_found' }],
    ['a pool that is none', { poolId: accounts.nurse.id }, 404, { code: 'pool_not_found' }],
    ['whom an older window shows', { practitionerId: second, sequence: 3 }, 409, { code: 'booking_changed' }],
  ])('to %s is refused', async (_, to, status, error) => {
    const { bookingId } = await desk.booked();
    const answer = await desk.handOver('coordinator', bookingId, { sequence: 0, ...to });
    expect(answer.body.error).toMatchObject(error);
    expect(answer.status).toBe(status);
    expect((await desk.view('coordinator', bookingId)).body.booking).toMatchObject({ ...nine, sequence: 0 });
  });
});

describe('handing over to a pool', () => {
  it('gives it to whoever is free, those with hours first', async () => {
    const poolId = await addPool('Alle', [first, second, third]);
    const one = await desk.booked();
    const given = await desk.handOver('coordinator', one.bookingId, { poolId, sequence: 0 });
    expect(given.body).toMatchObject({ practitionerId: second, poolId, sequence: 1 });
    const two = await desk.booked({ ...nine }, 'otherPhysician');
    expect(
      (await desk.handOver('coordinator', two.bookingId, { poolId, sequence: 0 })).body.practitionerId,
    ).toBe(third);
    const three = await desk.booked({ ...nine }, 'otherPhysician');
    const nobody = await desk.handOver('coordinator', three.bookingId, { poolId, sequence: 0 });
    expect(nobody.body.error).toMatchObject({
      code: 'pool_nobody_free',
      fields: { poolId: 'pool_nobody_free' },
    });
  });

  it('stays the pool’s in the hands of its people only', async () => {
    const poolId = await addPool('Zwei', [first, second]);
    const { bookingId } = await desk.booked();
    await desk.handOver('coordinator', bookingId, { poolId, sequence: 0 });
    const within = await desk.handOver('coordinator', bookingId, { practitionerId: first, sequence: 1 });
    expect(within.body.poolId).toBe(poolId);
    const outside = await desk.handOver('coordinator', bookingId, { practitionerId: third, sequence: 2 });
    expect(outside.body.poolId).toBeNull();
  });
});

it('the choice shows who is free, in hours, and how much each has that day', async () => {
  const poolId = await addPool('Alle', [first, second, third]);
  const { bookingId } = await desk.booked();
  await desk.booked({ ...twentyPast, practitionerId: second }, 'otherPhysician');
  await away(third);
  const answer = await desk.colleagues('specialist', bookingId);
  expect(answer.body).toEqual({
    people: [
      { id: second, name: 'Dr. med. Test Herzprobe', obstacle: null, inRoster: true, bookings: 1 },
      { id: third, name: 'Test Drittprobe', obstacle: 'absent', inRoster: false, bookings: 0 },
    ],
    pools: [{ id: poolId, name: 'Alle', free: 1 }],
  });
  expect((await desk.colleagues('assistant', bookingId)).status).toBe(403);
  expect((await desk.colleagues('neurologist', bookingId)).status).toBe(404);
});
