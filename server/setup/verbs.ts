import { say } from './say.mjs';
import { lineFor, SetupError } from './setup-error.ts';

/** What each npm script does. Loaded when asked for, so that a start does not wait for what only tests need. */
const verbs: Record<string, (args: string[]) => Promise<number>> = {
  start: async () => (await import('./start.ts')).start(),
  prepare: async () => (await import('./prepare.ts')).prepare(),
  test: async (args) => (await import('./test.ts')).test(args),
  check: async () => ((await (await import('./check.ts')).check()).failed === 0 ? 0 : 1),
  bench: async (args) => (await import('./bench.ts')).bench(args),
  'admin:create': async (args) => {
    await (await import('./prisma-client.ts')).ensurePrismaClient();
    return (await import('../admin-create.ts')).adminCreate(args, process.env);
  },
  migration: async ([name = '']) => {
    const { writeMigration } = await import('./new-migration.ts');
    const file = await writeMigration(name, new Date());
    say(
      file
        ? `Written: ${file}. Read it, complete it, commit it.`
        : 'The migrations already say what the schema says.',
    );
    return 0;
  },
};

/** Runs a verb and resolves to the exit code; whatever goes wrong is told in one line. */
export const runVerb = async (name: string, args: string[]): Promise<number> => {
  try {
    const verb = verbs[name];
    if (!verb) throw new SetupError(`There is no "${name}".`, `Known: ${Object.keys(verbs).join(', ')}.`);
    return await verb(args);
  } catch (error) {
    process.stderr.write(`${lineFor(error)}\n`);
    return 1;
  }
};
