import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

export type Ended = { code: number; output: string };
type Options = { env?: Record<string, string>; show?: boolean };

/**
 * Runs a JavaScript program of an installed package under this very Node; `script` is its path in node_modules.
 * Resolves also when it fails. With `show` it writes where we write, else its output is kept.
 */
export const runProgram = (
  script: string,
  args: string[],
  { env = {}, show = false }: Options = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      // Some take CI for a terminal, and write colours into files.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', pass).on('SIGINT', pass);
    const settle = (code: number, text: string) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      resolve({ code, output: text });
    };
    child.on('error', (error) => settle(1, error.message));
    child.on('close', (code) => settle(code ?? 1, output));
  });
