import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cache.mjs';
import { npmCommand } from './npm.mjs';
import { step } from './say.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.telkonnet-lock');

// Tests and types are no business of a production machine. What is installed in full serves both.
const production = process.env.NODE_ENV === 'production';

/** Installs exactly what package-lock.json names, when that is not what is there. */
export const ensurePackages = async () => {
  const lock = readFileSync(lockFile, 'utf8');
  const full = createHash('sha256').update(lock).digest('hex');
  const wanted = production ? [full, `${full} production`] : [full];
  if (existsSync(stampFile) && wanted.includes(readFileSync(stampFile, 'utf8'))) return;
  if (!isInstalled(lock)) await install(Object.keys(JSON.parse(lock).packages).length - 1);
  writeFileSync(stampFile, wanted.at(-1) ?? full);
};

/**
 * npm keeps beside the packages what it installed; a hand-made `npm install` needs no second one.
 * @param {string} lock
 */
const isInstalled = (lock) => {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      (production && (wanted.dev || wanted.devOptional)) ||
      there[path]?.version === wanted.version,
  );
};

/** @param {number} count */
const install = async (count) => {
  const report = step('Packages');
  report.doing(`installing ${count} from the npm registry`);
  const { command, before } = npmCommand(process.execPath);
  // The packages' own install scripts download things from elsewhere; what they do is done by later steps.
  const args = [
    ...before,
    'ci',
    production ? '--omit=dev' : '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    const timer = setInterval(() => report.progress('still installing'), 1_000);
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) return resolve(undefined);
      const reason = reasonIn(errors) ?? `npm ended with ${code}`;
      reject(new Error(`The packages could not be installed: ${reason}. Check the network and start again.`));
    });
  });
  report.done('installed');
};

/**
 * npm's first line is only a code; the line after it says what happened.
 * @param {string} errors
 */
const reasonIn = (errors) =>
  errors
    .split('\n')
    .flatMap((line) => /^npm (?:error|ERR!) (?!code )(\S.*)/.exec(line)?.[1] ?? [])
    .at(0);
