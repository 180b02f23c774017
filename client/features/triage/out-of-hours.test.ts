import { expect, test } from 'vitest';
import { isOutOfHours } from './out-of-hours.ts';

test.each([
  ['2026-11-23T19:40:00Z', true],
  ['2026-11-23T10:00:00Z', false],
  ['2026-11-23T06:59:00Z', true],
  ['2026-11-23T07:00:00Z', false],
  ['2026-11-23T17:00:00Z', true],
  ['2026-11-22T10:00:00Z', true],
  // Summer time: 16:00 UTC is 18:00.
  ['2026-07-01T16:00:00Z', true],
])('%s: practices closed %s', (instant, closed) => {
  expect(isOutOfHours(Date.parse(instant))).toBe(closed);
});
