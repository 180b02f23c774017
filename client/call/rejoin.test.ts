import { expect, it } from 'vitest';
import { isFinal, rejoinDelay } from './rejoin.ts';

it('tries at once, then waits longer, five seconds at most', () => {
  expect([0, 1, 2, 3, 30].map(rejoinDelay)).toEqual([0, 500, 1000, 2000, 5000]);
});

it('gives up on what no second try can change', () => {
  expect(isFinal('consultation_closed')).toBe(true);
  expect(isFinal('media_unavailable')).toBe(false);
  expect(isFinal('network_lost')).toBe(false);
});
