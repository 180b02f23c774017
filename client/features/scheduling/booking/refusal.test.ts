import { describe, expect, it } from 'vitest';
import { CallError } from '../../../lib/call-error.ts';
import { refusalOf } from './refusal.ts';

const time = {
  practitionerId: '0199c0de-0000-7000-8000-000000000001',
  poolId: null,
  departmentId: '0199c0de-0000-7000-8000-000000000002',
  startAt: '2026-11-24T08:00:00.000Z',
  endAt: '2026-11-24T08:20:00.000Z',
  people: 1,
};

describe('a refused change', () => {
  it('offers what the server offers', () => {
    const error = new CallError('slot_taken', { data: { nearest: [time], overbookable: true } });
    expect(refusalOf(error)).toEqual({ error, stale: false, overbookable: true, nearest: [time] });
  });

  it('is stale when somebody was faster, and plain when nothing else is said', () => {
    expect(refusalOf(new CallError('booking_changed'))).toMatchObject({ stale: true, nearest: [] });
    expect(refusalOf(new Error('lost'))).toMatchObject({ stale: false, overbookable: false, nearest: [] });
  });
});
