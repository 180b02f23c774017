import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.ts';
import { runProgram } from './run-program.ts';
import { step } from './say.mjs';
import { SetupError } from './setup-error.ts';
import { whenChanged } from './when-changed.ts';

const target = join(cacheFolder, 'client');

/** Builds the browser's part to `.cache/client`. A running server keeps the old files until the new ones are whole. */
export const ensureClient = (): Promise<void> =>
  whenChanged({
    name: 'client',
    inputs: ['client', 'vite.config.ts', 'package-lock.json', 'server/kernel/wire.ts', ...contracts()],
    output: join(target, 'index.html'),
    make: async () => {
      const report = step('Client');
      report.doing('building');
      const fresh = `${target}.new`;
      rmSync(fresh, { recursive: true, force: true });
      const args = ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'];
      const { code, output } = await runProgram('vite/bin/vite.js', args, {
        env: { NODE_ENV: 'production' },
      });
      if (code !== 0)
        throw new SetupError(`The client could not be built:\n${output}`, 'Correct the files in client/.');
      const old = `${target}.old`;
      rmSync(old, { recursive: true, force: true });
      if (existsSync(target)) renameSync(target, old);
      renameSync(fresh, target);
      rmSync(old, { recursive: true, force: true });
      report.done('built');
    },
  });

/** What the client imports from the server. */
const contracts = (): string[] =>
  readdirSync(join(root, 'server/modules'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('contract.ts'))
    .map((name) => join('server/modules', name))
    .sort();
