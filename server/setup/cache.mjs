import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where things lie that every checkout of this machine can use: a Node, a media worker. */
export const sharedCache = () => {
  const wanted = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'telkonnet');
  try {
    mkdirSync(wanted, { recursive: true });
    return wanted;
  } catch {
    return join(root, '.cache/shared');
  }
};
