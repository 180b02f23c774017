import { PgBoss } from 'pg-boss';
import { ask, type Tx } from './db.ts';
import { describe } from './errors.ts';
import type { Log } from './log.ts';
import type { QueueName } from './queues.ts';

export type JobOptions = {
  startAfter?: Date;
  singletonKey?: string;
  retryLimit?: number;
  /** A job whose server was lost is tried again after so long; 15 minutes unless told. */
  expireInSeconds?: number;
};

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
  const failed = (queue: QueueName, id: string, error: unknown) => {
    const err = describe(error);
    log.error({ queue, jobId: id, err }, 'a job failed');
    const message = err.code ? `${err.type} ${err.code}` : err.type;
    return { id, status: 'failed' as const, output: { message } };
  };
  // One text per queue and kind of job.
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `job_${names.size}`;
    names.set(text, name);
    return name;
  };
  const inside = (tx: Tx) => ({
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: await ask<object>(tx, { text, name: nameOf(text), values }),
    }),
  });
  return {
    async send(tx, queue, data, options = {}) {
      await boss.send(queue, data, { retryLimit: 5, retryBackoff: true, ...options, db: inside(tx) });
    },
    async work(queue, handle, pollSeconds = 1) {
      // By the dozen, or a queue would get through one job per round; each succeeds or fails by itself.
      const options = {
        pollingIntervalSeconds: pollSeconds,
        batchSize: 12,
        burstWhenBatchFull: true,
        perJobResults: true as const,
      };
      await boss.work<unknown>(queue, options, async (jobs) => {
        const results = [];
        for (const { id, data } of jobs) {
          results.push(
            await handle(data).then(
              () => ({ id, status: 'completed' as const }),
              (error: unknown) => failed(queue, id, error),
            ),
          );
        }
        return results;
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
