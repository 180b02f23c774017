import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { readMigrations, readSchema } from './migration-files.ts';
import { migrationsFolder, schemaFolder } from './paths.ts';
import { ensureAppRole, extensions } from './roles.ts';
import { openSchemaEngine } from './schema-engine.ts';
import { SetupError } from './setup-error.ts';

/**
 * For developers: compares the migrations with the Prisma schema in a throw-away database and writes the SQL that
 * is missing as a new migration, to be read and completed by hand. Returns its path, or null when nothing is missing.
 */
export const writeMigration = async (name: string, now: Date): Promise<string | null> => {
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new SetupError(
      `"${name}" is not a migration name.`,
      'Use lower-case letters, digits and underscores.',
    );
  }
  const sql = await difference();
  if (sql === null) return null;
  const folder = join(migrationsFolder, `${stamp(now)}_${name}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'migration.sql');
  writeFileSync(file, sql);
  writeFileSync(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return file;
};

/** The SQL that leads from the migrations to the schema, or null when they say the same. */
export const difference = async (): Promise<string | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-migration-'));
  const superuser = { user: 'postgres', password: 'throw-away' };
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    superuser: superuser.user,
    password: superuser.password,
    volatile: true,
  });
  const connection = { host: '127.0.0.1', port: postgres.port, ...superuser };
  const main = new Pool({ ...connection, database: 'postgres' });
  const shadow = new Pool({ ...connection, database: 'shadow' });
  // A connection that is on its way out when the server stops has nobody else to complain to.
  for (const pool of [main, shadow]) {
    pool.on('connect', (client) => client.on('error', () => undefined));
    // The pool tells of its idle connections' errors itself.
    pool.on('error', () => undefined);
  }
  try {
    const admin = new Client({ ...connection, database: 'template1' });
    await admin.connect();
    await ensureAppRole(admin, 'throw-away');
    for (const extension of extensions) await admin.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    await admin.query('CREATE DATABASE shadow');
    await admin.end();
    const schema = readSchema(schemaFolder);
    const engine = await openSchemaEngine(
      main,
      shadow,
      schema.map(({ path, content }) => [path, content]),
    );
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations(migrationsFolder) },
      to: { tag: 'schemaDatamodel', files: schema },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout && !stdout.includes('This is an empty migration') ? stdout : null;
  } finally {
    await Promise.all([main.end(), shadow.end()]);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const stamp = (now: Date): string => now.toISOString().replace(/\D/g, '').slice(0, 14);
