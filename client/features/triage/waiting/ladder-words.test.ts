import { expect, test } from 'vitest';
import type { Ladder } from '../../../../server/modules/triage/ladder-contract.ts';
import { ladderWords } from './ladder-words.ts';

const at = '2026-11-23T20:40:00Z';
const now = Date.parse(at);
const ladder = (change: Partial<Ladder> = {}): Ladder => ({
  step: 'primary',
  startedAt: at,
  dueAt: '2026-11-23T20:40:40Z',
  ringing: [{ name: 'Dr. Eins', step: 'primary', since: at }],
  next: { step: 'deputy', names: ['Dr. Zwei'] },
  skipped: [],
  promised: [],
  alarm: null,
  firstRungAt: at,
  cameBack: null,
  phone: '0441 1',
  level: 1,
  ...change,
});

test('names who is rung, and who comes then and when', () => {
  expect(ladderWords(ladder(), 'Kardiologie', now)).toEqual({
    now: { key: 'triage.ladder.ringing.primary', values: { name: 'Dr. Eins' } },
    after: { key: 'triage.ladder.then.seconds.named', values: { left: 40, names: 'Dr. Zwei' } },
  });
  const later = ladder({
    dueAt: '2026-11-23T20:55:00Z',
    next: { step: 'department', names: ['A', 'B', 'C'] },
  });
  expect(ladderWords(later, 'Kardiologie', now).after).toEqual({
    key: 'triage.ladder.then.minutes.department',
    values: { left: 15, names: 'A, B' },
  });
});

test('counts a department, and a person once however often rung', () => {
  const ringing = ['A', 'B', 'A'].map((name) => ({ name, step: 'department' as const, since: at }));
  const { now: words, after } = ladderWords(
    ladder({ step: 'department', ringing, dueAt: null }),
    'Kardiologie',
    now,
  );
  expect(words).toEqual({
    key: 'triage.ladder.ringing.department',
    values: { count: 2, department: 'Kardiologie' },
  });
  expect(after).toBeNull();
});

test('says that nobody can be reached, or who comes in five minutes', () => {
  const nobody = ladder({ ringing: [], next: null, dueAt: null });
  expect(ladderWords(nobody, 'Kardiologie', now).now.key).toBe('triage.ladder.nobody');
  const soon = { ...nobody, promised: [{ name: 'Dr. Drei', until: at }] };
  expect(ladderWords(soon, 'Kardiologie', now).now).toEqual({
    key: 'triage.ladder.promisedOnly',
    values: { name: 'Dr. Drei' },
  });
});
