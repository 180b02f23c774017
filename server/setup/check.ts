import { ensurePrismaClient } from './prisma-client.ts';
import { runProgram } from './run-program.ts';
import { say, step } from './say.mjs';

/** Types and lint; returns how many of the two failed. */
export const check = async (): Promise<{ passed: number; failed: number }> => {
  await ensurePrismaClient();
  const results = [
    await one('Types', 'typescript/bin/tsc', ['--pretty', 'false']),
    await one('Lint', '@biomejs/biome/bin/biome', [
      'check',
      '--diagnostic-level=warn',
      '--error-on-warnings',
    ]),
  ];
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
};

const one = async (title: string, program: string, args: string[]): Promise<boolean> => {
  const report = step(title);
  const { code, output } = await runProgram(program, args);
  report.done(code === 0 ? 'passed' : 'failed');
  if (code !== 0) say(output.trimEnd());
  return code === 0;
};
