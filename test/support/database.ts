import { randomBytes } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import { inject } from 'vitest';
import { urlOf } from '../../server/setup/own-database.ts';
import { APP_ROLE, OWNER_ROLE } from '../../server/setup/roles.ts';
import { TEMPLATE, WORLD } from './cluster.ts';

export { WORLD };

export type TestDatabase = {
  name: string;
  /** The server's own role: bound by row-level security. */
  appUrl: string;
  ownerUrl: string;
  /** Asks as the owner, whom row-level security does not bind: for what a test must see or spoil. */
  sql: <R extends QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>;
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
    drop: async () => {
      await owner.end();
      await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
};

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
