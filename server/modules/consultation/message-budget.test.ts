import { expect, it } from 'vitest';
import { messageBudget } from './message-budget.ts';

it('lets a burst through, then no more than the rate', () => {
  const spend = messageBudget({ burst: 3, perSecond: 2 }, 0);
  expect([0, 0, 0, 0].map(spend)).toEqual([true, true, true, false]);
  expect([400, 500, 600].map(spend)).toEqual([false, true, false]);
});

it('does not save up beyond the burst', () => {
  const spend = messageBudget({ burst: 2, perSecond: 100 }, 0);
  expect([60_000, 60_000, 60_000].map(spend)).toEqual([true, true, false]);
});
