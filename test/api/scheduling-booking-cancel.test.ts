import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent, TestApp } from '../support/app.ts';
import { book, bookingDesk, clearBookings, nine, openPractices, patient } from '../support/booking.ts';

let app: TestApp;
let practice: Agent;
let other: Agent;

beforeAll(async () => {
  ({ app, practice, other } = await openPractices());
});
beforeEach(() => clearBookings(app));
afterAll(() => app.close());

describe('cancelling', () => {
  const booked = async () => (await book(practice, { ...nine, patient: patient() }).expect(201)).body;
  const cancel = (agent: Agent, id: string, body: object) =>
    agent.post(`/api/bookings/${id}/cancel`).send(body);

  it('by the practice ends the request and frees the time', async () => {
    const { bookingId, requestId } = await booked();
    const answer = await cancel(practice, bookingId, {
      reason: 'patient_unable',
      note: 'Im Krankenhaus',
    }).expect(200);
    expect(answer.body).toEqual({ bookingId, requestId, status: 'cancelled', cancelled: [bookingId] });
    expect((await practice.get(`/api/requests/${requestId}`)).body).toMatchObject({
      status: 'cancelled',
      endReason: 'patient_unable',
      endNote: 'Im Krankenhaus',
      bookingId: null,
    });
    await book(other, { ...nine, patient: patient() }).expect(201);
    expect((await cancel(practice, bookingId, { reason: 'other' }).expect(409)).body.error.code).toBe(
      'booking_state',
    );
    const [event] = await app.database.sql<{ payload: object }>(
      `SELECT payload FROM event_log WHERE type = 'booking.cancelled' ORDER BY id DESC LIMIT 1`,
    );
    expect(event?.payload).toMatchObject({ reason: 'patient_unable', side: 'requester' });
    expect(JSON.stringify(event)).not.toContain('Krankenhaus');
  });

  it('by the department has reasons of its own', async () => {
    const { bookingId } = await booked();
    const coordinator = await app.signIn('coordinator');
    const wrong = await cancel(coordinator, bookingId, { reason: 'no_longer_needed' }).expect(422);
    expect(wrong.body.error).toMatchObject({
      code: 'reason_not_yours',
      fields: { reason: 'reason_not_yours' },
    });
    await cancel(coordinator, bookingId, { reason: 'practitioner_unable' }).expect(200);
  });

  it('by two at once happens once', async () => {
    const { bookingId } = await booked();
    const specialist = await app.signIn('specialist');
    const answers = await Promise.all([
      cancel(practice, bookingId, { reason: 'other' }),
      cancel(specialist, bookingId, { reason: 'other' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is not possible any more in the room', async () => {
    const { bookingId, requestId } = await booked();
    await app.database.sql(`UPDATE consult_request SET status = 'in_consultation' WHERE id = $1`, [
      requestId,
    ]);
    const answer = await cancel(practice, bookingId, { reason: 'other' }).expect(409);
    expect(answer.body.error).toMatchObject({ code: 'request_state', data: { status: 'in_consultation' } });
    expect(await app.database.sql(`SELECT state FROM booking`)).toEqual([{ state: 'booked' }]);
  });

  describe('one of a series', () => {
    const at = (startAt: string) => ({ ...nine, startAt });
    const series = async () => {
      const desk = bookingDesk(app);
      const starts = ['2026-11-24T08:00:00.000Z', '2026-12-01T08:00:00.000Z', '2026-12-08T08:00:00.000Z'];
      const ids = [];
      for (const start of starts) ids.push((await desk.booked(at(start))).bookingId);
      await app.database.sql(
        `WITH s AS (INSERT INTO booking_series (organisation_id, department_id, follow_up_of, every_weeks, count, first_start_at, booked_by_id)
           SELECT organisation_id, department_id, request_id, 1, 3, start_at, booked_by_id FROM booking ORDER BY start_at LIMIT 1 RETURNING id)
         UPDATE booking b SET series_id = s.id, series_index = array_position($1::uuid[], b.id) FROM s`,
        [ids],
      );
      return ids;
    };
    const states = () =>
      app.database.sql(
        `SELECT b.state, r.status FROM booking b JOIN consult_request r ON r.id = b.request_id ORDER BY start_at`,
      );
    const open = { state: 'booked', status: 'planned' };
    const over = { state: 'cancelled', status: 'cancelled' };

    it('leaves the others', async () => {
      const ids = await series();
      const answer = await cancel(practice, ids[1] ?? '', { reason: 'other' }).expect(200);
      expect(answer.body.cancelled).toEqual([ids[1]]);
      expect(await states()).toEqual([open, over, open]);
    });

    it('takes the later ones along when asked', async () => {
      const ids = await series();
      const answer = await cancel(practice, ids[1] ?? '', { reason: 'no_longer_needed', following: true });
      expect(answer.body.cancelled).toEqual([ids[1], ids[2]]);
      expect(await states()).toEqual([open, over, over]);
      expect(await bookingDesk(app).events('booking', ids[2] ?? '')).toMatchObject([
        { type: 'booking.made' },
        { type: 'booking.cancelled', payload: { reason: 'no_longer_needed', side: 'requester' } },
      ]);
      const page = (await practice.get(`/api/bookings/${ids[0]}`)).body;
      expect(page.booking.series).toMatchObject({ index: 1, count: 3 });
      expect(page.series.map(({ state }: { state: string }) => state)).toEqual(['cancelled', 'cancelled']);
    });
  });
});
