import { createWorker } from 'mediasoup';
import { reasonOf } from './setup-error.ts';

const LIMIT_MS = 10_000;

/** Starts the worker, opens a router, closes both. Null when all of it worked, else what did not. */
export const workerProblem = async (workerBin: string): Promise<string | null> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${LIMIT_MS / 1000} s`), LIMIT_MS);
  });
  try {
    return await Promise.race([tryOut(workerBin), tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

const tryOut = async (workerBin: string): Promise<string | null> => {
  try {
    const worker = await createWorker({ workerBin, logLevel: 'none' });
    try {
      const router = await worker.createRouter({
        mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }],
      });
      router.close();
      return null;
    } finally {
      worker.close();
    }
  } catch (error) {
    return reasonOf(error);
  }
};
