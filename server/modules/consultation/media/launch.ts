import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MediaSettings } from './settings.ts';

const program = fileURLToPath(new URL('../../../media.ts', import.meta.url));

export type Launched = {
  pid: number | undefined;
  /** Resolves when the process ends, with its last words. */
  ended: Promise<string>;
  /** Lets the process go its own way: it neither holds this one nor is read any more. */
  release: () => void;
};

/**
 * Starts the media process in a session of its own, so that neither the end of this process nor an interrupt at
 * its terminal reaches it, and with an empty environment: it needs no database and no secrets.
 */
export function launchMediaProcess(settings: MediaSettings): Launched {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    detached: true,
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2_000);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(lastWords.trim() || 'The media process ended without a word.'));
  });
  const release = () => {
    child.stderr.destroy();
    child.unref();
  };
  return { pid: child.pid, ended, release };
}
