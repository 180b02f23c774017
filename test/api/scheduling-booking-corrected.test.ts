import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type BookedRoom, bookRoom } from '../support/attendance.ts';
import { nine } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { practitioners } from '../support/world.ts';

let app: TestApp;
let room: BookedRoom;
const reason = 'Gespräch am Telefon';

beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app);
});
beforeEach(async () => {
  room = await bookRoom(app);
});
afterAll(() => app.close());

describe('told by hand', () => {
  it('by the department once the time has begun', async () => {
    const { bookingId, requestId } = room.booking;
    expect((await room.desk.miss('specialist', bookingId)).body.error.code).toBe('booking_not_begun');
    room.minutesIn(0);
    expect((await room.desk.miss('assistant', bookingId)).status).toBe(403);
    expect((await room.desk.miss('otherPhysician', bookingId)).status).toBe(404);
    expect((await room.desk.miss('specialist', bookingId)).body).toEqual({
      bookingId,
      requestId,
      status: 'no_show',
    });
    expect((await room.desk.miss('specialist', bookingId)).body.error.code).toBe('booking_state');
    expect((await room.shown()).attendance.missedBy).toBe('requester');
  });
});

describe('a correction', () => {
  const correct = (missedBy: string | null, name: 'coordinator' | 'assistant' = 'coordinator') =>
    room.desk.correct(name, room.booking.bookingId, { missedBy, reason });

  it('says by whom, when and why, and the request follows wherever it goes', async () => {
    await room.settledAt(40);
    for (const [missedBy, state, status] of [
      [null, 'fulfilled', 'consulted'],
      ['requester', 'no_show', 'no_show'],
      [null, 'fulfilled', 'consulted'],
      ['both', 'no_show', 'waiting'],
      ['requester', 'no_show', 'no_show'],
      ['provider', 'no_show', 'waiting'],
      [null, 'fulfilled', 'consulted'],
    ] as const) {
      const answer = await correct(missedBy);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        state,
        requestStatus: status,
        attendance: {
          missedBy,
          corrected: { at: app.clock.now().toISOString(), by: 'Test coordinator', reason },
        },
      });
    }
    expect((await room.desk.request('assistant', room.booking.requestId)).body).toMatchObject({
      status: 'consulted',
      consultedAt: nine.startAt,
      plannedStart: nine.startAt,
      endReason: null,
      provider: { practitioner: { id: practitioners.specialist.id } },
    });
    const events = await room.desk.events('booking', room.booking.bookingId);
    expect(events.filter(({ type }) => type === 'booking.attendance_corrected')).toHaveLength(7);
    expect(JSON.stringify(events)).not.toContain(reason);
  });

  it('needs no settling before', async () => {
    room.minutesIn(5);
    expect((await correct('provider')).body).toMatchObject({ state: 'no_show', requestStatus: 'waiting' });
  });

  it('leaves a request alone that has a new time', async () => {
    await room.settledAt(40);
    await app.database.sql(
      `INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, state, start_at, end_at, blocked_from,
         blocked_until, booked_by_id) SELECT request_id, organisation_id, department_id, practitioner_id, 'booked',
         '2026-12-01T08:00Z', '2026-12-01T08:20Z', '2026-12-01T08:00Z', '2026-12-01T08:20Z', booked_by_id FROM booking`,
    );
    await app.database.sql(`UPDATE consult_request SET status = 'planned'`);
    expect((await correct('requester')).body).toMatchObject({ state: 'no_show', requestStatus: 'planned' });
    expect((await room.desk.request('assistant', room.booking.requestId)).body.bookingId).not.toBe(
      room.booking.bookingId,
    );
  });

  it('leaves a request alone that was withdrawn', async () => {
    await room.settledAt(40);
    await app.database.sql(`UPDATE consult_request SET status = 'withdrawn'`);
    expect((await correct(null)).body).toMatchObject({ state: 'fulfilled', requestStatus: 'withdrawn' });
  });

  it('is the department’s, with a reason, once the time has begun', async () => {
    expect((await correct(null)).body.error.code).toBe('booking_not_begun');
    room.minutesIn(40);
    expect((await correct(null, 'assistant')).status).toBe(403);
    expect(
      (await room.desk.correct('neurologist', room.booking.bookingId, { missedBy: null, reason })).status,
    ).toBe(404);
    const silent = await room.desk.correct('coordinator', room.booking.bookingId, {
      missedBy: null,
      reason: ' ',
    });
    expect(silent.body.error).toMatchObject({ code: 'invalid_input', fields: { reason: 'required' } });
  });

  it('does not undo what took place in the room, nor what is answered or cancelled', async () => {
    room.minutesIn(40);
    await app.database.sql(`UPDATE booking SET state = 'fulfilled'`);
    await app.database.sql(`UPDATE consult_request SET status = 'consulted'`);
    expect((await correct('requester')).body.error.code).toBe('booking_state');
    await app.database.sql(`UPDATE booking SET state = 'cancelled'`);
    expect((await correct(null)).body.error.code).toBe('booking_state');
    expect((await room.desk.view('coordinator', room.booking.bookingId)).body.may.correct).toBe(false);
  });
});
