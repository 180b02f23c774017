import type { MortalCluster } from './mortal-cluster.ts';
import { type Board, race } from './race-client.ts';
import type { RaceGround } from './race-ground.ts';
import type { Attempt, BookingRow, EventRow, RequestRow, Rows } from './race-history.ts';
import { oneOf, randomFrom } from './race-random.ts';

export type Race = { attempts: number; clients: number; seed: number; kills: number };
export type Raced = { history: Attempt[]; seconds: number; killed: Record<string, number> };

/** Lets so many clients race on one ground, and kills the server, the database or a part of it every now and then. */
export const runRace = async (
  ground: RaceGround,
  { attempts, clients, seed, kills }: Race,
): Promise<Raced> => {
  const board: Board = { bookings: new Map(), history: [], left: attempts };
  const killed: Record<string, number> = {};
  const began = performance.now();
  const random = randomFrom(seed);
  // One kill in each stretch of the race, at a moment that the seed decides.
  const moments = Array.from({ length: kills }, (_, nth) => Math.ceil(((nth + random()) / kills) * attempts));
  const weapons = {
    server: ground.killServer,
    database: ground.killDatabase,
    backend: () => ground.killBackend(Math.floor(random() * 100)),
  };
  const names = Object.keys(weapons) as (keyof typeof weapons)[];
  let nth = 0;
  const killing = async () => {
    const due = () => nth < moments.length && attempts - board.left >= (moments[nth] ?? 0);
    while (due()) {
      // Each kind has its turn, in an order that the seed decides.
      const name =
        nth < names.length
          ? (names[(nth + seed) % names.length] ?? 'server')
          : (oneOf(random, names) ?? 'server');
      nth += 1;
      killed[name] = (killed[name] ?? 0) + 1;
      await weapons[name]();
    }
  };
  const watched: RaceGround = {
    ...ground,
    send: (...call) => {
      const killer = killing();
      return Promise.all([ground.send(...call), killer]).then(([answer]) => answer);
    },
  };
  await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      race(watched, board, client, randomFrom(seed * 1_000 + client)),
    ),
  );
  return { history: board.history, seconds: (performance.now() - began) / 1_000, killed };
};

/** What the race left behind. */
export const rowsAfter = async (cluster: MortalCluster, database: string): Promise<Rows> => {
  const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;
  return {
    bookings: await cluster.admin<BookingRow>(
      database,
      `SELECT id, state::text, request_id AS "requestId", practitioner_id AS "practitionerId", overbooked, sequence,
         ${ms('blocked_from')} AS "from", ${ms('blocked_until')} AS "until" FROM booking`,
    ),
    requests: await cluster.admin<RequestRow>(
      database,
      `SELECT id, status::text, question AS marker, ${ms('planned_start')} AS "plannedStart" FROM consult_request`,
    ),
    events: await cluster.admin<EventRow>(
      database,
      `SELECT type, subject_id AS "subjectId", ${ms("(payload ->> 'startAt')::timestamptz")} AS "startAt",
         ${ms("(payload ->> 'fromStartAt')::timestamptz")} AS "fromStartAt"
       FROM event_log WHERE subject_kind = 'booking' ORDER BY id`,
    ),
  };
};
