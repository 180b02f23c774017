import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sharedCache } from './cache.mjs';
import { npmCommand } from './npm.mjs';
import { step } from './say.mjs';

const WANTED = '24';

/** The server's TypeScript runs as it is from 22.18 on. */
export const isRecentEnough = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
};

/**
 * The path of a Node that can run this project, brought from the npm registry where the present one cannot.
 * @returns {Promise<string>}
 */
export const fetchNode = async () => {
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(sharedCache(), `node-${WANTED}-${process.arch}`);
  const node = join(home, `node_modules/${name}/bin/node`);
  if (existsSync(node) && works(node)) return node;
  const report = step('Node');
  report.doing(`this one is ${process.versions.node}, fetching ${WANTED} from the npm registry`);
  mkdirSync(dirname(home), { recursive: true });
  const fresh = mkdtempSync(`${home}-`);
  try {
    await runNpm([
      'install',
      '--prefix',
      fresh,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `${name}@${WANTED}`,
    ]);
    if (!works(join(fresh, `node_modules/${name}/bin/node`)))
      throw new Error('the fetched Node does not run here');
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start may have been faster.
    if (existsSync(node) && works(node)) return node;
    const reason = error instanceof Error ? error.message : error;
    throw new Error(
      `Node ${process.versions.node} is too old and Node ${WANTED} could not be fetched (${reason}). Install Node ${WANTED}.`,
    );
  }
  report.done(`${WANTED} fetched`);
  return node;
};

/** @param {string} node */
const works = (node) => {
  try {
    return isRecentEnough(execFileSync(node, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).slice(1));
  } catch {
    return false;
  }
};

/** @param {string[]} args */
const runNpm = (args) =>
  new Promise((resolve, reject) => {
    const { command, before } = npmCommand(process.execPath);
    const child = spawn(command, [...before, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(errors.trim().split('\n')[0] ?? `npm ended with ${code}`)),
    );
  });
