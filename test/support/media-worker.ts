import { cachedMediaWorker } from '../../server/setup/media-worker.ts';

/** The media worker for tests: the one that `npm test` prepared, or an earlier start's. */
export const mediaWorker = async (): Promise<string> => {
  const path = process.env.MEDIASOUP_WORKER_BIN ?? (await cachedMediaWorker());
  if (!path)
    throw new Error('There is no media worker yet. Run "npm test" or "npm start" once; both make one.');
  return path;
};
