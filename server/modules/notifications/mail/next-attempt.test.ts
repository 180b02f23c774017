import { expect, it } from 'vitest';
import { nextAttempt } from './next-attempt.ts';

const now = new Date('2026-11-24T08:00:00Z');
const minutesAfter = (attempts: number) => {
  const at = nextAttempt(attempts, now);
  return at && (at.getTime() - now.getTime()) / 60_000;
};

it('waits longer each time, and then no more', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(minutesAfter);
  expect(waits).toEqual([1, 2, 5, 15, 30, 60, 120, 240]);
  expect(minutesAfter(9)).toBeNull();
});

it('tries often enough before a booking of which it reminds ten minutes ahead', () => {
  let minute = 0;
  let tries = 1;
  for (let attempts = 1; minute + (minutesAfter(attempts) ?? 99) < 10; attempts += 1) {
    minute += minutesAfter(attempts) ?? 0;
    tries += 1;
  }
  expect(tries).toBe(4);
});
