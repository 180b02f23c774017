import { describe, expect, it } from 'vitest';
import { bookingAt } from '../../test/support/sample-booking.ts';
import { isOpen, lookKey, lookOf } from './booking-look.ts';

const start = '2026-11-24T08:00:00.000Z';
const minutes = (count: number) => Date.parse(start) + count * 60_000;
const booking = bookingAt(start);
const came = (requester: boolean, provider: boolean) => ({
  ...booking,
  attendance: {
    ...booking.attendance,
    requesterJoinedAt: requester ? start : null,
    providerJoinedAt: provider ? start : null,
  },
});

describe('how a booking stands', () => {
  it('is late five minutes after its start while somebody is missing, and says who', () => {
    expect(lookOf(booking, minutes(4.9))).toBe('booked');
    expect(lookKey(booking, minutes(5))).toBe('late');
    expect(lookKey(came(true, false), minutes(6))).toBe('late_provider');
    expect(lookKey(came(false, true), minutes(6))).toBe('late_requester');
    expect(lookKey(came(true, true), minutes(6))).toBe('booked');
  });

  it('runs while the two talk, and is done afterwards, however late it began', () => {
    expect(lookOf({ ...booking, requestStatus: 'in_consultation' }, minutes(30))).toBe('running');
    expect(lookOf({ ...booking, requestStatus: 'consulted' }, minutes(30))).toBe('fulfilled');
    expect(lookOf({ ...booking, state: 'fulfilled', requestStatus: 'answered' }, minutes(0))).toBe(
      'fulfilled',
    );
  });

  it('names who did not come', () => {
    const missed = (missedBy: 'requester' | 'provider' | null) =>
      lookKey({ ...booking, state: 'no_show', attendance: { ...booking.attendance, missedBy } }, minutes(60));
    expect(missed('requester')).toBe('missed_requester');
    expect(missed('provider')).toBe('missed_provider');
    expect(missed(null)).toBe('missed');
  });

  it('is open for changes only while it is planned', () => {
    expect(isOpen(booking)).toBe(true);
    expect(isOpen({ ...booking, requestStatus: 'in_consultation' })).toBe(false);
    expect(isOpen({ ...booking, state: 'no_show' })).toBe(false);
  });
});
