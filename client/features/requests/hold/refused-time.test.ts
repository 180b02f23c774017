import { expect, it } from 'vitest';
import { CallError } from '../../../lib/call-error.ts';
import { refusedTime } from './refused-time.ts';

const nearest = [
  {
    practitionerId: '00000000-0000-8000-8000-000000000001',
    poolId: null,
    departmentId: '00000000-0000-8000-8000-000000000002',
    startAt: '2026-11-24T08:40:00.000Z',
    endAt: '2026-11-24T09:00:00.000Z',
    people: 1,
  },
];

it('reads what a refusal offers instead', () => {
  const refused = new CallError('slot_taken', { status: 409, data: { nearest } });
  expect(refusedTime(refused)).toEqual({ code: 'slot_taken', nearest });
});

it('knows every other reason why a time cannot be had, also without an offer', () => {
  expect(refusedTime(new CallError('slot_under_notice', { status: 400 }))).toEqual({
    code: 'slot_under_notice',
    nearest: [],
  });
});

it('leaves what has nothing to do with the time to others', () => {
  expect(refusedTime(new CallError('network_lost'))).toBeNull();
  expect(refusedTime(new Error('slot_taken'))).toBeNull();
});
