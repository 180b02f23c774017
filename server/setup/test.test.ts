import { expect, test } from 'vitest';
import { count } from './test.ts';

const file = (status: string, ...states: string[]) => ({
  status,
  assertionResults: states.map((state) => ({ status: state })),
});

test('tests are counted over all files', () => {
  const testResults = [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo')];
  expect(count({ success: false, testResults }, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test('a file that could not be loaded counts as failed', () => {
  const testResults = [file('failed'), file('passed', 'passed')];
  expect(count({ success: false, testResults }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('an error outside of any test counts as failed', () => {
  expect(count({ success: true, testResults: [file('passed', 'passed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});
