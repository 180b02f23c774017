import { ensureClient } from './client-build.ts';
import { ensurePrismaClient } from './prisma-client.ts';

/** What can be made without a database: for an image that others start. */
export const prepare = async (): Promise<number> => {
  await ensurePrismaClient();
  await ensureClient();
  return 0;
};
