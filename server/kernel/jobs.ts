import { fromPrisma, PgBoss } from 'pg-boss';
import type { Tx } from './db.ts';
import { describe } from './errors.ts';
import type { Log } from './log.ts';
import type { QueueName } from './queues.ts';

export type JobOptions = { startAfter?: Date; singletonKey?: string; retryLimit?: number };

/** Work for later or again: durable, enqueued in the transaction of the fact that causes it. */
export type Jobs = {
  send(tx: Tx, queue: QueueName, data: object, options?: JobOptions): Promise<void>;
  /** Handles a queue's jobs one after the other; a throw means "again later". Looks for new ones every `pollSeconds`. */
  work(queue: QueueName, handle: (data: unknown) => Promise<void>, pollSeconds?: number): Promise<void>;
  /** Runs a queue's job by a cron expression (UTC). */
  every(queue: QueueName, cron: string): Promise<void>;
  /** Throws when the job store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** @param url PostgreSQL address of the application role; the schema `pgboss` stands already. */
export async function createJobs(url: string, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    migrate: false,
    createSchema: false,
    reindex: false,
  });
  boss.on('error', (error) => log.warn({ err: { message: error.message } }, 'job store'));
  await boss.start();
  // The job store keeps a failure and says nothing; and what it keeps must quote no rows either.
  const fail = (queue: QueueName, jobId: string, error: unknown): never => {
    const err = describe(error);
    log.error({ queue, jobId, err }, 'a job failed');
    throw new Error(err.code ? `${err.type} ${err.code}` : err.type);
  };
  return {
    async send(tx, queue, data, options = {}) {
      await boss.send(queue, data, { retryLimit: 5, retryBackoff: true, ...options, db: fromPrisma(tx) });
    },
    async work(queue, handle, pollSeconds = 1) {
      await boss.work(queue, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async ([job]) => {
        if (job) await handle(job.data).catch((error: unknown) => fail(queue, job.id, error));
      });
    },
    async every(queue, cron) {
      await boss.schedule(queue, cron);
    },
    async ping() {
      await boss.schemaVersion();
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}
