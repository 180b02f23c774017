import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.ts';
import { ensurePrismaClient } from './prisma-client.ts';
import { say } from './say.mjs';
import { SetupError } from './setup-error.ts';

const folder = join(root, 'test/load');

/** Runs the measurement of one area, or of all: each is a file in test/load that exports `bench`. */
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
  for (const area of wanted ? [wanted] : areas) {
    say(area);
    const { bench: run } = await import(pathToFileURL(join(folder, `${area}.bench.ts`)).href);
    await run();
  }
  return 0;
};
