import { describe, expect, it } from 'vitest';
import { bookingAt } from '../../../../test/support/sample-booking.ts';
import type { Plan } from '../calendar/plan-pieces.ts';
import { conflictsOf, meantTime, nearestTimes } from './move-check.ts';

const day = (time: string) => `2026-11-24T${time}:00.000Z`;
const now = Date.parse(day('06:00'));
const band = {
  practitionerId: 'p1',
  poolId: null,
  rosterId: 'r',
  overrideId: null,
  startAt: day('08:00'),
  endAt: day('12:00'),
  modality: 'video' as const,
};
const plan: Plan = {
  department: { id: 'd', name: 'Kardiologie', specialtyCode: 'cardiology' },
  people: [],
  pools: [],
  rosters: [],
  overrides: [],
  absences: [{ id: 'a', practitionerId: 'p1', startAt: day('11:00'), endAt: day('12:00'), reason: 'leave' }],
  holidays: [{ day: '2026-11-25', code: 'busstag' }],
  bands: [band, { ...band, startAt: day('13:00'), endAt: day('14:00'), modality: 'urgent_reserve' }],
  bookings: [bookingAt(day('09:00'), { id: 'other' })],
  holds: [
    {
      id: 'h',
      practitionerId: 'p1',
      startAt: day('10:00'),
      endAt: day('10:20'),
      heldUntil: day('06:05'),
      by: 'Praxis',
      waiting: false,
    },
  ],
  coordinates: true,
  mayChange: [],
};
const moved = bookingAt(day('08:00'));
const at = (time: string, practitionerId = 'p1') =>
  conflictsOf(plan, moved, { practitionerId, startAt: time.length > 5 ? time : day(time) }, now).map(
    ({ is }) => is,
  );

describe('what a booking would lie on', () => {
  it('is nothing within hours, right beside others and on its own place', () => {
    expect(at('08:00')).toEqual([]);
    expect(at('08:40')).toEqual([]);
    expect(at('09:20')).toEqual([]);
  });

  it('is another booking, a time that somebody has open, an absence', () => {
    expect(at('09:10')).toEqual(['taken']);
    expect(at('10:10')).toEqual(['held']);
    expect(at('10:50')).toEqual(['absent']);
    const missed = { ...plan, bookings: [bookingAt(day('09:00'), { id: 'other', state: 'no_show' })] };
    expect(conflictsOf(missed, moved, { practitionerId: 'p1', startAt: day('09:10') }, now)).toEqual([]);
  });

  it('is a hold only until it has run out', () => {
    const later = Date.parse(day('06:05'));
    expect(conflictsOf(plan, moved, { practitionerId: 'p1', startAt: day('10:00') }, later)).toEqual([]);
  });

  it('says why nobody sits there', () => {
    expect(at('12:00')).toEqual(['outside']);
    expect(at('08:00', 'p2')).toEqual(['outside']);
    expect(at('13:10')).toEqual(['reserve']);
    expect(at('2026-11-25T09:00:00.000Z')).toEqual(['holiday']);
    expect(at('05:00')).toEqual(['past', 'outside']);
  });
});

describe('the nearest times', () => {
  const time = (startAt: string, practitionerId: string | null = 'p1') => ({ startAt, practitionerId });

  it('prefer the same person among equals and stand in their order', () => {
    const times = [
      time(day('07:00'), 'p2'),
      time(day('09:00'), 'p2'),
      time(day('09:00')),
      time(day('11:00')),
    ];
    const to = { practitionerId: 'p1', startAt: day('08:00') };
    expect(nearestTimes(times, to, 2)).toEqual([time(day('07:00'), 'p2'), time(day('09:00'))]);
  });

  it('take a drop for the free time that it nearly hit', () => {
    const times = [time(day('09:00')), time(day('09:25')), time(day('09:40'), 'p2')].map((one) => ({
      ...one,
      poolId: null,
    }));
    const dropped = { practitionerId: 'p1', startAt: day('09:35') };
    expect(meantTime(times, dropped, [])?.startAt).toBe(day('09:25'));
    expect(meantTime(times, { ...dropped, startAt: day('09:50') }, [])).toBeNull();
  });

  it('take a drop into the hours of a pool for a time of the pool, unless an own one is near', () => {
    const pool = { ...time(day('09:30'), null), poolId: 'k' };
    const own = { ...time(day('09:50')), poolId: null };
    const dropped = { practitionerId: 'p1', startAt: day('09:35') };
    expect(meantTime([pool], dropped, ['k'])).toBe(pool);
    expect(meantTime([pool], dropped, [])).toBeNull();
    expect(meantTime([pool, own], dropped, ['k'])).toBe(own);
  });
});
