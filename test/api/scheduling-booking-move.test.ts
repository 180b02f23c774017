import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import {
  type BookingDesk,
  bookingDesk,
  clearBookings,
  nextWeek,
  nine,
  twentyPast,
  twentyTo,
} from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { accounts, departments, practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
const second = practitioners.secondSpecialist.id;
const wednesday = { practitionerId: second, startAt: '2026-11-25T08:00:00.000Z' };
const overbook = { reason: 'Dringende Kontrolle' };

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
  await addRoster(app, { practitionerId: second, weekday: 3, slot: 30, before: 5, after: 5 });
  await addRoster(app, {
    practitionerId: practitioners.neurologist.id,
    departmentId: departments.neurology.id,
    weekday: 3,
  });
});
beforeEach(async () => {
  await clearBookings(app);
  await app.database.sql('DELETE FROM absence');
});
afterAll(() => app.close());

describe('moving by the practice', () => {
  it('frees the old time exactly when it takes the new one, and keeps the booking', async () => {
    const { bookingId, requestId } = await desk.booked();
    const moved = await desk.move('assistant', bookingId, { ...twentyTo, sequence: 0 });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({
      id: bookingId,
      ...twentyTo,
      endAt: '2026-11-24T09:00:00.000Z',
      sequence: 1,
      overbooked: null,
      requestStatus: 'planned',
    });
    expect(await desk.free('otherPhysician')).toContain(nine.startAt);
    expect(await desk.free('otherPhysician')).not.toContain(twentyTo.startAt);
    await desk.booked(nine, 'otherPhysician');
    expect((await desk.request('assistant', requestId)).body).toMatchObject({
      status: 'planned',
      bookingId,
      plannedStart: twentyTo.startAt,
      plannedEnd: '2026-11-24T09:00:00.000Z',
      // Nobody had named a deadline: it moves along.
      answerDueAt: '2026-11-27T09:00:00.000Z',
    });
    expect((await desk.events('booking', bookingId)).at(-1)).toMatchObject({
      type: 'booking.moved',
      payload: {
        departmentId: departments.cardiology.id,
        practitionerId: nine.practitionerId,
        fromPractitionerId: nine.practitionerId,
        fromStartAt: nine.startAt,
        startAt: twentyTo.startAt,
        sequence: 1,
        side: 'requester',
        overbooked: false,
      },
    });
  });

  it('to a time that it holds uses the hold up', async () => {
    const { bookingId } = await desk.booked();
    const { id: holdId } = (await desk.hold('assistant', wednesday)).body;
    const moved = await desk.move('assistant', bookingId, { holdId, sequence: 0 });
    expect(moved.body).toMatchObject({ ...wednesday, endAt: '2026-11-25T08:30:00.000Z' });
    expect(await app.database.sql('SELECT id, state FROM booking')).toEqual([
      { id: bookingId, state: 'booked' },
    ]);
    const [row] = await app.database.sql<{ length: string }>(
      `SELECT (blocked_until - blocked_from)::text AS length FROM booking`,
    );
    expect(row?.length).toBe('00:40:00');
  });

  it('with a hold that ran out is refused, unless the time is named and still free', async () => {
    const { bookingId } = await desk.booked();
    const { id: holdId } = (await desk.hold('assistant', twentyPast)).body;
    app.clock.advance(5 * 60_000);
    const late = await desk.move('assistant', bookingId, { holdId, sequence: 0 });
    expect(late.body.error).toMatchObject({ code: 'hold_expired', fields: { holdId: 'hold_expired' } });
    expect((await desk.move('assistant', bookingId, { holdId, ...twentyPast, sequence: 0 })).status).toBe(
      200,
    );
  });

  it('keeps the deadline that it has named', async () => {
    const { bookingId, requestId } = await desk.booked({ ...nine, answerDueAt: '2026-12-20T12:00:00.000Z' });
    await desk.move('assistant', bookingId, { ...nextWeek, sequence: 0 });
    expect((await desk.request('assistant', requestId)).body.answerDueAt).toBe('2026-12-20T12:00:00.000Z');
  });

  it('is possible into its own old time, and changes nothing where it is dropped again', async () => {
    await addRoster(app, { weekday: 4, from: '09:00', until: '10:00', slot: 30 });
    await addRoster(app, { weekday: 4, from: '09:10', until: '10:10', slot: 30 });
    const { bookingId } = await desk.booked({ ...nine, startAt: '2026-11-26T08:00:00.000Z' });
    const beside = { ...nine, startAt: '2026-11-26T08:10:00.000Z' };
    expect((await desk.move('assistant', bookingId, { ...beside, sequence: 0 })).body.sequence).toBe(1);
    const dropped = await desk.move('assistant', bookingId, { ...beside, sequence: 1 });
    expect(dropped.body).toMatchObject({ ...beside, sequence: 1 });
    expect((await desk.events('booking', bookingId)).map(({ type }) => type)).toEqual([
      'booking.made',
      'booking.moved',
    ]);
  });

  it('is not in its own way between neighbours', async () => {
    await desk.booked(nine, 'otherPhysician');
    const { bookingId } = await desk.booked(twentyPast);
    await desk.booked(twentyTo, 'otherPhysician');
    const dropped = await desk.move('coordinator', bookingId, { ...twentyPast, sequence: 0 });
    expect(dropped.body).toMatchObject({ ...twentyPast, sequence: 0 });
  });

  it('to a time that was just taken changes nothing, and offers the nearest', async () => {
    const { bookingId, requestId } = await desk.booked();
    await desk.booked(twentyTo, 'otherPhysician');
    const lost = await desk.move('assistant', bookingId, { ...twentyTo, sequence: 0 });
    expect(lost.status).toBe(409);
    expect(lost.body.error).toMatchObject({ code: 'slot_taken', fields: { startAt: 'slot_taken' } });
    expect(lost.body.error.data.nearest).toHaveLength(3);
    expect(lost.body.error.data.overbookable).toBeUndefined();
    expect((await desk.request('assistant', requestId)).body.plannedStart).toBe(nine.startAt);
    expect((await desk.view('assistant', bookingId)).body.booking).toMatchObject({ ...nine, sequence: 0 });
  });

  it.each<[string, object, number, object]>([
    ['the past', { ...nine, startAt: '2026-11-17T08:00:00.000Z' }, 422, { code: 'slot_in_past' }],
    ['off the grid', { ...nine, startAt: '2026-11-24T08:10:00.000Z' }, 422, { code: 'slot_outside_roster' }],
    [
      'beyond the furthest day',
      { ...nine, startAt: '2027-01-05T08:00:00.000Z' },
      422,
      { code: 'slot_beyond_furthest_day' },
    ],
    [
      'another department',
      { ...wednesday, practitionerId: practitioners.neurologist.id },
      422,
      { code: 'other_department' },
    ],
    [
      'an unknown person',
      { ...nine, practitionerId: accounts.nurse.id },
      404,
      { code: 'practitioner_not_found' },
    ],
    [
      'a pool that is none',
      { poolId: accounts.nurse.id, startAt: nine.startAt },
      404,
      { code: 'pool_not_found' },
    ],
    ['nobody', { startAt: nine.startAt }, 422, { code: 'choose_one' }],
    ['two', { ...nine, poolId: accounts.nurse.id }, 422, { code: 'choose_one' }],
    ['no time', { practitionerId: second }, 422, { code: 'choose_one', fields: { startAt: 'required' } }],
    ['an overbooked time', { ...nine, overbook }, 403, { code: 'forbidden' }],
    ['a hold of nobody', { holdId: accounts.nurse.id }, 409, { code: 'hold_expired' }],
  ])('to %s is refused and leaves everything', async (_, where, status, error) => {
    const { bookingId } = await desk.booked(twentyPast);
    const answer = await desk.move('assistant', bookingId, { ...where, sequence: 0 });
    expect(answer.body.error).toMatchObject(error);
    expect(answer.status).toBe(status);
    expect((await desk.view('assistant', bookingId)).body.booking).toMatchObject({
      ...twentyPast,
      sequence: 0,
    });
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(1);
  });

  it('keeps to the notice and the audience', async () => {
    await addRoster(app, { weekday: 5, notice: 7 * 24 * 60 });
    await addRoster(app, { weekday: 6, counties: ['03455'] });
    const { bookingId } = await desk.booked();
    const to = (startAt: string) => desk.move('assistant', bookingId, { ...nine, startAt, sequence: 0 });
    expect((await to('2026-11-27T08:00:00.000Z')).body.error.code).toBe('slot_under_notice');
    expect((await to('2026-11-28T08:00:00.000Z')).body.error.code).toBe('slot_outside_roster');
    const coordinator = (startAt: string) =>
      desk.move('coordinator', bookingId, { ...nine, startAt, sequence: 0 });
    expect((await coordinator('2026-11-27T08:00:00.000Z')).status).toBe(200);
  });
});
