import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { cacheFolder, root } from './paths.ts';
import { runProgram } from './run-program.ts';
import { step } from './say.mjs';
import { SetupError } from './setup-error.ts';
import { whenChanged } from './when-changed.ts';

const clientFolder = join(root, 'client');
const serverFolder = join(root, 'server/');
const target = join(cacheFolder, 'client');

/** Builds the browser's part to `.cache/client`. A running server keeps the old files until the new ones are whole. */
export const ensureClient = (): Promise<void> =>
  whenChanged({
    name: 'client',
    inputs: ['client', 'vite.config.ts', 'package-lock.json', ...importedFromServer()],
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

/** The server's files that the client imports, and what these import: contracts and a few pure rules. */
const importedFromServer = (): string[] => {
  const found = new Set<string>();
  const follow = (file: string): void => {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
      const imported = resolve(dirname(file), path);
      if (!imported.startsWith(serverFolder) || found.has(imported) || !existsSync(imported)) continue;
      found.add(imported);
      follow(imported);
    }
  };
  for (const name of readdirSync(clientFolder, { recursive: true, encoding: 'utf8' })) {
    if (/\.tsx?$/.test(name)) follow(join(clientFolder, name));
  }
  return [...found].map((file) => relative(root, file)).sort();
};
