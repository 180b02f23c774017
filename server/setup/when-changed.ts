import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import { cacheFolder, root } from './paths.ts';

type Derived = {
  /** Names the stamp under which the inputs of the last making are remembered. */
  name: string;
  /** Files and folders, relative to the checkout, that the result depends on. */
  inputs: string[];
  /** Must be there, too: a result that was deleted is made again. */
  output: string;
  make: () => Promise<void>;
};

/** Makes a derived thing when what it is derived from has changed since it was made last. */
export const whenChanged = async ({ name, inputs, output, make }: Derived): Promise<void> => {
  const stamp = join(cacheFolder, `${name}.stamp`);
  const isMade = (hash: string) =>
    existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  const hash = hashOf(inputs);
  if (isMade(hash)) return;
  await withLock(join(cacheFolder, `${name}.lock`), async () => {
    if (isMade(hash)) return;
    await make();
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(stamp, hash);
  });
};

const hashOf = (inputs: string[]): string => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

const filesIn = (input: string): string[] => {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [input];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(input, name))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
};
