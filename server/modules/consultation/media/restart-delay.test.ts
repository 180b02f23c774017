import { expect, it } from 'vitest';
import { restartDelay } from './restart-delay.ts';

it('tries at once, then ever more rarely, and never less than every ten seconds', () => {
  expect([0, 1, 2, 3, 20].map(restartDelay)).toEqual([0, 250, 500, 1000, 10_000]);
});
