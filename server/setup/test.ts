import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.ts';
import { ensureChromium } from './chromium.ts';
import { ensureClient } from './client-build.ts';
import { ensureCoturn } from './coturn.ts';
import { ensureMediaWorker } from './media-worker.ts';
import { cacheFolder } from './paths.ts';
import { ensurePrismaClient } from './prisma-client.ts';
import { runProgram } from './run-program.ts';
import { say } from './say.mjs';

type Count = { passed: number; failed: number; skipped: number };
/** What is used of vitest's JSON report, which follows Jest's. */
type Report = {
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Everything, ending with a line that counts it; with arguments, vitest alone with these. */
export const test = async (args: string[]): Promise<number> => {
  await ensurePrismaClient();
  await ensureClient();
  const env = { MEDIASOUP_WORKER_BIN: await ensureMediaWorker(), CHROMIUM_PATH: await ensureChromium() };
  await ensureCoturn();
  const checked = args.length === 0 ? await check() : { passed: 0, failed: 0 };
  const tested = await runTests(args, env);
  const failed = checked.failed + tested.failed;
  say(`${checked.passed + tested.passed} passed, ${failed} failed, ${tested.skipped} skipped`);
  return failed === 0 ? 0 : 1;
};

const runTests = async (args: string[], env: Record<string, string>): Promise<Count> => {
  const file = join(cacheFolder, 'test-report.json');
  rmSync(file, { force: true });
  const { code } = await runProgram(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
    { env, show: true },
  );
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  return count(JSON.parse(readFileSync(file, 'utf8')), code);
};

/** A file that could not even be loaded has no tests, and an error outside of any test fails none: both count as one. */
export const count = (report: Report, exitCode: number): Count => {
  const states = report.testResults.flatMap((file) => file.assertionResults.map((result) => result.status));
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const unexplained = exitCode !== 0 && failed + broken === 0 ? 1 : 0;
  return { passed, failed: failed + broken + unexplained, skipped: states.length - passed - failed };
};
