import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Figure } from '../../server/setup/figures.ts';
import { type Caller, makeCallers, makeSpecialists } from '../support/crowd.ts';
import { type KeepAlive, keepAlive } from '../support/keep-alive.ts';
import { type MortalCluster, startMortalCluster } from '../support/mortal-cluster.ts';
import { freeTimesOf, serverOn } from '../support/production-server.ts';
import { consult } from '../support/scheduling.ts';
import { measure, median, quantile, type Run } from './support/measure.ts';
import { replay } from './support/replay.ts';
import { readStatements, Script } from './support/statements.ts';

const concurrency = 16;
const connections = 10;
const rounds = 7;
const perRound = Number(process.env.BENCH_BOOKINGS ?? 800);
/** So many accounts, each with a time of day of its own, of which bookings are recorded to be sent again. */
const accounts = 40;

/**
 * How fast a free time is booked for a known patient over HTTP, beside the same statements sent bare: the statements of
 * real bookings, recorded and sent again with other ids over as many connections, in a database like the server's.
 * Both take turns, so that whatever else the machine does hits both.
 */
export const bench = async (): Promise<Figure[]> => {
  const cluster = await startMortalCluster();
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-bench-'));
  try {
    await cluster.createDatabase('served');
    const into = { cluster, database: 'served' };
    const callers = await makeCallers(into, accounts);
    const known = await makeSpecialists(into, accounts * 2);
    const specialists = await makeSpecialists(into, perRound);
    const recordings = await record(cluster, join(folder, 'statements'), callers, known);
    // The bare side works in a copy, so that its events wake no server.
    await cluster.admin('postgres', 'CREATE DATABASE bare TEMPLATE served');
    return await compare(cluster, callers, specialists, recordings);
  } finally {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Recording = { script: Script; practitionerId: string; startAt: string; key: string };

/** Books one time with each account and returns what the server sent for it. */
async function record(
  cluster: MortalCluster,
  file: string,
  callers: readonly Caller[],
  known: readonly string[],
): Promise<Recording[]> {
  const hook = new URL('./support/record-statements.ts', import.meta.url).href;
  const server = await serverOn(cluster, 'served', { STATEMENTS: file }, ['--import', hook]);
  const http = keepAlive(server.port, 1);
  try {
    const times = await freeTimesOf(http, at(callers, 0), at(known, 0), accounts);
    const booked: Omit<Recording, 'script'>[] = [];
    for (const [n, startAt] of times.entries()) {
      const [caller, key, practitionerId] = [at(callers, n), randomUUID(), at(known, n)];
      // What only a first call needs is not part of a booking.
      await book(http, caller, at(known, n + accounts), startAt, randomUUID());
      await book(http, caller, practitionerId, startAt, key, { 'x-record': key });
      booked.push({ practitionerId, startAt, key });
    }
    const statements = readStatements(file);
    return booked.map((one) => ({
      ...one,
      script: new Script(statements.filter(({ call }) => call === one.key)),
    }));
  } finally {
    http.close();
    await server.close();
  }
}

async function compare(
  cluster: MortalCluster,
  callers: readonly Caller[],
  specialists: readonly string[],
  recordings: readonly Recording[],
): Promise<Figure[]> {
  const server = await serverOn(cluster, 'served');
  const http = keepAlive(server.port, concurrency);
  const bare = new pg.Pool({
    connectionString: cluster.appUrl('bare'),
    max: connections,
    // What stands outside of a transaction is asked by the software itself.
    onConnect: async (line) => void (await line.query("select set_config('app.role', 'system', false)")),
  });
  const [overHttp, overPg]: [Run[], Run[]] = [[], []];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      // In every round all physicians are booked once, at different times.
      const turn = (n: number) => (n + round) % accounts;
      const served = await measure(perRound, concurrency, (n) =>
        book(http, at(callers, turn(n)), at(specialists, n), at(recordings, turn(n)).startAt, randomUUID()),
      );
      const sent = await measure(perRound, concurrency, (n) => {
        const { script, practitionerId, key } = at(recordings, turn(n));
        const other = new Map([
          [practitionerId, at(specialists, n)],
          [key, randomUUID()],
        ]);
        return replay(bare, script, other);
      });
      // The first round warms both up.
      if (round === 0) continue;
      overHttp.push(served);
      overPg.push(sent);
    }
  } finally {
    await bare.end();
    http.close();
    await server.close();
  }
  return figures(overHttp, overPg, at(recordings, 0).script);
}

function figures(overHttp: readonly Run[], overPg: readonly Run[], script: Script): Figure[] {
  const rate = (runs: readonly Run[]) => median(runs.map(({ perSecond }) => perSecond));
  const p99 = (runs: readonly Run[]) =>
    quantile(
      runs.flatMap(({ milliseconds }) => milliseconds),
      0.99,
    );
  const ratios = overHttp.map(({ perSecond }, n) => perSecond / at(overPg, n).perSecond);
  return [
    { name: 'booking.statements', value: script.steps.length, unit: 'statements' },
    { name: 'booking.http', value: rate(overHttp), unit: 'per_second' },
    { name: 'booking.bare', value: rate(overPg), unit: 'per_second' },
    { name: 'booking.http_ratio', value: median(ratios), unit: 'ratio', goal: { atLeast: 0.4 } },
    { name: 'booking.http_p99', value: p99(overHttp), unit: 'ms' },
    { name: 'booking.bare_p99', value: p99(overPg), unit: 'ms' },
    {
      name: 'booking.p99_ratio',
      value: p99(overHttp) / p99(overPg),
      unit: 'ratio',
      goal: { atMost: 5 },
    },
  ];
}

async function book(
  http: KeepAlive,
  caller: Caller,
  practitionerId: string,
  startAt: string,
  key: string,
  more: Record<string, string> = {},
): Promise<void> {
  const headers = { ...caller.headers, ...more, 'idempotency-key': key };
  const body = { ...consult, practitionerId, startAt, patientId: caller.patientId };
  const answer = await http.send('POST', '/api/bookings', headers, body);
  if (answer.status !== 201)
    throw new Error(`a booking was answered ${answer.status} ${JSON.stringify(answer.body)}`);
}

function at<T>(list: readonly T[], n: number): T {
  const found = list[n];
  if (found === undefined) throw new Error(`there is no element ${n} of ${list.length}`);
  return found;
}
