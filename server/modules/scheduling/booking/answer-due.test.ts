import { expect, it } from 'vitest';
import { answerDueAfterMove } from './answer-due.ts';

const end = new Date('2026-11-24T08:20:00Z');
const later = new Date('2026-12-01T08:20:00Z');

it.each([
  ['moves with the consultation when nobody named another', '2026-11-27T08:20:00Z', '2026-12-04T08:20:00Z'],
  ['stays where the practice has put it', '2026-12-24T12:00:00Z', '2026-12-24T12:00:00Z'],
  ['is never before the end', '2026-11-25T12:00:00Z', '2026-12-01T08:20:00Z'],
])('%s', (_, due, expected) => {
  expect(answerDueAfterMove(new Date(due), end, later)).toEqual(new Date(expected));
});
