import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * How to call npm under the given Node: the npm that runs us, or the one in the PATH. npm itself chooses packages
 * by the Node that it runs under, so the Node matters.
 * @param {string} node
 * @returns {{ command: string, before: string[] }}
 */
export const npmCommand = (node) => {
  const ours = process.env.npm_execpath;
  if (ours?.endsWith('npm-cli.js')) return { command: node, before: [ours] };
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const script = scriptOf(join(folder, 'npm'));
    if (script)
      return script.endsWith('.js') ? { command: node, before: [script] } : { command: script, before: [] };
  }
  throw new Error('npm was not found. Install npm, or start with "npm start".');
};

/** @param {string} file */
const scriptOf = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return realpathSync(file);
  } catch {
    return null;
  }
};
