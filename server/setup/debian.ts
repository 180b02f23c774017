import { execFileSync, spawn } from 'node:child_process';
import { SetupError } from './setup-error.ts';

/**
 * Sees to Debian packages: installs the missing ones where we may (root, or sudo without a password).
 * @throws SetupError with the exact command where we may not, or where apt-get fails.
 */
export const ensureDebianPackages = async (
  names: readonly string[],
  purpose: string,
  onInstall: (missing: string[]) => void,
): Promise<void> => {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const rights = administratorPrefix();
  if (!pathOf('apt-get') || rights === null) {
    throw new SetupError(`${purpose} needs Debian packages that are missing.`, `Run: sudo ${command}`);
  }
  onInstall(missing);
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  // The list of packages may be old or empty.
  let output = await run([...rights, 'apt-get', 'update']);
  output = await run([...rights, ...install]);
  if (missing.every(isInstalled)) return;
  const reason = output.split('\n').findLast((line) => line.startsWith('E:')) ?? 'apt-get failed';
  throw new SetupError(
    `${purpose} needs Debian packages that could not be installed (${reason}).`,
    `Run: sudo ${command}`,
  );
};

/** The path of a program of this name in the PATH, or null. */
export const pathOf = (program: string): string | null => {
  try {
    return execFileSync('sh', ['-c', 'command -v "$0"', program], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
};

const isInstalled = (name: string): boolean => {
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is dpkg's own.
    const status = execFileSync('dpkg-query', ['-W', '-f=${Status}', name], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return status.startsWith('install ok installed');
  } catch {
    return false;
  }
};

const administratorPrefix = (): string[] | null => {
  if (process.getuid?.() === 0) return [];
  return answers('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
};

const answers = (command: string, args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const run = ([command = '', ...args]: string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve(`E: ${error.message}`));
    child.on('close', () => resolve(output));
  });
