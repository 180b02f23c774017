import { mkdirSync } from 'node:fs';
import { Client } from 'pg';
import { ensureJobStore } from './job-store.ts';
import type { Fate } from './kept-postgres.ts';
import { migrate } from './migrate.ts';
import { type Database, openOwnDatabase } from './own-database.ts';
import { dataFolder } from './paths.ts';
import { APP_ROLE } from './roles.ts';
import { reasonOf, SetupError } from './setup-error.ts';

type Addresses = { databaseUrl: string | undefined; migrationDatabaseUrl: string | undefined };
export type Ready = Database & { applied: string[] };

/**
 * A database with today's schema: the given one, or the built-in PostgreSQL where none is given.
 * @param tell hears when the built-in PostgreSQL was lost and when it is back
 * @throws SetupError, after which nothing keeps running.
 */
export const prepareDatabase = async (given: Addresses, tell?: (fate: Fate) => void): Promise<Ready> => {
  makeDataFolder();
  const database = given.databaseUrl
    ? external(given.databaseUrl, given.migrationDatabaseUrl)
    : await openOwnDatabase(dataFolder, tell);
  try {
    await check(database.ownerUrl, 'MIGRATION_DATABASE_URL');
    await check(database.appUrl, 'DATABASE_URL');
    await refuseStrongRole(database.appUrl);
    const applied = await migrate(database.ownerUrl);
    await ensureJobStore(database.ownerUrl);
    return { ...database, applied };
  } catch (error) {
    await database.stop();
    throw error;
  }
};

/** Also beside a given database: the media process keeps its socket there. */
const makeDataFolder = (): void => {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    throw new SetupError(
      `The data folder ${dataFolder} cannot be made (${reasonOf(error)}).`,
      'Set DATA_DIR to a folder that this user may write to.',
      { cause: error },
    );
  }
};

const external = (appUrl: string, ownerUrl: string | undefined): Database => {
  if (!ownerUrl) {
    throw new SetupError(
      'DATABASE_URL is set, but MIGRATION_DATABASE_URL is not.',
      'Set it to the address of the same database for the role that owns the tables (docs/operations.md).',
    );
  }
  return { appUrl, ownerUrl, stop: async () => undefined };
};

const WANTED = 18;

/** Connects once, so that what is wrong is told in the words of whoever set the address. */
const check = async (url: string, variable: string): Promise<void> => {
  const client = open(url, variable);
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    if (rows[0].version < WANTED) {
      throw new SetupError(
        `${where(url)} is PostgreSQL ${rows[0].version}.`,
        `Name a PostgreSQL ${WANTED} or newer in ${variable}.`,
      );
    }
  } catch (error) {
    throw error instanceof SetupError ? error : explain(error, url, variable);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const open = (url: string, variable: string): Client => {
  try {
    return new Client({ connectionString: new URL(url).href, connectionTimeoutMillis: 10_000 });
  } catch (error) {
    throw new SetupError(
      `${variable} is not an address.`,
      'Write it as postgresql://role:password@host:5432/database.',
      {
        cause: error,
      },
    );
  }
};

const explain = (error: unknown, url: string, variable: string): SetupError => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const role = new URL(url).username;
  if (code === '28P01' || code === '28000') {
    return new SetupError(`${where(url)} refuses role "${role}" or its password.`, `Correct ${variable}.`);
  }
  if (code === '3D000') {
    return new SetupError(`${where(url)} has no such database.`, `Create it, or correct ${variable}.`);
  }
  return new SetupError(
    `${where(url)} does not answer (${reasonOf(error)}).`,
    `Start it, or correct ${variable}.`,
    {
      cause: error,
    },
  );
};

/** Host and port only: an address may hold a password. */
const where = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `PostgreSQL at ${hostname}:${port || 5432}`;
};

/** Row-level security binds neither superusers nor owners, so the server may be none of them. */
const refuseStrongRole = async (url: string): Promise<void> => {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT r.rolname AS name, r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, d.datdba, 'member') AS strong
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    );
    if (rows[0].strong || rows[0].name !== APP_ROLE) {
      throw new SetupError(
        `DATABASE_URL names role "${rows[0].name}", which is not the server's own restricted role.`,
        `Use role "${APP_ROLE}", neither owner nor superuser (docs/operations.md).`,
      );
    }
  } finally {
    await client.end();
  }
};
