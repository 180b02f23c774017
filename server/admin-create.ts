/** `npm run admin:create`: the first account of a network, made at the machine that runs it. */
import { parseArgs } from 'node:util';
import { openDeps } from './deps.ts';
import { readConfig } from './kernel/config.ts';
import { AppError } from './kernel/errors.ts';
import { createLog } from './kernel/log.ts';
import { createFirstAdministrator } from './modules/identity/index.ts';
import { askSecret, type Console } from './setup/ask-secret.ts';
import { prepareDatabase } from './setup/database.ts';
import { SetupError } from './setup/setup-error.ts';

const usage = 'Use: npm run admin:create -- --email nora@example.org --name "Nora Muster" [--another]';

/**
 * Reads e-mail and name from the arguments and the password from the terminal (unseen) or from standard input.
 * @returns the exit code
 * @throws SetupError with the cause and what to do
 */
export async function adminCreate(
  args: string[],
  environment: Record<string, string | undefined>,
  console: Console = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const { email, name, another } = readArguments(args);
  const config = readConfig(environment);
  const password = await askSecret(console, 'Password (12 characters or more): ', 'Once more: ');
  if (password === null) throw new SetupError('The two passwords differ.', 'Nothing was made. Try again.');
  const database = await prepareDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    migrationDatabaseUrl: config.migrationDatabaseUrl ?? undefined,
  });
  try {
    const deps = await openDeps(config, createLog('silent'), database.appUrl);
    try {
      await createFirstAdministrator(deps, { email, displayName: name, password }, { another });
    } finally {
      await deps.close();
    }
  } catch (error) {
    throw error instanceof AppError ? explain(error) : error;
  } finally {
    await database.stop();
  }
  console.output.write(`Made: ${email} can now sign in and invite everybody else.\n`);
  return 0;
}

function readArguments(args: string[]) {
  const options = {
    email: { type: 'string' },
    name: { type: 'string' },
    another: { type: 'boolean', default: false },
  } as const;
  try {
    const { email, name, another } = parseArgs({ args, options }).values;
    if (email && name) return { email, name, another };
  } catch {
    // An unknown argument is answered like a missing one.
  }
  throw new SetupError('The e-mail address or the name is missing.', usage);
}

const remedies: Record<string, [cause: string, remedy: string]> = {
  administrator_exists: ['There is a network administrator already.', 'Add --another to make one more.'],
  email_taken: ['This e-mail address has an account already.', 'Choose another address.'],
  password_too_short: ['The password is too short.', 'Choose one of at least 12 characters.'],
  password_too_simple: ['The password is too simple.', 'Choose several words that do not belong together.'],
  password_contains_name: ['The password contains the e-mail name.', 'Choose one without it.'],
};

function explain(error: AppError): SetupError {
  const fields = Object.keys(error.fields ?? {}).join(', ');
  const [cause, remedy] = remedies[error.code] ?? [`Not usable: ${fields || error.code}.`, usage];
  return new SetupError(cause, remedy);
}
