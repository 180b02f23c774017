import { expect, it } from 'vitest';
import { mediaProblem } from './media-problem.ts';

it.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'unusable'],
])('%s means %s', (name, problem) => {
  expect(mediaProblem(new DOMException('x', name))).toBe(problem);
});

it('has a word for anything else', () => {
  expect(mediaProblem('?')).toBe('unusable');
});
