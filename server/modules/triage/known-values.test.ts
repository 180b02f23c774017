import { expect, test } from 'vitest';
import { lastKnown } from './known-values.ts';

test('a later value replaces the earlier one, a missing one does not', () => {
  expect(
    lastKnown([
      { pulse: 120, temperature: 39.2, onOxygen: true },
      { pulse: 96, onOxygen: false, pain: null },
    ]),
  ).toEqual({
    pulse: 96,
    temperature: 39.2,
    onOxygen: false,
  });
  expect(lastKnown([])).toEqual({});
});
