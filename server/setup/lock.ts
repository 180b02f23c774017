import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Runs `work` while no other process of this machine runs work under the same lock file. */
export const withLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) await setTimeout(100);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};

const take = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // Whoever was killed in the middle of the work left the file behind.
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    return false;
  }
};

/** A file that was just made and not yet written belongs to somebody: pid 1 is always alive. */
const holderOf = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8')) || 1;
  } catch {
    return 1;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};
