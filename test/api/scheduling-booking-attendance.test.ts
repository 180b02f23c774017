import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteArrival, settleMissed } from '../../server/modules/scheduling/index.ts';
import { actorOf } from '../support/actor-of.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type Booked, type BookingDesk, bookingDesk, nextWeek, nine } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';
import { accounts, practitioners } from '../support/world.ts';

let app: TestApp;
let desk: BookingDesk;
let booking: Booked;
const reason = 'Gespräch am Telefon';

beforeAll(async () => {
  app = await createTestApp();
  desk = bookingDesk(app);
  await addRoster(app);
});
beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00Z');
  await app.database.sql('DELETE FROM participation');
  await app.database.sql('DELETE FROM consultation');
  await app.database.sql('DELETE FROM booking');
  booking = await desk.booked();
});
afterAll(() => app.close());

const sides = { requester: 'assistant', provider: 'specialist' } as const;
type Side = keyof typeof sides;
/** The clock at so many minutes after the start of the booked time. */
const minutesIn = (minutes: number) => {
  app.clock.set(new Date(Date.parse(nine.startAt) + minutes * 60_000));
};
/** Somebody takes a seat, as the room writes it down, and stays so long; null = sits there still. */
const sit = async (side: Side, stay: number | null = 1): Promise<void> => {
  const at = app.clock.now();
  await app.database.sql(
    `INSERT INTO consultation (request_id, opened_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [booking.requestId, at],
  );
  await app.database.sql(
    `INSERT INTO participation (consultation_id, account_id, side, joined_at, left_at)
     SELECT id, $2, $3, $4, $5 FROM consultation WHERE request_id = $1`,
    [
      booking.requestId,
      accounts[sides[side]].id,
      side,
      at,
      stay === null ? null : new Date(at.getTime() + stay * 60_000),
    ],
  );
  await app.deps.db.as(actorOf(sides[side]), (tx) => noteArrival(tx, booking.requestId, side, at));
};
const settledAt = async (minutes: number) => {
  minutesIn(minutes);
  await settleMissed(app.deps);
  const [row] = await app.database.sql<{ state: string; missed_by: string | null; status: string }>(
    `SELECT b.state::text, b.missed_by::text, r.status::text FROM booking b JOIN consult_request r ON r.id = b.request_id`,
  );
  return [row?.state, row?.missed_by, row?.status];
};
const shown = async () => (await desk.view('coordinator', booking.bookingId)).body.booking;

describe('who came', () => {
  it('is known from the first seat of each side, in whole minutes of delay', async () => {
    minutesIn(-10);
    await sit('requester');
    minutesIn(3);
    await sit('requester');
    minutesIn(7);
    await sit('provider');
    expect((await shown()).attendance).toMatchObject({
      requesterJoinedAt: '2026-11-24T07:50:00.000Z',
      requesterLate: null,
      providerJoinedAt: '2026-11-24T08:07:00.000Z',
      providerLate: 7,
      missedBy: null,
      corrected: null,
    });
  });

  it('is asked anew when the time is moved', async () => {
    minutesIn(0);
    await sit('requester');
    await desk.move('coordinator', booking.bookingId, { ...nextWeek, sequence: 0 });
    expect((await shown()).attendance.requesterJoinedAt).toBeNull();
  });
});

describe('a quarter of an hour after its end', () => {
  it.each<[string, Side[], string[]]>([
    ['nobody came: the request waits for a new time', [], ['no_show', 'both', 'waiting']],
    ['the practice did not come: the request ends', ['provider'], ['no_show', 'requester', 'no_show']],
    ['the department did not come: the request waits', ['requester'], ['no_show', 'provider', 'waiting']],
  ])('%s', async (_, came, expected) => {
    minutesIn(1);
    for (const side of came) await sit(side);
    expect(await settledAt(34)).toEqual(['booked', null, 'planned']);
    expect(await settledAt(35)).toEqual(expected);
    const missed = (await desk.events('booking', booking.bookingId)).filter(
      ({ type }) => type === 'booking.missed',
    );
    expect(missed).toHaveLength(1);
    expect(missed[0]?.payload).toMatchObject({ missedBy: expected[1], startAt: nine.startAt, sequence: 0 });
    // By the software itself, and once.
    expect(await settledAt(40)).toEqual(expected);
    expect((await desk.view('assistant', booking.bookingId)).body.history.at(-1)).toMatchObject({
      type: 'booking.missed',
      by: null,
      reason: expected[1],
    });
  });

  it('nothing is settled while somebody sits in the room', async () => {
    minutesIn(1);
    await sit('requester', null);
    expect(await settledAt(60)).toEqual(['booked', null, 'planned']);
    await app.database.sql(`UPDATE participation SET left_at = $1`, [app.clock.now()]);
    expect(await settledAt(61)).toEqual(['no_show', 'provider', 'waiting']);
  });

  it('nothing is settled while the consultation runs, nor after it was held', async () => {
    minutesIn(1);
    for (const side of ['requester', 'provider'] as const) await sit(side);
    await app.database.sql(`UPDATE consult_request SET status = 'in_consultation'`);
    expect(await settledAt(24 * 60)).toEqual(['booked', null, 'in_consultation']);
  });

  it('two who came one after the other may still meet until the room closes', async () => {
    minutesIn(0);
    await sit('provider', 5);
    minutesIn(15);
    await sit('requester', 10);
    expect(await settledAt(60)).toEqual(['booked', null, 'planned']);
    expect(await settledAt(20 + 12 * 60)).toEqual(['no_show', 'both', 'waiting']);
  });

  it('a moved or cancelled time is left alone', async () => {
    await desk.move('coordinator', booking.bookingId, { ...nextWeek, sequence: 0 });
    expect(await settledAt(60)).toEqual(['booked', null, 'planned']);
    await desk.cancel('coordinator', booking.bookingId, { reason: 'other' });
    app.clock.set('2026-12-24T09:00:00Z');
    await settleMissed(app.deps);
    expect((await shown()).state).toBe('cancelled');
  });

  it('the waiting request shows no time any more', async () => {
    await settledAt(40);
    expect((await desk.request('assistant', booking.requestId)).body).toMatchObject({
      status: 'waiting',
      plannedStart: null,
      plannedEnd: null,
      provider: { department: { name: 'Kardiologie' }, practitioner: null },
      endReason: null,
    });
  });
});

describe('told by hand', () => {
  it('by the department once the time has begun', async () => {
    const { bookingId, requestId } = booking;
    expect((await desk.miss('specialist', bookingId)).body.error.code).toBe('booking_not_begun');
    minutesIn(0);
    expect((await desk.miss('assistant', bookingId)).status).toBe(403);
    expect((await desk.miss('otherPhysician', bookingId)).status).toBe(404);
    expect((await desk.miss('specialist', bookingId)).body).toEqual({
      bookingId,
      requestId,
      status: 'no_show',
    });
    expect((await desk.miss('specialist', bookingId)).body.error.code).toBe('booking_state');
    expect((await shown()).attendance.missedBy).toBe('requester');
  });
});

describe('a correction', () => {
  const correct = (missedBy: string | null, name: 'coordinator' | 'assistant' = 'coordinator') =>
    desk.correct(name, booking.bookingId, { missedBy, reason });

  it('says by whom, when and why, and the request follows wherever it goes', async () => {
    await settledAt(40);
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
    expect((await desk.request('assistant', booking.requestId)).body).toMatchObject({
      status: 'consulted',
      consultedAt: nine.startAt,
      plannedStart: nine.startAt,
      endReason: null,
      provider: { practitioner: { id: practitioners.specialist.id } },
    });
    const events = await desk.events('booking', booking.bookingId);
    expect(events.filter(({ type }) => type === 'booking.attendance_corrected')).toHaveLength(7);
    expect(JSON.stringify(events)).not.toContain(reason);
  });

  it('needs no settling before', async () => {
    minutesIn(5);
    expect((await correct('provider')).body).toMatchObject({ state: 'no_show', requestStatus: 'waiting' });
  });

  it('leaves a request alone that has a new time', async () => {
    await settledAt(40);
    await app.database.sql(
      `INSERT INTO booking (request_id, organisation_id, department_id, practitioner_id, state, start_at, end_at, blocked_from,
         blocked_until, booked_by_id) SELECT request_id, organisation_id, department_id, practitioner_id, 'booked',
         '2026-12-01T08:00Z', '2026-12-01T08:20Z', '2026-12-01T08:00Z', '2026-12-01T08:20Z', booked_by_id FROM booking`,
    );
    await app.database.sql(`UPDATE consult_request SET status = 'planned'`);
    expect((await correct('requester')).body).toMatchObject({ state: 'no_show', requestStatus: 'planned' });
    expect((await desk.request('assistant', booking.requestId)).body.bookingId).not.toBe(booking.bookingId);
  });

  it('leaves a request alone that was withdrawn', async () => {
    await settledAt(40);
    await app.database.sql(`UPDATE consult_request SET status = 'withdrawn'`);
    expect((await correct(null)).body).toMatchObject({ state: 'fulfilled', requestStatus: 'withdrawn' });
  });

  it('is the department’s, with a reason, once the time has begun', async () => {
    expect((await correct(null)).body.error.code).toBe('booking_not_begun');
    minutesIn(40);
    expect((await correct(null, 'assistant')).status).toBe(403);
    expect((await desk.correct('neurologist', booking.bookingId, { missedBy: null, reason })).status).toBe(
      404,
    );
    const silent = await desk.correct('coordinator', booking.bookingId, { missedBy: null, reason: ' ' });
    expect(silent.body.error).toMatchObject({ code: 'invalid_input', fields: { reason: 'required' } });
  });

  it('does not undo what took place in the room, nor what is answered or cancelled', async () => {
    minutesIn(40);
    await app.database.sql(`UPDATE booking SET state = 'fulfilled'`);
    await app.database.sql(`UPDATE consult_request SET status = 'consulted'`);
    expect((await correct('requester')).body.error.code).toBe('booking_state');
    await app.database.sql(`UPDATE booking SET state = 'cancelled'`);
    expect((await correct(null)).body.error.code).toBe('booking_state');
    expect((await desk.view('coordinator', booking.bookingId)).body.may.correct).toBe(false);
  });
});
