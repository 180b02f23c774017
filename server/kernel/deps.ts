import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db.ts';
import type { RecordEvent } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';

/** What every use case gets. Each made once, by main (or by a test). */
export type Deps = {
  config: Config;
  log: Log;
  db: Db;
  jobs: Jobs;
  clock: Clock;
  /** Appends an event inside the transaction that causes it. */
  record: RecordEvent;
};
