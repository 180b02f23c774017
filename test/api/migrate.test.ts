import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../server/setup/migrate.ts';
import { difference } from '../../server/setup/new-migration.ts';
import { migrationsFolder } from '../../server/setup/paths.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createDatabase();
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const write = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
};
const exists = async (table: string) =>
  (await database.sql<{ there: string | null }>('SELECT to_regclass($1) AS there', [table]))[0]?.there !==
  null;

test('migrations and models say the same', async () => {
  expect(await difference()).toBeNull();
}, 60_000);

test('a database that is up to date is left alone', async () => {
  expect(await migrate(database.ownerUrl, folder)).toEqual([]);
});

test('a new migration is applied whole, with functions and comments in it, and never twice', async () => {
  write(
    '29990101000000_more',
    `-- a comment; with a semicolon
     CREATE TABLE more (id int);
     CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 42; END $$;`,
  );
  expect(await migrate(database.ownerUrl, folder)).toEqual(['29990101000000_more']);
  expect(await exists('more')).toBe(true);
  expect(await migrate(database.ownerUrl, folder)).toEqual([]);
});

test('a migration that fails halfway leaves nothing behind and can be corrected', async () => {
  write('29990101000000_more', 'CREATE TABLE more (id int); SELECT 1 / 0;');
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
    /29990101000000_more failed and was undone: .*division by zero/,
  );
  expect(await exists('more')).toBe(false);
  write('29990101000000_more', 'CREATE TABLE more (id int);');
  expect(await migrate(database.ownerUrl, folder)).toEqual(['29990101000000_more']);
  expect(await exists('more')).toBe(true);
});

test('an applied migration whose text was changed is refused', async () => {
  write('29990101000000_more', 'CREATE TABLE more (id int);');
  await migrate(database.ownerUrl, folder);
  write('29990101000000_more', 'CREATE TABLE more (id bigint);');
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
    /another text of migration 29990101000000_more/,
  );
});

test('what a migration adds is usable by the server, but not changeable', async () => {
  write('29990101000000_more', 'CREATE TABLE more (id int);');
  await migrate(database.ownerUrl, folder);
  const rights = await database.sql(
    `SELECT has_table_privilege('telkonnet_app', 'more', 'INSERT') AS insert,
            has_table_privilege('telkonnet_app', 'more', 'TRUNCATE') AS truncate`,
  );
  expect(rights).toEqual([{ insert: true, truncate: false }]);
});
