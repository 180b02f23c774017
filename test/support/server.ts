import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/setup/free-port.ts';
import { root } from '../../server/setup/paths.ts';
import { createDatabase, demonstration, type TestDatabase } from './database.ts';
import { mediaWorker } from './media-worker.ts';

export type TestServer = {
  url: string;
  database: TestDatabase;
  process: ChildProcess;
  /** Everything that it wrote to standard output (log and greeting) and to standard error so far. */
  output: () => string;
  /** Ends it as an operator would; resolves to the exit code. Twice is harmless. */
  stop: () => Promise<number | null>;
  /** Also removes its database and folder. */
  close: () => Promise<void>;
};

type Environment = Record<string, string | undefined>;
export type Ended = { code: number | null; signal: string | null; stdout: string; stderr: string };

const START_LIMIT_MS = 90_000;
const GIVE_UP_LIMIT_MS = 15_000;

/**
 * The real server as a process of its own, on a free port and a database of its own, with demonstration data and a
 * media worker. `environment` adds to what it gets; undefined takes something away.
 */
export const startServer = async (environment: Environment = {}): Promise<TestServer> => {
  // A production start meets an empty database; any other would fill it, which takes seconds each time.
  const production = environment.NODE_ENV === 'production';
  const database = await createDatabase(production ? undefined : await demonstration());
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tk-'));
  const child = launch({
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    DATA_DIR: folder,
    PORT: String(port),
    MEDIASOUP_WORKER_BIN: await mediaWorker(),
    MEDIA_LISTEN_ADDRESS: '127.0.0.1',
    ...environment,
  });
  let output = '';
  let settleExit: (code: number | null) => void = () => undefined;
  const exited = new Promise<number | null>((resolve) => {
    settleExit = resolve;
  });
  const running = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('is running at')) resolve(`http://localhost:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('close', (code) => {
      settleExit(code);
      reject(new Error(`the server ended with ${code}:\n${output}`));
    });
    const fail = () => reject(new Error(`the server did not start in time:\n${output}`));
    setTimeout(fail, START_LIMIT_MS).unref();
  });
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  const close = async () => {
    await stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await running, database, process: child, output: () => output, stop, close };
  } catch (error) {
    child.kill('SIGKILL');
    await close();
    throw error;
  }
};

/** Starts the server expecting that it gives up, and tells what it said. */
export const startInVain = (environment: Environment, program = 'server/main.ts'): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = launch(environment, program, GIVE_UP_LIMIT_MS);
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

const launch = (environment: Environment, program = 'server/main.ts', limit?: number): ChildProcess =>
  // A test that was cut off leaves no server behind: setpriv has it end with us.
  spawn('setpriv', ['--pdeathsig=TERM', process.execPath, program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limit,
    killSignal: 'SIGKILL',
    // Nothing of the test's own environment but what any program needs.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'UTC',
      PORT: '0',
      HOST: '127.0.0.1',
      ...environment,
    },
  });
