import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from 'mediasoup';
import { sharedCache } from './cache.mjs';
import { withLock } from './lock.ts';
import { buildInputs, buildWorker } from './media-worker-build.ts';
import { workerProblem } from './media-worker-check.ts';
import { downloadWorker } from './media-worker-download.ts';
import { step } from './say.mjs';
import { reasonOf, SetupError } from './setup-error.ts';

/**
 * The path of a mediasoup worker that runs here: the one named by MEDIASOUP_WORKER_BIN, one that an earlier start
 * left behind, mediasoup's own prebuilt one, or one built here.
 * @throws SetupError when there is none to be had
 */
export const ensureMediaWorker = async (named = process.env.MEDIASOUP_WORKER_BIN): Promise<string> => {
  if (named) return checkNamed(named);
  const cached = await cachedMediaWorker();
  if (cached) return cached;
  const { official, built } = cachedPaths();
  mkdirSync(dirname(dirname(built)), { recursive: true });
  // Two checkouts that start at once build one worker.
  return withLock(`${built}.lock`, async () => {
    const meanwhile = await cachedMediaWorker();
    if (meanwhile) return meanwhile;
    const report = step('Media worker');
    report.doing('asking for the prebuilt one');
    if (await downloadWorker(official)) {
      report.done('downloaded');
      return official;
    }
    await buildWorker(built, report);
    report.done('built and tried');
    return built;
  });
};

const cachedPaths = (): { official: string; built: string } => {
  const folder = join(sharedCache(), 'mediasoup-worker');
  const name = `${version}-${process.arch}`;
  return {
    official: join(folder, `${name}-official`, 'mediasoup-worker'),
    built: join(folder, `${name}-${buildInputs()}`, 'mediasoup-worker'),
  };
};

const checkNamed = async (path: string): Promise<string> => {
  const problem = await workerProblem(path);
  if (!problem) return path;
  throw new SetupError(
    `MEDIASOUP_WORKER_BIN names ${path}, which does not work (${problem}).`,
    `Correct it, or leave it out to get a worker ${version}.`,
  );
};

/** A worker that an earlier start fetched or built, or null. */
export const cachedMediaWorker = async (): Promise<string | null> => {
  const { official, built } = cachedPaths();
  for (const path of [official, built]) if (existsSync(path) && !(await workerProblem(path))) return path;
  return null;
};

/** For a start: without a worker the server runs without video, and says why. */
export const mediaWorkerOrNone = async (): Promise<{ path: string | null; problem: string | null }> => {
  try {
    return { path: await ensureMediaWorker(), problem: null };
  } catch (error) {
    const remedy = error instanceof SetupError ? ` ${error.remedy}` : '';
    return { path: null, problem: `${reasonOf(error)}${remedy}` };
  }
};
