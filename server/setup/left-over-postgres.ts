import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './lock.ts';

/** The PostgreSQL that runs on a data folder, by its pid file; null when that names none of ours. */
export const postmasterPid = (dataDir: string): number | null => {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 0 && isAlive(pid) && commandOf(pid).includes(dataDir) ? pid : null;
};

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

/** After a kill, PostgreSQL may still be closing, or its pid file names a process that is none of ours. */
export const endLeftOver = async (dataDir: string): Promise<void> => {
  const pid = postmasterPid(dataDir);
  if (pid !== null) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) await setTimeout(50);
  }
  if (postmasterPid(dataDir) === null) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
};
