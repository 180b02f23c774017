import { expect, test } from 'vitest';
import { isRecentEnough } from './runtime.mjs';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s can run the sources: %s', (version, enough) => {
  expect(isRecentEnough(version)).toBe(enough);
});
