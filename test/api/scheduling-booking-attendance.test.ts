import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settleMissed } from '../../server/modules/scheduling/index.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { type BookedRoom, bookRoom, type Side } from '../support/attendance.ts';
import { nextWeek, nine } from '../support/booking.ts';
import { addRoster } from '../support/scheduling.ts';

let app: TestApp;
let room: BookedRoom;

beforeAll(async () => {
  app = await createTestApp();
  await addRoster(app);
});
beforeEach(async () => {
  room = await bookRoom(app);
});
afterAll(() => app.close());

describe('who came', () => {
  it('is known from the first seat of each side, in whole minutes of delay', async () => {
    room.minutesIn(-10);
    await room.sit('requester');
    room.minutesIn(3);
    await room.sit('requester');
    room.minutesIn(7);
    await room.sit('provider');
    expect((await room.shown()).attendance).toMatchObject({
      requesterJoinedAt: '2026-11-24T07:50:00.000Z',
      requesterLate: null,
      providerJoinedAt: '2026-11-24T08:07:00.000Z',
      providerLate: 7,
      missedBy: null,
      corrected: null,
    });
  });

  it('is asked anew when the time is moved', async () => {
    room.minutesIn(0);
    await room.sit('requester');
    await room.desk.move('coordinator', room.booking.bookingId, { ...nextWeek, sequence: 0 });
    expect((await room.shown()).attendance.requesterJoinedAt).toBeNull();
  });
});

describe('a quarter of an hour after its end', () => {
  it.each<[string, Side[], string[]]>([
    ['nobody came: the request waits for a new time', [], ['no_show', 'both', 'waiting']],
    ['the practice did not come: the request ends', ['provider'], ['no_show', 'requester', 'no_show']],
    ['the department did not come: the request waits', ['requester'], ['no_show', 'provider', 'waiting']],
  ])('%s', async (_, came, expected) => {
    room.minutesIn(1);
    for (const side of came) await room.sit(side);
    expect(await room.settledAt(34)).toEqual(['booked', null, 'planned']);
    expect(await room.settledAt(35)).toEqual(expected);
    const missed = (await room.desk.events('booking', room.booking.bookingId)).filter(
      ({ type }) => type === 'booking.missed',
    );
    expect(missed).toHaveLength(1);
    expect(missed[0]?.payload).toMatchObject({ missedBy: expected[1], startAt: nine.startAt, sequence: 0 });
    // By the software itself, and once.
    expect(await room.settledAt(40)).toEqual(expected);
    expect((await room.desk.view('assistant', room.booking.bookingId)).body.history.at(-1)).toMatchObject({
      type: 'booking.missed',
      by: null,
      reason: expected[1],
    });
  });

  it('nothing is settled while somebody sits in the room', async () => {
    room.minutesIn(1);
    await room.sit('requester', null);
    expect(await room.settledAt(60)).toEqual(['booked', null, 'planned']);
    await app.database.sql(`UPDATE participation SET left_at = $1`, [app.clock.now()]);
    expect(await room.settledAt(61)).toEqual(['no_show', 'provider', 'waiting']);
  });

  it('nothing is settled while the consultation runs, nor after it was held', async () => {
    room.minutesIn(1);
    for (const side of ['requester', 'provider'] as const) await room.sit(side);
    await app.database.sql(`UPDATE consult_request SET status = 'in_consultation'`);
    expect(await room.settledAt(24 * 60)).toEqual(['booked', null, 'in_consultation']);
  });

  it('two who came one after the other may still meet until the room closes', async () => {
    room.minutesIn(0);
    await room.sit('provider', 5);
    room.minutesIn(15);
    await room.sit('requester', 10);
    expect(await room.settledAt(60)).toEqual(['booked', null, 'planned']);
    expect(await room.settledAt(20 + 12 * 60)).toEqual(['no_show', 'both', 'waiting']);
  });

  it('a moved or cancelled time is left alone', async () => {
    await room.desk.move('coordinator', room.booking.bookingId, { ...nextWeek, sequence: 0 });
    expect(await room.settledAt(60)).toEqual(['booked', null, 'planned']);
    await room.desk.cancel('coordinator', room.booking.bookingId, { reason: 'other' });
    app.clock.set('2026-12-24T09:00:00Z');
    await settleMissed(app.deps);
    expect((await room.shown()).state).toBe('cancelled');
  });

  it('the waiting request shows no time any more', async () => {
    await room.settledAt(40);
    expect((await room.desk.request('assistant', room.booking.requestId)).body).toMatchObject({
      status: 'waiting',
      plannedStart: null,
      plannedEnd: null,
      provider: { department: { name: 'Kardiologie' }, practitioner: null },
      endReason: null,
    });
  });
});
