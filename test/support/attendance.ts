import { noteArrival, settleMissed } from '../../server/modules/scheduling/index.ts';
import { actorOf } from './actor-of.ts';
import type { TestApp } from './app.ts';
import { bookingDesk, clearBookings, nine } from './booking.ts';
import { accounts } from './world.ts';

const sides = { requester: 'assistant', provider: 'specialist' } as const;
export type Side = keyof typeof sides;

export type BookedRoom = Awaited<ReturnType<typeof bookRoom>>;

/**
 * A booking of the first cardiologist's, Tuesday at nine, made anew on the day before, with who sits in its room when.
 */
export const bookRoom = async (app: TestApp) => {
  const desk = bookingDesk(app);
  await app.database.sql('DELETE FROM participation');
  await app.database.sql('DELETE FROM consultation');
  await clearBookings(app);
  const booking = await desk.booked();
  const { requestId } = booking;
  const minutesIn = (minutes: number) => {
    app.clock.set(new Date(Date.parse(nine.startAt) + minutes * 60_000));
  };
  return {
    desk,
    booking,
    /** The clock at so many minutes after the start of the booked time. */
    minutesIn,
    /** Somebody takes a seat, as the room writes it down, and stays so long; null = sits there still. */
    sit: async (side: Side, stay: number | null = 1) => {
      const at = app.clock.now();
      const left = stay === null ? null : new Date(at.getTime() + stay * 60_000);
      await app.database.sql(
        `INSERT INTO consultation (request_id, opened_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [requestId, at],
      );
      await app.database.sql(
        `INSERT INTO participation (consultation_id, account_id, side, joined_at, left_at)
         SELECT id, $2, $3, $4, $5 FROM consultation WHERE request_id = $1`,
        [requestId, accounts[sides[side]].id, side, at, left],
      );
      await app.deps.db.as(actorOf(sides[side]), (tx) => noteArrival(tx, requestId, side, at));
    },
    /** State, who missed it and the request's status, as they are settled at that minute. */
    settledAt: async (minutes: number) => {
      minutesIn(minutes);
      await settleMissed(app.deps);
      const [row] = await app.database.sql<{ state: string; missed_by: string | null; status: string }>(
        `SELECT b.state::text, b.missed_by::text, r.status::text FROM booking b JOIN consult_request r ON r.id = b.request_id`,
      );
      return [row?.state, row?.missed_by, row?.status];
    },
    shown: async () => (await desk.view('coordinator', booking.bookingId)).body.booking,
  };
};
