import { randomBytes } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import { inject } from 'vitest';
import { openDeps } from '../../server/deps.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { createLog } from '../../server/kernel/log.ts';
import { urlOf } from '../../server/setup/own-database.ts';
import { APP_ROLE, OWNER_ROLE } from '../../server/setup/roles.ts';
import { TEMPLATE, WORLD } from './cluster.ts';

export { WORLD };

const DEMONSTRATION = 'telkonnet_demonstration';

export type TestDatabase = {
  name: string;
  /** The server's own role: bound by row-level security. */
  appUrl: string;
  ownerUrl: string;
  /** Asks as the owner, whom row-level security does not bind: for what a test must see or spoil. */
  sql: <R extends QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>;
  /** Closes our own connection, so that the database can serve as a template. */
  release: () => Promise<void>;
  drop: () => Promise<void>;
};

/** A database of its own for one test file: today's schema, the queues, and no rows (or the rows of `template`). */
export const createDatabase = async (template = TEMPLATE): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (admin) => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${OWNER_ROLE}`);
  });
  const ownerUrl = addressOf(OWNER_ROLE, name);
  const owner = new Client(ownerUrl);
  await owner.connect();
  return {
    name,
    appUrl: addressOf(APP_ROLE, name),
    ownerUrl,
    sql: async <R extends QueryResultRow>(text: string, values: unknown[] = []) =>
      (await owner.query<R>(text, values)).rows,
    release: () => owner.end(),
    drop: async () => {
      await owner.end();
      await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
};

/**
 * The name of a template with the demonstration network, made when the first test of a run asks for it.
 * Test files run in processes of their own, so PostgreSQL decides who makes it.
 */
export const demonstration = (): Promise<string> =>
  asAdmin(async (admin) => {
    await admin.query("SELECT pg_advisory_lock(hashtext('demonstration template'))");
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DEMONSTRATION]);
    if (rowCount) return DEMONSTRATION;
    const draft = await createDatabase();
    const log = createLog('silent');
    const deps = await openDeps(readConfig({ NODE_ENV: 'test' }), log, draft.appUrl);
    try {
      const { seed } = await import('../../prisma/seed.ts');
      await seed(deps);
    } finally {
      await deps.close();
    }
    await draft.release();
    await admin.query(`ALTER DATABASE ${draft.name} RENAME TO ${DEMONSTRATION}`);
    return DEMONSTRATION;
  });

export const addressOf = (role: string, database: string): string => {
  const { port, password } = inject('postgres');
  return urlOf(role, password, port, database);
};

/** Work as the superuser, for what belongs to the whole PostgreSQL. */
export const asAdmin = async <T>(work: (admin: Client) => Promise<T>): Promise<T> => {
  const admin = new Client(addressOf('postgres', 'postgres'));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};
