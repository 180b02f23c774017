import { expect, test } from 'vitest';
import type { OnCallShift, OnCallSwap } from '../../../../server/modules/triage/on-call-contract.ts';
import { shiftsOf, sideOf, waitingFor } from './swap-side.ts';

const shift = (id: string, who: string, endAt = '2026-11-27T07:00:00Z'): OnCallShift => ({
  id,
  departmentId: 'd',
  level: 'primary',
  practitioner: { id: who, name: who },
  startAt: '2026-11-26T17:00:00Z',
  endAt,
});
const swap = (change: Partial<OnCallSwap> = {}): OnCallSwap => ({
  id: 's',
  state: 'offered',
  shift: shift('a', 'from'),
  from: { id: 'from', name: 'from' },
  to: { id: 'to', name: 'to' },
  inReturn: null,
  note: null,
  offeredAt: '2026-11-23T10:00:00Z',
  answeredAt: null,
  ...change,
});

test('the colleague answers, who offered withdraws, others and answered ones are only seen', () => {
  expect(sideOf(swap(), 'to')).toBe('answer');
  expect(sideOf(swap(), 'from')).toBe('withdraw');
  expect(sideOf(swap(), 'other')).toBe('look');
  expect(sideOf(swap(), null)).toBe('look');
  expect(sideOf(swap({ state: 'accepted' }), 'to')).toBe('look');
  expect(waitingFor([swap(), swap({ state: 'declined' })], 'to')).toBe(1);
});

test('only a person’s own shifts that are not over, and which of them are offered', () => {
  const now = Date.parse('2026-11-26T18:00:00Z');
  const shifts = [
    shift('a', 'from'),
    shift('b', 'from'),
    shift('over', 'from', '2026-11-26T18:00:00Z'),
    shift('x', 'to'),
  ];
  expect(
    shiftsOf(shifts, [swap()], 'from', now).map(({ shift: { id }, isOffered }) => [id, isOffered]),
  ).toEqual([
    ['a', true],
    ['b', false],
  ]);
});
