import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { hashPassword } from '../../server/modules/identity/password.ts';
import { startEmbeddedPostgres } from '../../server/setup/embedded-postgres.ts';
import { ensureJobStore } from '../../server/setup/job-store.ts';
import { migrate } from '../../server/setup/migrate.ts';
import { urlOf } from '../../server/setup/own-database.ts';
import { ensureAppRole, ensureDatabase, ensureOwnerRole, OWNER_ROLE } from '../../server/setup/roles.ts';
import { fillWorld } from './world.ts';

export type Cluster = { port: number; password: string; stop: () => Promise<void> };

/** The database that every test database is a copy of: migrated, with its queues, without rows. */
export const TEMPLATE = 'telkonnet_template';

/** The same with the small network of `world.ts`. */
export const WORLD = 'telkonnet_world';
/** Every account of that network signs in with this. */
export const WORLD_PASSWORD = 'Netz-der-Proben-2026';

/** One PostgreSQL for a whole test run, with the roles of the real one; all passwords are the same. */
export const startCluster = async (): Promise<Cluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-test-'));
  const password = 'test';
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    superuser: 'postgres',
    password,
    volatile: true,
  });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(postgres.port, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: postgres.port, password, stop };
};

/** The roles and the two templates, in a cluster that has neither. */
export const prepareTemplate = async (port: number, password: string): Promise<void> => {
  const admin = new Client(urlOf('postgres', password, port, 'postgres'));
  await admin.connect();
  try {
    await ensureOwnerRole(admin, password);
    await ensureAppRole(admin, password);
    await ensureDatabase(admin, TEMPLATE);
    const ownerUrl = urlOf(OWNER_ROLE, password, port, TEMPLATE);
    await migrate(ownerUrl);
    await ensureJobStore(ownerUrl);
    await admin.query(`CREATE DATABASE ${WORLD} TEMPLATE ${TEMPLATE} OWNER ${OWNER_ROLE}`);
    const owner = new Client(urlOf(OWNER_ROLE, password, port, WORLD));
    await owner.connect();
    await fillWorld(owner, await hashPassword(WORLD_PASSWORD));
    await owner.end();
  } finally {
    await admin.end();
  }
};
