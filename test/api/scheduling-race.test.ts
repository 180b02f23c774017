import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRace } from '../support/booking-checker.ts';
import { rowsAfter, runRace } from '../support/booking-race.ts';
import { type MortalCluster, startMortalCluster } from '../support/mortal-cluster.ts';
import { openRaceGround, type RaceGround } from '../support/race-ground.ts';
import { isDone } from '../support/race-stays.ts';

const size = { people: 5, times: 4, callers: 32, connections: 64 };
/** Say which seed it was when it fails; `RACE_SEED` runs it again. */
const seed = Number(process.env.RACE_SEED ?? Date.now() % 100_000);
// Generous: a shared machine may take three times as long.
const limit = 900_000;

let cluster: MortalCluster;
beforeAll(async () => {
  cluster = await startMortalCluster();
});
afterAll(() => cluster.close());

const onGround = async <T>(database: string, work: (ground: RaceGround) => Promise<T>): Promise<T> => {
  const ground = await openRaceGround(cluster, database, size);
  try {
    return await work(ground);
  } finally {
    await ground.close();
  }
};

describe(`64 clients racing for 20 times (seed ${seed})`, () => {
  it(
    'are caught double-booking where the database lets a check be followed by an insert',
    async () => {
      await cluster.createDatabase('planted');
      // The same server and the same statements; only what keeps two of them apart is gone.
      for (const text of [
        'ALTER TABLE booking DROP CONSTRAINT booking_no_overlap',
        `CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT'`,
        'ALTER DATABASE planted SET search_path = public, pg_catalog',
      ]) {
        await cluster.admin('planted', text);
      }
      const { history } = await onGround('planted', (ground) =>
        runRace(ground, { attempts: 1_000, clients: 64, seed, kills: 0 }),
      );
      const found = checkRace(history, await rowsAfter(cluster, 'planted'));
      expect(found.map(({ rule }) => rule)).toContain('given_twice');
    },
    limit,
  );

  it(
    'never double-book, though the server and the database are killed under them',
    async () => {
      await cluster.createDatabase('race');
      const { history, killed } = await onGround('race', (ground) =>
        runRace(ground, { attempts: 20_000, clients: 64, seed, kills: 6 }),
      );
      expect(checkRace(history, await rowsAfter(cluster, 'race'))).toEqual([]);
      expect(history).toHaveLength(20_000);
      expect(Object.keys(killed).sort()).toEqual(['backend', 'database', 'server']);
      // It was a race: many came too late, and times were taken, given back and taken again.
      const refused = history.filter(({ outcome }) => outcome.kind === 'refused');
      expect(refused.length).toBeGreaterThan(5_000);
      for (const kind of ['hold', 'book', 'move', 'cancel'] as const) {
        expect(history.filter((attempt) => isDone(attempt, kind)).length).toBeGreaterThan(50);
      }
    },
    limit,
  );
});
