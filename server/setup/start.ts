import { ensureClient } from './client-build.ts';
import { mediaWorkerOrNone } from './media-worker.ts';
import { ensurePrismaClient } from './prisma-client.ts';
import { complain } from './say.mjs';

/** Makes everything ready and becomes the server, which sees to its database itself. */
export const start = async (): Promise<never> => {
  await ensurePrismaClient();
  await ensureClient();
  const worker = await mediaWorkerOrNone();
  if (worker.path) process.env.MEDIASOUP_WORKER_BIN = worker.path;
  else complain(`  Starting without video: ${worker.problem}`);
  await import('../main.ts');
  return new Promise(() => undefined);
};
