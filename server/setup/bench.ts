import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Figure, lineOf } from './figures.ts';
import { root } from './paths.ts';
import { ensurePrismaClient } from './prisma-client.ts';
import { say } from './say.mjs';
import { SetupError } from './setup-error.ts';

const folder = join(root, 'test/load');

/**
 * Runs the measurement of one area, or of all: each is a file in test/load that exports `bench`. Ends with a table,
 * one line per figure. A goal that is not reached is no failure (machines differ); whatever breaks is one.
 */
export const bench = async ([wanted]: string[]): Promise<number> => {
  const areas = existsSync(folder)
    ? readdirSync(folder).flatMap((name) =>
        name.endsWith('.bench.ts') ? [name.slice(0, -'.bench.ts'.length)] : [],
      )
    : [];
  if (wanted && !areas.includes(wanted)) {
    throw new SetupError(
      `There is no measurement of "${wanted}".`,
      `Known: ${areas.join(', ') || 'none yet'}.`,
    );
  }
  await ensurePrismaClient();
  const figures: Figure[] = [];
  let broken = 0;
  for (const area of wanted ? [wanted] : areas) {
    say(area);
    try {
      const { bench: run } = await import(pathToFileURL(join(folder, `${area}.bench.ts`)).href);
      figures.push(...(await run()));
    } catch (error) {
      broken += 1;
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    }
  }
  for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
  return broken === 0 ? 0 : 1;
};
