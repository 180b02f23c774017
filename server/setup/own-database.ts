import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive, withLock } from './lock.ts';
import { APP_ROLE, ensureAppRole, ensureDatabase, ensureOwnerRole, OWNER_ROLE } from './roles.ts';
import { SetupError } from './setup-error.ts';

/** Addresses of one database for its two roles, and how to let go of it. */
export type Database = { appUrl: string; ownerUrl: string; stop: () => Promise<void> };
type Secrets = { port: number; superuser: string; owner: string; app: string };

const DATABASE = 'telkonnet';

/**
 * Starts the PostgreSQL under `folder` (made at the first start), with its roles and an empty or existing database.
 * A PostgreSQL that another running server started is used as a guest: `stop` then leaves it alone.
 */
export const openOwnDatabase = (folder: string): Promise<Database> =>
  withLock(join(folder, 'postgres.lock'), async () => {
    const secrets = readSecrets(folder);
    const holder = join(folder, 'postgres.holder');
    if (isGuest(folder, holder)) return { ...urls(secrets), stop: async () => undefined };
    await endLeftOver(join(folder, 'postgres'));
    const postgres = await startEmbeddedPostgres({
      dataDir: join(folder, 'postgres'),
      superuser: 'postgres',
      password: secrets.superuser,
      port: secrets.port,
    });
    const current = { ...secrets, port: postgres.port };
    writeSecrets(folder, current);
    writeFileSync(holder, String(process.pid));
    const stop = async () => {
      await postgres.stop();
      rmSync(holder, { force: true });
    };
    try {
      await ensureRoles(current);
    } catch (error) {
      await stop();
      throw error;
    }
    return { ...urls(current), stop };
  });

const secretsFile = (folder: string) => join(folder, 'postgres.json');

const readSecrets = (folder: string): Secrets => {
  mkdirSync(folder, { recursive: true });
  const file = secretsFile(folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(join(folder, 'postgres/PG_VERSION'))) {
    throw new SetupError(
      `The passwords of the database in ${folder} are missing (${file}).`,
      'Restore that file, or remove the folder to start anew without its data.',
    );
  }
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { port: 0, superuser: password(), owner: password(), app: password() };
  writeSecrets(folder, secrets);
  return secrets;
};

const writeSecrets = (folder: string, secrets: Secrets): void =>
  writeFileSync(secretsFile(folder), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });

const urls = (secrets: Secrets): { appUrl: string; ownerUrl: string } => ({
  appUrl: urlOf(APP_ROLE, secrets.app, secrets.port, DATABASE),
  ownerUrl: urlOf(OWNER_ROLE, secrets.owner, secrets.port, DATABASE),
});

export const urlOf = (role: string, password: string, port: number, database: string): string =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const ensureRoles = async (secrets: Secrets): Promise<void> => {
  const admin = new Client(urlOf('postgres', secrets.superuser, secrets.port, 'postgres'));
  await admin.connect();
  try {
    await ensureOwnerRole(admin, secrets.owner);
    await ensureAppRole(admin, secrets.app);
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end();
  }
};

const postmasterPid = (dataDir: string): number | null => {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 0 && isAlive(pid) && commandOf(pid).includes(dataDir) ? pid : null;
};

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

const isGuest = (folder: string, holder: string): boolean =>
  existsSync(holder) &&
  isAlive(Number(readFileSync(holder, 'utf8'))) &&
  postmasterPid(join(folder, 'postgres')) !== null;

/** After a kill, PostgreSQL may still be closing, or its pid file names a process that is none of ours. */
const endLeftOver = async (dataDir: string): Promise<void> => {
  const pid = postmasterPid(dataDir);
  if (pid !== null) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) await setTimeout(50);
  }
  if (postmasterPid(dataDir) === null) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
};
