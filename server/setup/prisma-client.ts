import { join } from 'node:path';
import { root } from './paths.ts';
import { runProgram } from './run-program.ts';
import { step } from './say.mjs';
import { SetupError } from './setup-error.ts';
import { whenChanged } from './when-changed.ts';

/** Generates the typed database client from the Prisma schema. */
export const ensurePrismaClient = (): Promise<void> =>
  whenChanged({
    name: 'prisma-client',
    inputs: ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts', 'package-lock.json'],
    output: join(root, 'server/kernel/generated/client.ts'),
    make: async () => {
      const report = step('Data model');
      // Prisma would download an engine that generating does not use; any program in its place will do.
      const env = {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      };
      const { code, output } = await runProgram('prisma/build/index.js', ['generate'], { env });
      if (code !== 0) {
        throw new SetupError(
          `The database client could not be generated:\n${output}`,
          'Correct the files in prisma/.',
        );
      }
      report.done('database client generated');
    },
  });
