import { createDatabase, demonstration, type TestDatabase } from './database.ts';
import { mediaWorker } from './media-worker.ts';
import { type Environment, launch, type ServerProcess, startProcess } from './server-process.ts';

/** A server with a database of its own, which `close` removes, too. */
export type TestServer = ServerProcess & {
  database: TestDatabase;
  /** Another process after this one was killed, on the same port, database and folder. Close it before this one. */
  startAgain: () => Promise<ServerProcess>;
};
export type Ended = { code: number | null; signal: string | null; stdout: string; stderr: string };

const GIVE_UP_LIMIT_MS = 15_000;

/**
 * The real server as a process of its own, on a free port and a database of its own, with demonstration data and a
 * media worker. `environment` adds to what it gets; undefined takes something away.
 */
export const startServer = async (environment: Environment = {}): Promise<TestServer> => {
  // A production start meets an empty database; any other would fill it, which takes seconds each time.
  const production = environment.NODE_ENV === 'production';
  const database = await createDatabase(production ? undefined : await demonstration());
  try {
    const given = {
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      MEDIASOUP_WORKER_BIN: await mediaWorker(),
      MEDIA_LISTEN_ADDRESS: '127.0.0.1',
      ...environment,
    };
    const server = await startProcess(given);
    const { port, folder } = server;
    const startAgain = () => startProcess({ ...given, PORT: String(port), DATA_DIR: folder });
    const close = async () => {
      await server.close();
      await database.drop();
    };
    return { ...server, database, startAgain, close };
  } catch (error) {
    await database.drop();
    throw error;
  }
};

/** Starts the server expecting that it gives up, and tells what it said. */
export const startInVain = (environment: Environment, program = 'server/main.ts'): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = launch(environment, [program], GIVE_UP_LIMIT_MS);
    const ended: Ended = { code: null, signal: null, stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk) => {
      ended.stdout += chunk;
      if (!ended.stdout.includes('is running at')) return;
      child.kill('SIGTERM');
      reject(new Error('the server started, although it should not'));
    });
    child.stderr?.on('data', (chunk) => {
      ended.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ ...ended, code, signal }));
  });
