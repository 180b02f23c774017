import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createApp } from '../../server/app.ts';
import { type OpenDeps, openDeps } from '../../server/deps.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { createLog } from '../../server/kernel/log.ts';
import { createMedia } from '../../server/modules/consultation/media/client.ts';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { findFreeTimes as endpoint } from '../../server/modules/scheduling/contract.ts';
import { findFreeTimes } from '../../server/modules/scheduling/finding/find-free-times.ts';
import { nextFreeTimes } from '../../server/modules/scheduling/finding/next-free-times.ts';
import type { Figure } from '../../server/setup/figures.ts';
import { actorOf } from '../support/actor-of.ts';
import { keepAlive } from '../support/keep-alive.ts';
import { startMortalCluster } from '../support/mortal-cluster.ts';
import { accounts } from '../support/world.ts';
import { openOracle } from './support/finding-oracle.ts';
import { installRecorder, type Recorder, type Statement } from './support/in-process-recorder.ts';
import { askedAt, makeManyCalendars } from './support/many-calendars.ts';
import { median, quantile } from './support/measure.ts';
import { makeQuestions, type Question } from './support/questions.ts';

/** Smaller for trying: `BENCH_PRACTITIONERS=100 BENCH_FINDING_BOOKINGS=0`, no past bookings beside the future ones. */
const extent = {
  practitioners: Number(process.env.BENCH_PRACTITIONERS ?? 2_000),
  departments: 40,
  bookings: Number(process.env.BENCH_FINDING_BOOKINGS ?? 3_500_000),
};
const rounds = 5;
const compared = 60;
const actor = actorOf('physician');

/**
 * How fast the first twenty free times of a specialty are found over 2,000 calendars, beside the statements that this
 * takes, sent bare. Each answer is compared with brute force over the same tables.
 */
export const bench = async (): Promise<Figure[]> => {
  const cluster = await startMortalCluster();
  try {
    await cluster.createDatabase('finding');
    await makeManyCalendars(cluster, 'finding', extent);
    const log = createLog('silent');
    const config = readConfig({ NODE_ENV: 'test' });
    const recorder = installRecorder();
    const deps = await openDeps(config, log, cluster.appUrl('finding'), { now: () => askedAt });
    try {
      const questions = makeQuestions(120);
      const speed = await measureSpeed(deps, recorder, cluster.appUrl('finding'), questions);
      const http = await measureHttp(deps, questions);
      const equal = await compareWithOracle(deps, cluster.ownerUrl('finding'), questions.slice(0, compared));
      return [...speed, http, equal];
    } finally {
      await deps.close();
      recorder.remove();
    }
  } finally {
    await cluster.close();
  }
};

/** As the server answers: found, and checked against what the endpoint promises. */
const ask = async (deps: OpenDeps, question: Question) =>
  endpoint.reply.parse(await findFreeTimes(deps, actor, question));

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measureSpeed(
  deps: OpenDeps,
  recorder: Recorder,
  appUrl: string,
  questions: readonly Question[],
): Promise<Figure[]> {
  const [first] = questions as [Question];
  const cold = await took(() => ask(deps, first));
  const bare = new pg.Client(appUrl);
  await bare.connect();
  const served: number[] = [];
  const sent: number[] = [];
  const scripts = new Map<Question, Statement[]>();
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const question of questions) {
        // The first round warms both up, and is written down to be sent again.
        if (round === 0) {
          scripts.set(question, await recorder.record(() => ask(deps, question)));
        } else served.push(await took(() => ask(deps, question)));
        const script = scripts.get(question) ?? [];
        const alone = await took(async () => {
          for (const statement of script) await bare.query(statement);
        });
        if (round > 0) sent.push(alone);
      }
    }
  } finally {
    await bare.end();
  }
  const glance: number[] = [];
  for (let round = 0; round < 30; round += 1) glance.push(await took(() => nextFreeTimes(deps, actor)));
  return [
    { name: 'finding.calendars', value: extent.practitioners, unit: 'calendars' },
    { name: 'finding.bookings', value: extent.bookings, unit: 'bookings' },
    {
      name: 'finding.statements',
      value: median([...scripts.values()].map(({ length }) => length)),
      unit: 'statements',
    },
    { name: 'finding.first20_p50', value: quantile(served, 0.5), unit: 'ms' },
    { name: 'finding.first20_p95', value: quantile(served, 0.95), unit: 'ms', goal: { atMost: 20 } },
    { name: 'finding.bare_p95', value: quantile(sent, 0.95), unit: 'ms' },
    { name: 'finding.p95_ratio', value: quantile(served, 0.95) / quantile(sent, 0.95), unit: 'ratio' },
    { name: 'finding.first_answer', value: cold, unit: 'ms' },
    { name: 'finding.departments_at_a_glance_p95', value: quantile(glance, 0.95), unit: 'ms' },
  ];
}

async function measureHttp(deps: OpenDeps, questions: readonly Question[]): Promise<Figure> {
  const { token } = await deps.db.system((tx) => openSession(deps, tx, accounts.physician.id));
  const server = createServer(createApp(deps, { media: createMedia({ settings: null, log: deps.log }) }));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const http = keepAlive((server.address() as AddressInfo).port, 1);
  try {
    const milliseconds: number[] = [];
    for (const question of questions) {
      const query = new URLSearchParams(
        Object.entries(question).map(([name, value]) => [name, String(value)]),
      );
      milliseconds.push(
        await took(async () => {
          const { status } = await http.send('GET', `/api/free-times?${query}`, {
            cookie: `telkonnet=${token}`,
          });
          if (status !== 200) throw new Error(`free times over HTTP: ${status}`);
        }),
      );
    }
    return { name: 'finding.first20_http_p95', value: quantile(milliseconds, 0.95), unit: 'ms' };
  } finally {
    http.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** @throws at the first answer that differs */
async function compareWithOracle(
  deps: OpenDeps,
  ownerUrl: string,
  questions: readonly Question[],
): Promise<Figure> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const oracle = await openOracle(client);
    for (const question of questions) {
      const found = JSON.stringify((await ask(deps, question)).times);
      const expected = await oracle.answer(question);
      if (found !== expected) {
        throw new Error(`${JSON.stringify(question)}\nfound    ${found}\nexpected ${expected}`);
      }
    }
    return {
      name: 'finding.answers_equal_to_the_oracle',
      value: questions.length,
      unit: 'answers',
      goal: { atLeast: 50 },
    };
  } finally {
    await client.end();
  }
}
