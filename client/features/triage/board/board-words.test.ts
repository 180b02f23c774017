import { expect, test } from 'vitest';
import { ringWords } from './board-words.ts';

test('who is rung is said by name, many are counted, nobody is said as well', () => {
  expect(ringWords({ rung: ['A'], step: 'deputy' })).toEqual({
    key: 'triage.board.ring.named.deputy',
    values: { names: 'A' },
  });
  expect(ringWords({ rung: ['A', 'B', 'C', 'D'], step: 'department' })).toEqual({
    key: 'triage.board.ring.many.department',
    values: { names: 'A, B', count: 2 },
  });
  expect(ringWords({ rung: [], step: 'primary' }).key).toBe('triage.board.ring.nobody');
});
