import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('passes the first at once and the last in the end, and at most one per gap', () => {
  const passed: number[] = [];
  const { put } = paced<number>(70, (value) => passed.push(value));
  for (let at = 0; at < 1_000; at += 10) {
    put(at);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(70);
  expect(passed[0]).toBe(0);
  expect(passed.at(-1)).toBe(990);
  expect(passed.length).toBeLessThanOrEqual(1_070 / 70 + 1);
  expect(passed.length).toBeGreaterThan(10);
});

it('passes nothing after it was closed', () => {
  const passed: number[] = [];
  const { put, close } = paced<number>(70, (value) => passed.push(value));
  put(1);
  put(2);
  close();
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual([1]);
});
