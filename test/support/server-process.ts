import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/setup/free-port.ts';
import { root } from '../../server/setup/paths.ts';

export type Environment = Record<string, string | undefined>;

export type ServerProcess = {
  url: string;
  port: number;
  /** Where it keeps its files; `close` removes it. */
  folder: string;
  process: ChildProcess;
  /** Everything that it wrote to standard output (log and greeting) and to standard error so far. */
  output: () => string;
  /** Resolves to the exit code, however it ended. */
  exited: Promise<number | null>;
  /** Ends it as an operator would; resolves to the exit code. Twice is harmless. */
  stop: () => Promise<number | null>;
  /** Ends it as a power failure would. */
  kill: () => Promise<number | null>;
  /** Stops it where it still runs and removes its folder. */
  close: () => Promise<void>;
};

const START_LIMIT_MS = 90_000;

/**
 * The real server as a process of its own; its database comes with `environment`, where undefined takes something away.
 * @param node arguments for Node, before the program
 */
export const startProcess = async (
  environment: Environment,
  node: readonly string[] = [],
): Promise<ServerProcess> => {
  const port = environment.PORT ? Number(environment.PORT) : await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tk-'));
  const child = launch({ DATA_DIR: folder, ...environment, PORT: String(port) }, [...node, 'server/main.ts']);
  let output = '';
  let settleExit: (code: number | null) => void = () => undefined;
  const exited = new Promise<number | null>((resolve) => {
    settleExit = resolve;
  });
  const running = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('is running at')) resolve();
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
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  const close = async () => {
    await end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await running;
  } catch (error) {
    await end('SIGKILL');
    await close();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    port,
    folder,
    process: child,
    output: () => output,
    exited,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    close,
  };
};

export const launch = (
  environment: Environment,
  program: readonly string[] = ['server/main.ts'],
  limit?: number,
): ChildProcess =>
  // A test that was cut off leaves no server behind: setpriv has it end with us.
  spawn('setpriv', ['--pdeathsig=TERM', process.execPath, ...program], {
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
