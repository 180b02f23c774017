import { createHash } from 'node:crypto';
import { Client, Pool } from 'pg';
import { type MigrationList, readMigrations } from './migration-files.ts';
import { migrationsFolder } from './paths.ts';
import { grantToApp } from './roles.ts';
import { reasonOf, SetupError } from './setup-error.ts';

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database of `ownerUrl` to the schema of this code and returns the names of the migrations applied.
 * Each migration is applied whole or not at all.
 * @throws SetupError when the database is newer than the code, or was made by other migrations.
 */
export const migrate = async (ownerUrl: string, folder = migrationsFolder): Promise<string[]> => {
  const migrations = readMigrations(folder);
  const owner = new Client(ownerUrl);
  await owner.connect();
  try {
    const applied = await readApplied(owner);
    refuseStrangers(applied, migrations);
    if (applied.filter((row) => row.finished_at).length === migrations.migrationDirectories.length) return [];
    await grantToApp(owner);
  } finally {
    await owner.end();
  }
  return apply(ownerUrl, migrations);
};

const readApplied = async (owner: Client): Promise<Applied[]> => {
  const { rows } = await owner.query("SELECT to_regclass('public._prisma_migrations') AS there");
  if (!rows[0]?.there) return [];
  const applied = await owner.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return applied.rows;
};

const refuseStrangers = (applied: Applied[], migrations: MigrationList): void => {
  const known = new Map(
    migrations.migrationDirectories.map(({ path, migrationFile }) => [
      path,
      checksumOf(migrationFile.content.value),
    ]),
  );
  const newer = applied.find((row) => !known.has(row.migration_name));
  if (newer) {
    throw new SetupError(
      `The database is newer than this version of the software (it has migration ${newer.migration_name}).`,
      'Start the newer version, or restore a backup made before it.',
    );
  }
  const edited = applied.find((row) => known.get(row.migration_name) !== row.checksum);
  if (edited) {
    throw new SetupError(
      `The database was made with another text of migration ${edited.migration_name} than this version has.`,
      'Restore the migration as it was; for a database without value, remove it (.data) and start again.',
    );
  }
};

const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

const apply = async (ownerUrl: string, migrations: MigrationList): Promise<string[]> => {
  const { openSchemaEngine } = await import('./schema-engine.ts');
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  const engine = await openSchemaEngine(pool);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrations, filters });
    return appliedMigrationNames;
  } catch (error) {
    // PostgreSQL undid the whole migration; the note that it failed must go too, or no later start gets past it.
    const { rows } = await pool.query<Applied>(
      'DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING *',
    );
    throw new SetupError(
      `Migration ${rows[0]?.migration_name ?? ''} failed and was undone: ${messageOf(error)}.`,
      'Correct its cause and start again; the database is as before.',
      { cause: error },
    );
  } finally {
    engine.free();
    await pool.end();
  }
};

/** The engine wraps the database's own message in a page of text. */
const messageOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return /(?:Database error:\s*|ERROR:\s*|message: ")([^\n"]+)/.exec(text)?.[1] ?? reasonOf(error);
};
