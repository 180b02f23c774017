import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import pgBoss from 'pg-boss/package.json' with { type: 'json' };
import { queues } from '../kernel/queues.ts';
import { APP_ROLE } from './roles.ts';
import { SetupError } from './setup-error.ts';

/**
 * Installs pg-boss and creates every queue as the owner, so that the server's own role never makes a table.
 * Returns whether anything was missing.
 */
export const ensureJobStore = async (ownerUrl: string): Promise<boolean> => {
  const owner = new Client(ownerUrl);
  await owner.connect();
  try {
    if (await isComplete(owner)) return false;
    await install(ownerUrl);
    await owner.query(`
      GRANT USAGE ON SCHEMA pgboss TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${APP_ROLE};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO ${APP_ROLE};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APP_ROLE};`);
    return true;
  } finally {
    await owner.end();
  }
};

const isComplete = async (owner: Client): Promise<boolean> => {
  const { rows } = await owner.query("SELECT to_regclass('pgboss.queue') AS there");
  if (!rows[0]?.there) return false;
  const there = await owner.query('SELECT name FROM pgboss.queue');
  const names = new Set(there.rows.map((row) => row.name));
  return queues.every((queue) => names.has(queue)) && (await isCurrent(owner));
};

const isCurrent = async (owner: Client): Promise<boolean> => {
  const { rows } = await owner.query('SELECT version FROM pgboss.version');
  const there = Number(rows[0]?.version);
  if (there > pgBoss.pgboss.schema) {
    throw new SetupError(
      'The database is newer than this version of the software (its job store).',
      'Start the newer version, or restore a backup made before it.',
    );
  }
  return there === pgBoss.pgboss.schema;
};

const install = async (ownerUrl: string): Promise<void> => {
  // With `schedule` it also makes the queue of its own that recurring jobs pass through.
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, schedule: true, supervise: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const queue of queues) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
};
