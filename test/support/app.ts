import supertest from 'supertest';
import { createApp } from '../../server/app.ts';
import { openDeps } from '../../server/deps.ts';
import { readConfig } from '../../server/kernel/config.ts';
import type { Deps } from '../../server/kernel/deps.ts';
import { createLog } from '../../server/kernel/log.ts';
import { startSubscriber } from '../../server/kernel/subscriber.ts';
import { createMedia, type Media } from '../../server/modules/consultation/media/client.ts';
import { openSession } from '../../server/modules/identity/sessions.ts';
import { subscribers } from '../../server/subscriptions.ts';
import { duties } from '../../server/tasks.ts';
import { createDatabase, type TestDatabase, WORLD } from './database.ts';
import { type AccountName, accounts } from './world.ts';

export type Agent = ReturnType<typeof supertest.agent>;

export type TestApp = {
  deps: Deps;
  database: TestDatabase;
  /** Time stands still until a test moves it. */
  clock: { now(): Date; set(at: string | Date): void; advance(milliseconds: number): void };
  /** Every line that the server logged, as JSON text. */
  logged: string[];
  /** Calls as this person, signed in, with cookie and CSRF token. Names are those of `world.ts`. */
  signIn(name: AccountName): Promise<Agent>;
  /** The same for an account that the test made itself. */
  signInAs(accountId: string): Promise<Agent>;
  /** Calls as somebody who is not signed in. */
  anonymous(): Agent;
  /** Lets every subscriber handle what it has not handled yet, in order, and does every duty that is due by now. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

type Options = { now?: string; media?: Media; environment?: Record<string, string> };

/** A whole server without a port, on a database of its own with the small network of `world.ts`. Close it in afterAll. */
export const createTestApp = async (options: Options = {}): Promise<TestApp> => {
  const database = await createDatabase(WORLD);
  const config = readConfig({ NODE_ENV: 'test', DATABASE_POOL: '5', ...options.environment });
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const clock = settableClock(options.now ?? '2026-11-23T09:00:00Z');
  const deps = await openDeps(config, log, database.appUrl, clock);
  const media = options.media ?? createMedia({ settings: null, log });
  const app = createApp(deps, { media });
  const signInAs = async (accountId: string) => {
    const { token, csrfToken } = await deps.db.system((tx) => openSession(deps, tx, accountId));
    return supertest.agent(app).set('Cookie', `telkonnet=${token}`).set('X-CSRF-Token', csrfToken);
  };
  return {
    deps,
    database,
    clock,
    logged,
    signInAs,
    signIn: (name) => signInAs(accounts[name].id),
    anonymous: () => supertest.agent(app),
    settle: () => settle(deps, database),
    close: async () => {
      await media.close();
      await deps.close();
      await database.drop();
    },
  };
};

const settableClock = (start: string): TestApp['clock'] => {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (at) => {
      now = new Date(at);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
};

/** Does at once what the job store's next rounds would do, by the test's clock. */
const settle = async (deps: Deps, database: TestDatabase): Promise<void> => {
  while ((await handleEvents(deps, database)) || (await doDuties(deps, database))) {
    // Until one leads to nothing new.
  }
};

/** Takes each subscriber's own handler and hands it the events. */
const handleEvents = async (deps: Deps, database: TestDatabase): Promise<boolean> => {
  let handledAny = false;
  for (const subscriber of subscribers) {
    let handle: (data: unknown) => Promise<void> = async () => undefined;
    const jobs = {
      ...deps.jobs,
      work: async (_queue: unknown, own: typeof handle) => {
        handle = own;
      },
    };
    await startSubscriber({ ...deps, jobs }, subscriber);
    const waiting = await database.sql<{ id: string }>(
      `SELECT e.id FROM event_log e WHERE e.type = ANY ($1)
          AND NOT EXISTS (SELECT 1 FROM event_handled h WHERE h.subscriber = $2 AND h.event_id = e.id) ORDER BY e.id`,
      [subscriber.types, subscriber.name],
    );
    for (const { id } of waiting) await handle({ eventId: id });
    handledAny ||= waiting.length > 0;
  }
  return handledAny;
};

/** A job for "at once" has the store's own clock as its start, whatever the test's says. */
const doDuties = async (deps: Deps, database: TestDatabase): Promise<boolean> => {
  const due = await database.sql<{ id: string; name: string; data: unknown }>(
    `SELECT id, name, data FROM pgboss.job WHERE name = ANY ($1) AND state IN ('created', 'retry')
       AND (start_after <= $2 OR abs(extract(epoch FROM start_after - created_on)) < 1) ORDER BY start_after, created_on, id`,
    [duties.map(({ queue }) => queue), deps.clock.now()],
  );
  for (const { id, name, data } of due) {
    await duties.find(({ queue }) => queue === name)?.run(deps, data);
    await database.sql('DELETE FROM pgboss.job WHERE id = $1', [id]);
  }
  return due.length > 0;
};
