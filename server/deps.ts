import { type Clock, systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { createDb } from './kernel/db.ts';
import type { Deps } from './kernel/deps.ts';
import { createRecord } from './kernel/events.ts';
import { createJobs } from './kernel/jobs.ts';
import type { Log } from './kernel/log.ts';
import { subscribers } from './subscriptions.ts';

export type OpenDeps = Deps & { close(): Promise<void> };

/** Everything that use cases need, opened once. @param databaseUrl address of the application's role */
export async function openDeps(
  config: Config,
  log: Log,
  databaseUrl: string,
  clock: Clock = systemClock,
): Promise<OpenDeps> {
  const db = createDb(databaseUrl, config.databasePool, log);
  const jobs = await createJobs(databaseUrl, log);
  return {
    config,
    log,
    db,
    jobs,
    clock,
    record: createRecord(jobs, subscribers),
    async close() {
      await jobs.close();
      await db.close();
    },
  };
}
