import { expect, test } from 'vitest';
import { lineFor, SetupError } from './setup-error.ts';

test('a set-up error is one line with cause and remedy', () => {
  expect(lineFor(new SetupError('The disk is full.', 'Make room.'))).toBe('The disk is full. Make room.');
});

test('of any other error only the first line is shown', () => {
  expect(lineFor(new Error('bad\nquery text'))).toBe('Set-up failed: bad');
});

test('an error that holds several is told by its first', () => {
  const refused = new AggregateError([new Error('connect ECONNREFUSED ::1:5432'), new Error('other')]);
  expect(lineFor(refused)).toBe('Set-up failed: connect ECONNREFUSED ::1:5432');
});
