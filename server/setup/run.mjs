// The one entry of every npm script. Runs under any Node from 20 on and needs nothing installed: it sees to the
// right Node and the packages, then hands over to the TypeScript beside it.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './packages.mjs';
import { fetchNode, isRecentEnough } from './runtime.mjs';
import { complain } from './say.mjs';

const main = async () => {
  if (process.env.npm_lifecycle_event) endWithParent();
  if (!isRecentEnough()) return runUnder(await fetchNode());
  // Whatever we start finds this Node first, not the host's.
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  await ensurePackages();
  const { runVerb } = await import('./verbs.ts');
  return runVerb(process.argv[2] ?? '', process.argv.slice(3));
};

/**
 * Runs this file again under another Node and passes signals on.
 * @param {string} node
 * @returns {Promise<number>}
 */
const runUnder = (node) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/**
 * npm runs us in a shell. Asked to end, npm ends that shell, which tells us nothing: who asked would be left with a
 * server that nobody holds.
 */
const endWithParent = () => {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
};

main().then(
  (code) => process.exit(code),
  (error) => {
    complain(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
