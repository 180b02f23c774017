import type { Figure } from '../../server/setup/figures.ts';
import { checkRace } from '../support/booking-checker.ts';
import { rowsAfter, runRace } from '../support/booking-race.ts';
import { startMortalCluster } from '../support/mortal-cluster.ts';
import { openRaceGround } from '../support/race-ground.ts';

const attempts = Number(process.env.RACE_ATTEMPTS ?? 200_000);
const seed = Number(process.env.RACE_SEED ?? Date.now() % 100_000);

/**
 * 64 clients racing for 20 times with holds, bookings, moves and cancellations, while the server, the database and
 * single connections of it are killed; then the checker of `test/support` over all that happened.
 */
export const bench = async (): Promise<Figure[]> => {
  process.stdout.write(`race of ${attempts} attempts, seed ${seed}\n`);
  const cluster = await startMortalCluster();
  try {
    await cluster.createDatabase('race');
    const ground = await openRaceGround(cluster, 'race', {
      people: 5,
      times: 4,
      callers: 32,
      connections: 64,
    });
    const kills = Math.max(6, Math.ceil(attempts / 4_000));
    const { history, seconds } = await runRace(ground, { attempts, clients: 64, seed, kills }).finally(
      ground.close,
    );
    const violations = checkRace(history, await rowsAfter(cluster, 'race'));
    for (const { rule, what } of violations.slice(0, 20)) process.stdout.write(`${rule} ${what}\n`);
    const done = history.filter(({ outcome }) => outcome.kind === 'done').length;
    const lost = history.filter(({ outcome }) => outcome.kind === 'unknown').length;
    return [
      { name: 'race.attempts', value: history.length, unit: 'attempts', goal: { atLeast: attempts } },
      { name: 'race.rate', value: history.length / seconds, unit: 'per_second' },
      { name: 'race.done', value: done, unit: 'attempts' },
      { name: 'race.answer_lost', value: lost, unit: 'attempts' },
      { name: 'race.killed', value: kills, unit: 'times' },
      { name: 'race.violations', value: violations.length, unit: 'violations', goal: { atMost: 0 } },
    ];
  } finally {
    await cluster.close();
  }
};
