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

let app: TestApp;
let desk: BookingDesk;

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('of two who change one booking', () => {
  it('the second learns what it is now', async () => {
    const { bookingId } = await desk.booked();
    await desk.move('coordinator', bookingId, { ...twentyPast, sequence: 0 });
    const stale = await desk.move('assistant', bookingId, { ...twentyTo, sequence: 0 });
    expect(stale.status).toBe(409);
    expect(stale.body.error).toMatchObject({
      code: 'booking_changed',
      data: { booking: { id: bookingId, ...twentyPast, sequence: 1 } },
    });
  });

  it('at the same moment one wins', async () => {
    const { bookingId } = await desk.booked();
    const answers = await Promise.all([
      desk.move('assistant', bookingId, { ...twentyTo, sequence: 0 }),
      desk.move('coordinator', bookingId, { ...nextWeek, sequence: 0 }),
      desk.move('specialist', bookingId, { ...twentyPast, sequence: 0 }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = answers.flatMap(({ body }) => body.error?.code ?? []);
    expect(codes.every((code) => ['booking_changed', 'booking_state'].includes(code))).toBe(true);
  });

  it('swapping two bookings never loses one', async () => {
    const first = await desk.booked(nine);
    const other = await desk.booked(twentyPast, 'otherPhysician');
    const answers = await Promise.all([
      desk.move('assistant', first.bookingId, { ...twentyPast, sequence: 0 }),
      desk.move('otherPhysician', other.bookingId, { ...nine, sequence: 0 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect(await app.database.sql('SELECT id FROM booking')).toHaveLength(2);
  });

  it('pressed twice it is moved once', async () => {
    const { bookingId } = await desk.booked();
    const press = async () =>
      (await app.signIn('assistant'))
        .post(`/api/bookings/${bookingId}/move`)
        .set('Idempotency-Key', 'move-key-1')
        .send({ ...twentyPast, sequence: 0 });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await desk.events('booking', bookingId)).toHaveLength(2);
  });

  it('in the room, or over, it is not moved any more', async () => {
    const { bookingId, requestId } = await desk.booked();
    await app.database.sql(`UPDATE consult_request SET status = 'in_consultation' WHERE id = $1`, [
      requestId,
    ]);
    const inRoom = await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
    expect(inRoom.body.error.code).toBe('booking_state');
    await app.database.sql(`UPDATE booking SET state = 'cancelled'`);
    const over = await desk.move('assistant', bookingId, { ...twentyPast, sequence: 0 });
    expect(over.body.error.code).toBe('booking_state');
  });
});

it('a move whose hold another window gave up is refused whole', async () => {
  const { bookingId } = await desk.booked();
  const { id: holdId } = (await desk.hold('assistant', twentyPast)).body;
  // Another window of the same person gives the hold up.
  await (await app.signIn('assistant')).delete(`/api/holds/${holdId}`).expect(200);
  await desk.booked(twentyPast, 'otherPhysician');
  const lost = await desk.move('assistant', bookingId, { holdId, ...twentyPast, sequence: 0 });
  expect(lost.body.error.code).toBe('slot_taken');
  expect((await desk.view('assistant', bookingId)).body.booking.sequence).toBe(0);
});
