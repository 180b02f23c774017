import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: Client;

beforeAll(async () => {
  database = await createDatabase();
  app = new Client(database.appUrl);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

test('the server connects as a role that is neither owner nor superuser nor free of row-level security', async () => {
  const { rows } = await app.query(
    `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns
       FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(rows).toEqual([
    {
      rolname: 'telkonnet_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    },
  ]);
});

test.each([
  ['make a table', 'CREATE TABLE mine (id int)'],
  ['drop a table', 'DROP TABLE organisation'],
  ['switch off row-level security', 'ALTER TABLE patient DISABLE ROW LEVEL SECURITY'],
  ['read or forge the list of migrations', 'SELECT * FROM _prisma_migrations'],
  ['make a table among the jobs', 'CREATE TABLE pgboss.mine (id int)'],
  ['become the owner', 'SET ROLE telkonnet_owner'],
])('the server may not %s', async (_what, statement) => {
  await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('every table with rows of an organisation has row-level security', async () => {
  const open = await database.sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT c.relrowsecurity AND c.relname <> '_prisma_migrations'`,
  );
  expect(open.map((row) => row.name)).toEqual([]);
});

test('every function that runs as its owner looks names up among temporary tables last', async () => {
  const loose = await database.sql<{ name: string }>(
    `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND p.prosecdef
        AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) AS setting WHERE setting LIKE 'search_path=%, pg_temp')`,
  );
  expect(loose.map((row) => row.name)).toEqual([]);
});
