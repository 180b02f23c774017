import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adminCreate } from '../../server/admin-create.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const run = async (args: string[], typed: string) => {
  const output = new PassThrough();
  const environment = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://telkonnet.example',
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
  };
  const code = await adminCreate(args, environment, { input: Readable.from([typed]), output });
  return { code, told: String(output.read()) };
};
const nora = ['--email', 'Nora@netz.example', '--name', 'Nora Netzmuster'];
const good = 'deich hinter dem siel\n';

it.each([
  [[], good, /e-mail address or the name is missing/],
  [['--email', 'nora@netz.example'], good, /missing/],
  [[...nora, '--role', 'x'], good, /missing/],
  [['--email', 'nora', '--name', 'Nora Netzmuster'], good, /Not usable: email/],
  [nora, 'kurz\n', /too short/],
  [nora, '', /too short/],
])('refuses %j', async (args, typed, why) => {
  await expect(run(args, typed)).rejects.toThrow(why);
  expect(await database.sql('SELECT id FROM account')).toEqual([]);
});

it('makes the first account and its organisation in an empty network, and never tells the password', async () => {
  const { code, told } = await run(nora, good);
  expect(code).toBe(0);
  expect(told).toContain('Nora@netz.example');
  expect(told).not.toContain('deich');
  const accounts = await database.sql(
    'SELECT a.email, a.role, o.kind FROM account a JOIN organisation o ON o.id = a.organisation_id',
  );
  expect(accounts).toEqual([{ email: 'nora@netz.example', role: 'network_admin', kind: 'network' }]);
});

it('makes a second one only when asked to', async () => {
  const dora = ['--email', 'dora@netz.example', '--name', 'Dora Netzprobe'];
  await expect(run(dora, good)).rejects.toThrow(/administrator already/);
  expect((await run([...dora, '--another'], good)).code).toBe(0);
  expect(await database.sql('SELECT id FROM organisation')).toHaveLength(1);
});
