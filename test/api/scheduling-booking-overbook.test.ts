import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import {
  type BookingDesk,
  bookingDesk,
  clearBookings,
  nine,
  twentyPast,
  twentyTo,
} from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
const second = practitioners.secondSpecialist.id;
const sunday = { practitionerId: nine.practitionerId, startAt: '2026-11-29T11:00:00.000Z' };
const overbook = { reason: 'Dringende Kontrolle' };

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
  await addRoster(app, { practitionerId: second, weekday: 3, slot: 30, before: 5, after: 5 });
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('moving by the department', () => {
  it('uses any roster of its people', async () => {
    await addRoster(app, { practitionerId: second, weekday: 4, ahead: 1, counties: ['03455'] });
    const { bookingId } = await desk.booked();
    const closed = { practitionerId: second, startAt: '2026-12-03T08:00:00.000Z' };
    expect((await desk.move('assistant', bookingId, { ...closed, sequence: 0 })).body.error.code).toBe(
      'slot_outside_roster',
    );
    const moved = await desk.move('coordinator', bookingId, { ...closed, sequence: 0 });
    expect(moved.body).toMatchObject({ ...closed, overbooked: null });
  });

  it('is the coordinator’s, and a specialist’s for the own ones', async () => {
    const { bookingId } = await desk.booked();
    const to = { ...twentyPast, sequence: 0 };
    expect((await desk.move('secondSpecialist', bookingId, to)).status).toBe(403);
    expect((await desk.move('neurologist', bookingId, to)).status).toBe(404);
    expect((await desk.move('otherPhysician', bookingId, to)).status).toBe(404);
    expect((await desk.move('nurse', bookingId, to)).status).toBe(404);
    expect((await desk.move('specialist', bookingId, { ...to, overbook })).status).toBe(403);
    expect((await desk.move('specialist', bookingId, to)).status).toBe(200);
  });
});

describe('overbooking', () => {
  it('is offered to the coordinator where a time is taken or outside the roster', async () => {
    const { bookingId } = await desk.booked();
    await desk.booked(twentyPast, 'otherPhysician');
    const taken = await desk.move('coordinator', bookingId, { ...twentyPast, sequence: 0 });
    expect(taken.body.error).toMatchObject({ code: 'slot_taken', data: { overbookable: true } });
    const outside = await desk.move('coordinator', bookingId, { ...sunday, sequence: 0 });
    expect(outside.body.error).toMatchObject({ code: 'slot_outside_roster', data: { overbookable: true } });
    const past = await desk.move('coordinator', bookingId, {
      ...nine,
      startAt: '2026-11-17T08:00:00.000Z',
      overbook,
      sequence: 0,
    });
    expect(past.body.error).toMatchObject({ code: 'slot_in_past' });
    expect(past.body.error.data).toBeUndefined();
  });

  it('stands beside another booking, marked with its reason, until it comes to a free time', async () => {
    const { bookingId } = await desk.booked();
    const other = await desk.booked(twentyPast, 'otherPhysician');
    const beside = await desk.move('coordinator', bookingId, { ...twentyPast, overbook, sequence: 0 });
    expect(beside.body).toMatchObject({ ...twentyPast, overbooked: overbook.reason, sequence: 1 });
    expect((await desk.view('otherPhysician', other.bookingId)).body.booking.state).toBe('booked');
    expect((await desk.events('booking', bookingId)).at(-1)?.payload).toMatchObject({ overbooked: true });
    const proper = await desk.move('coordinator', bookingId, { ...twentyTo, overbook, sequence: 1 });
    expect(proper.body).toMatchObject({ ...twentyTo, overbooked: null, sequence: 2 });
  });

  it('outside the roster keeps the length, and blocks what it covers', async () => {
    const { bookingId } = await desk.booked();
    const moved = await desk.move('coordinator', bookingId, { ...sunday, overbook, sequence: 0 });
    expect(moved.body).toMatchObject({ ...sunday, endAt: '2026-11-29T11:20:00.000Z' });
    const early = { ...nine, startAt: '2026-11-24T07:50:00.000Z' };
    await desk.move('coordinator', bookingId, { ...early, overbook, sequence: 1 });
    const free = await desk.free('otherPhysician');
    expect(free).not.toContain(nine.startAt);
    expect(free).toContain(twentyPast.startAt);
    const refused = await desk.book('otherPhysician', nine);
    expect(refused.body.error.code).toBe('slot_taken');
  });

  it('wants a reason', async () => {
    const { bookingId } = await desk.booked();
    const answer = await desk.move('coordinator', bookingId, {
      ...sunday,
      overbook: { reason: ' ' },
      sequence: 0,
    });
    expect(answer.body.error.fields).toEqual({ 'overbook.reason': 'required' });
  });
});
