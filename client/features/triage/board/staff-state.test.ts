import { expect, test } from 'vitest';
import { staffState, staffTones } from './staff-state.ts';

const one = { status: 'ready' as const, until: null, present: true, onCall: null, reachable: true };

test('what somebody set counts before the line, the line before "soon"', () => {
  expect(staffState(one)).toBe('ready');
  expect(staffState({ ...one, present: false })).toBe('absent');
  expect(staffState({ ...one, status: 'away', present: false })).toBe('away');
  expect(staffState({ ...one, status: 'soon', until: '2026-11-23T10:00:00Z' })).toBe('soon');
});

test('only who is on call and cannot be reached stands out', () => {
  expect(staffTones({ ...one, present: false, reachable: false })).toBe('neutral');
  expect(staffTones({ ...one, present: false, reachable: false, onCall: 'primary' })).toBe('attention');
  expect(staffTones({ ...one, onCall: 'primary' })).toBe('done');
});
