import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { type Fate, keepPostgres } from './kept-postgres.ts';
import { endLeftOver, postmasterPid } from './left-over-postgres.ts';
import { isAlive, withLock } from './lock.ts';
import { APP_ROLE, ensureAppRole, ensureDatabase, ensureOwnerRole, OWNER_ROLE } from './roles.ts';
import { SetupError } from './setup-error.ts';

/** Addresses of one database for its two roles, and how to let go of it. */
export type Database = { appUrl: string; ownerUrl: string; stop: () => Promise<void> };
type Secrets = { port: number; superuser: string; owner: string; app: string };

const DATABASE = 'telkonnet';

/**
 * Starts the PostgreSQL under `folder` (made at the first start), with its roles and an empty or existing database, and
 * starts it again should it end by itself. One that another running server started is used as a guest: `stop` then
 * leaves it alone.
 * @param tell hears when it was lost and when it is back
 */
export const openOwnDatabase = (
  folder: string,
  tell: (fate: Fate) => void = () => undefined,
): Promise<Database> => {
  const alone = <T>(work: () => Promise<T>) => withLock(join(folder, 'postgres.lock'), work);
  return alone(async () => {
    const secrets = readSecrets(folder);
    const holder = join(folder, 'postgres.holder');
    const dataDir = join(folder, 'postgres');
    if (isGuest(dataDir, holder)) return { ...urls(secrets), stop: async () => undefined };
    const open = async (port: number) => {
      await endLeftOver(dataDir);
      const options = { dataDir, superuser: 'postgres', password: secrets.superuser, port };
      const postgres = await startEmbeddedPostgres(options);
      writeFileSync(holder, String(process.pid));
      return postgres;
    };
    const postgres = await open(secrets.port);
    const current = { ...secrets, port: postgres.port };
    writeSecrets(folder, current);
    const end = keepPostgres(postgres, () => alone(() => open(postgres.port)), tell);
    const stop = async () => {
      await end();
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
};

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

const isGuest = (dataDir: string, holder: string): boolean =>
  existsSync(holder) && isAlive(Number(readFileSync(holder, 'utf8'))) && postmasterPid(dataDir) !== null;
