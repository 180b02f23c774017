import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ensureDebianPackages, pathOf } from './debian.ts';
import { step } from './say.mjs';
import { SetupError } from './setup-error.ts';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/**
 * The path of a Chromium for the end-to-end tests: CHROMIUM_PATH, an installed one, or Debian's package.
 * @throws SetupError with the command to run when there is none
 */
export const ensureChromium = async (): Promise<string> => {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new SetupError(`CHROMIUM_PATH names ${named}, which does not run.`, 'Correct it, or leave it out.');
  }
  const there = installed();
  if (there) return there;
  if (!isDebian()) {
    // Ubuntu's package of that name only points to a snap, which cannot be driven.
    throw new SetupError(
      'The tests need a Chromium.',
      'Install Google Chrome, or name a Chromium in CHROMIUM_PATH.',
    );
  }
  const report = step('Chromium');
  await ensureDebianPackages(['chromium', 'fonts-liberation'], 'Testing in a browser', () =>
    report.doing('installing'),
  );
  report.done('installed');
  return installed() ?? 'chromium';
};

const installed = (): string | null => names.flatMap((name) => pathOf(name) ?? []).find(runs) ?? null;

/** Ubuntu's stub is a program, too, but has no version. */
const runs = (program: string): boolean => {
  try {
    return /Chrom/.test(execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return false;
  }
};

const isDebian = (): boolean => {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};
