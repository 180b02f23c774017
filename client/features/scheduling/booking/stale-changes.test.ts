import { describe, expect, it } from 'vitest';
import type { BookingStep } from '../../../../server/modules/scheduling/booking-contract.ts';
import { bookingAt } from '../../../../test/support/sample-booking.ts';
import { presentOf, stepsSince } from './stale-changes.ts';

const step = (type: string, minute: number): BookingStep => ({
  at: `2026-11-23T10:0${minute}:00.000Z`,
  type,
  by: null,
  from: null,
  to: null,
  reason: null,
  overbooked: false,
});
const history = [
  step('booking.made', 0),
  step('booking.moved', 1),
  step('booking.attendance_corrected', 2),
  step('booking.handed_over', 3),
];

describe('what others have done in between', () => {
  it('is as many steps as the booking has gone on, the newest first', () => {
    const types = (before: number, now: number) =>
      stepsSince({ sequence: before }, { sequence: now }, history).map(({ type }) => type);
    expect(types(1, 2)).toEqual(['booking.handed_over']);
    expect(types(0, 2)).toEqual(['booking.handed_over', 'booking.moved']);
    expect(types(2, 2)).toEqual(['booking.handed_over']);
  });

  it('leaves nothing to change when it was cancelled', () => {
    const { state, ...rest } = bookingAt('2026-11-24T08:00:00.000Z');
    const viewed = {
      ...rest,
      practitionerName: 'Dr. X',
      department: { id: 'd', name: 'D' },
      organisation: { id: 'o', name: 'O' },
      pool: null,
      cancelReason: null,
      note: null,
    };
    expect(presentOf({ ...viewed, state: 'cancelled' })).toBeNull();
    expect(presentOf({ ...viewed, state })).toEqual({ ...rest, state });
  });
});
