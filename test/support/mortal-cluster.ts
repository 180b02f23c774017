import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/setup/embedded-postgres.ts';
import { urlOf } from '../../server/setup/own-database.ts';
import { APP_ROLE, OWNER_ROLE } from '../../server/setup/roles.ts';
import { prepareTemplate, WORLD } from './cluster.ts';

/** A PostgreSQL of its own that keeps what it promised, as in use, and may be killed and started again. */
export type MortalCluster = {
  appUrl: (database: string) => string;
  ownerUrl: (database: string) => string;
  /** A copy of the small network of `world.ts`. */
  createDatabase: (name: string) => Promise<void>;
  /** One statement as a superuser, over a connection of its own. */
  admin: <R extends QueryResultRow>(database: string, text: string, values?: unknown[]) => Promise<R[]>;
  /** Kills the whole of it. */
  kill: () => Promise<void>;
  /** Kills the process behind one connection, after which PostgreSQL throws all others out and recovers. */
  killBackend: (pid: number) => void;
  /** Starts it again on the same port, and waits until it has recovered. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

const RECOVERY_LIMIT_MS = 60_000;
const password = 'test';

export const startMortalCluster = async (): Promise<MortalCluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'telkonnet-mortal-'));
  const dataDir = join(folder, 'postgres');
  const open = (port?: number) =>
    startEmbeddedPostgres({ dataDir, superuser: 'postgres', password, ...(port ? { port } : {}) });
  let postgres: EmbeddedPostgres = await open();
  const { port } = postgres;
  const url = (role: string) => (database: string) => urlOf(role, password, port, database);

  const admin = async <R extends QueryResultRow>(database: string, text: string, values: unknown[] = []) => {
    const client = new Client(url('postgres')(database));
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<R>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const restart = async () => {
    const until = Date.now() + RECOVERY_LIMIT_MS;
    for (;;) {
      // What served a connection may outlive the whole by a moment, and holds its memory until then.
      try {
        postgres = await open(port);
        if (postgres.port === port) return;
        await postgres.stop();
      } catch (error) {
        if (Date.now() > until) throw error;
      }
      await setTimeout(100);
    }
  };
  const close = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareTemplate(port, password);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    appUrl: url(APP_ROLE),
    ownerUrl: url(OWNER_ROLE),
    createDatabase: async (name) => {
      await admin('postgres', `CREATE DATABASE ${name} TEMPLATE ${WORLD} OWNER ${OWNER_ROLE}`);
    },
    admin,
    kill: async () => {
      process.kill(Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
      await postgres.stop();
    },
    killBackend: (pid) => void process.kill(pid, 'SIGKILL'),
    restart,
    close,
  };
};
