import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { type Binaries, findBinaries } from './postgres-binaries.ts';
import { SetupError } from './setup-error.ts';

export type EmbeddedPostgres = {
  port: number;
  /** Settles when it has ended, stopped or not. */
  ended: Promise<void>;
  /** Ends connections, writes a checkpoint, waits for the end. Twice is harmless. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  dataDir: string;
  superuser: string;
  /** Written into a new cluster; an existing one keeps the password that it has. */
  password: string;
  port?: number;
  /** For tests: no fsync, so that databases come and go quickly. Never for data that matters. */
  volatile?: boolean;
};

/** Starts the PostgreSQL that came by npm on 127.0.0.1, making its data folder first where there is none. */
export const startEmbeddedPostgres = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const binaries = findBinaries(options.dataDir);
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) await createCluster(binaries, options);
  const port = await freePort(options.port);
  const child = launch(binaries, binaries.postgres, [
    ...['-D', options.dataDir, '-p', String(port)],
    // No socket in /tmp, which other users of the machine could reach.
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200', '-c', 'log_min_messages=warning', '-c', 'log_statement=none'],
    // A failed statement's text may hold what a person typed.
    ...['-c', 'log_min_error_statement=panic', '-c', 'lc_messages=C'],
    ...(options.volatile
      ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
      : []),
  ]);
  await ready(child);
  const end = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.on('close', () => resolve());
  });
  return { port, ended: end, stop: () => stopChild(child) };
};

const createCluster = async (binaries: Binaries, options: EmbeddedOptions): Promise<void> => {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${options.dataDir}.password`;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (binaries.user) {
    for (const path of [options.dataDir, passwordFile]) chownSync(path, binaries.user.uid, binaries.user.gid);
  }
  const child = launch(binaries, binaries.initdb, [
    ...[`--pgdata=${options.dataDir}`, `--username=${options.superuser}`, `--pwfile=${passwordFile}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'],
    // Names are sorted as German readers expect, whatever the machine's own locale is.
    ...['--locale-provider=icu', '--icu-locale=de-DE'],
  ]);
  const { code, output } = await ended(child);
  rmSync(passwordFile, { force: true });
  if (code === 0) return;
  rmSync(options.dataDir, { recursive: true, force: true });
  throw new SetupError(
    `PostgreSQL could not make its data folder ${options.dataDir}: ${lastLine(output)}.`,
    'Make room or rights there, or set DATABASE_URL to another PostgreSQL.',
  );
};

const launch = (binaries: Binaries, command: string, args: string[]): ChildProcess => {
  // setpriv has PostgreSQL shut down when this process is killed, and changes the user where we are root.
  const [setpriv = '', ...before] = binaries.prefix;
  return spawn(setpriv, [...before, command, ...args], {
    // Its own process group: Ctrl-C in the terminal must reach the server alone, which then stops us in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
};

const ended = (child: ChildProcess): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });

/** Accepting connections is written to the log; a start that fails ends the process instead. */
const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    const onText = (chunk: Buffer) => {
      output += chunk;
      if (!output.includes('database system is ready to accept connections')) return;
      child.stderr?.off('data', onText).resume();
      resolve();
    };
    child.stderr?.on('data', onText);
    child.stdout?.resume();
    child.on('error', reject);
    child.on('close', () =>
      reject(
        new SetupError(
          `The built-in PostgreSQL did not start: ${lastLine(output)}.`,
          'See .data/postgres, or set DATABASE_URL to another PostgreSQL.',
        ),
      ),
    );
  });

const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('close', () => resolve());
    child.kill('SIGINT');
  });

const lastLine = (output: string): string =>
  output
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|error/i.test(line))
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/i, '') ??
  output.trim().split('\n').at(-1) ??
  'no message';
