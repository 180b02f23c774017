import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDebianPackages } from './debian.ts';
import { workerProblem } from './media-worker-check.ts';
import { cacheFolder, root } from './paths.ts';
import type { step } from './say.mjs';
import { SetupError } from './setup-error.ts';

const recipe = join(import.meta.dirname, 'media-worker');
const sources = join(root, 'node_modules/mediasoup/worker');
const packages = [
  ...['cmake', 'ninja-build', 'pkg-config', 'g++', 'flatbuffers-compiler', 'libflatbuffers-dev'],
  ...['libssl-dev', 'libuv1-dev', 'libsrtp2-dev', 'libabsl-dev'],
];

/** A short hash of the build's recipe, so that a worker built by an older one is not taken for today's. */
export const buildInputs = (): string => {
  const hash = createHash('sha256');
  for (const name of readdirSync(recipe, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(txt|h)$/.test(name)) hash.update(name).update(readFileSync(join(recipe, name)));
  }
  return hash.digest('hex').slice(0, 12);
};

/**
 * Builds the worker from the sources in the npm package against Debian's libraries and puts it at `target` once it
 * was tried. Takes minutes.
 * @throws SetupError when packages are missing, or the compiler fails
 */
export const buildWorker = async (target: string, report: ReturnType<typeof step>): Promise<void> => {
  await ensureDebianPackages(packages, 'Building the media worker', (missing) =>
    report.doing(`installing ${missing.length} Debian packages to build it`),
  );
  mkdirSync(dirname(target), { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(dirname(target), 'build-'));
  const log = join(cacheFolder, 'media-worker-build.log');
  try {
    report.doing('building it from source, some minutes');
    const build = join(folder, 'out');
    await run(
      'cmake',
      ['-G', 'Ninja', '-S', recipe, '-B', build, `-DWORKER_DIR=${sources}`],
      log,
      'w',
      () => undefined,
    );
    await run('ninja', ['-C', build], log, 'a', (done, all) =>
      report.progress(`building: ${done} of ${all} files`),
    );
    const binary = join(build, 'mediasoup-worker');
    const problem = await workerProblem(binary);
    if (problem)
      throw new SetupError(`The media worker was built but does not work (${problem}).`, `See ${log}.`);
    renameSync(binary, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const run = (
  command: string,
  args: string[],
  log: string,
  flags: 'w' | 'a',
  onProgress: (done: number, all: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const file = createWriteStream(log, { flags });
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const failed = (reason: string) =>
      reject(
        new SetupError(
          `The media worker could not be built (${reason}).`,
          `See ${log}, or name one in MEDIASOUP_WORKER_BIN.`,
        ),
      );
    child.stdout.on('data', (chunk) => {
      file.write(chunk);
      const told = /\[(\d+)\/(\d+)\]/.exec(String(chunk));
      if (told) onProgress(Number(told[1]), Number(told[2]));
    });
    child.stderr.on('data', (chunk) => file.write(chunk));
    child.on('error', (error) => failed(error.message));
    child.on('close', (code) => {
      file.end();
      if (code === 0) return resolve();
      failed(`${command} ended with ${code}`);
    });
  });
