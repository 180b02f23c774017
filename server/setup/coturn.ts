import { ensureDebianPackages, pathOf } from './debian.ts';
import { say, step } from './say.mjs';
import { SetupError } from './setup-error.ts';

/** Sees to Debian's coturn, a TURN relay, for the tests of what goes through one; without it they are skipped, and say so. */
export const ensureCoturn = async (): Promise<void> => {
  if (pathOf('turnserver')) return;
  const report = step('TURN relay');
  try {
    await ensureDebianPackages(['coturn'], 'Testing through a TURN relay', () => report.doing('installing'));
    report.done('installed');
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    report.done('missing');
    say(`${error.message} Its tests are skipped.`);
  }
};
