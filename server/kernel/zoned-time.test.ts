import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayBounds,
  fromEpochDay,
  homeZone,
  instantOf,
  quarterAt,
  wallClock,
  windowOf,
} from './zoned-time.ts';

const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;
const spring = '2026-03-29';
const autumn = '2026-10-25';
/** The same question asked of ICU instead of Temporal. */
const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: homeZone, dateStyle: 'short', timeStyle: 'short' });
const time = fc.integer({ min: 0, max: 1439 }).map((of) => `${two(Math.floor(of / 60))}:${two(of % 60)}`);
const two = (of: number) => String(of).padStart(2, '0');
const day = fc.oneof(
  fc.constantFrom(spring, autumn, '2027-03-28', '2027-10-31'),
  fc.integer({ min: 10_000, max: 30_000 }).map(fromEpochDay),
);

describe('wall clock and instant', () => {
  it('knows winter and summer time', () => {
    expect(instantOf('2026-11-23', '14:30')).toBe(at('2026-11-23T13:30:00Z'));
    expect(instantOf('2026-07-01', '14:30')).toBe(at('2026-07-01T12:30:00Z'));
    expect(instantOf('2026-07-01', '24:00')).toBe(instantOf('2026-07-02', '00:00'));
    expect(wallClock(at('2026-12-31T23:30:00Z'))).toEqual({ date: '2027-01-01', time: '00:30' });
    expect(instantOf('2026-07-01', '14:30', 'America/New_York')).toBe(at('2026-07-01T18:30:00Z'));
  });

  it('moves a missing time to the change', () => {
    const change = at('2026-03-29T01:00:00Z');
    expect(instantOf(spring, '01:59')).toBe(change - 60_000);
    for (const missing of ['02:00', '02:30', '02:59', '03:00'])
      expect(instantOf(spring, missing)).toBe(change);
    expect(instantOf(spring, '03:01')).toBe(change + 60_000);
  });

  it('takes the first passing of a time that comes twice', () => {
    expect(instantOf(autumn, '02:00')).toBe(at('2026-10-25T00:00:00Z'));
    expect(instantOf(autumn, '02:30')).toBe(at('2026-10-25T00:30:00Z'));
    expect(instantOf(autumn, '03:00')).toBe(at('2026-10-25T02:00:00Z'));
  });

  it('measures days and nights as they are lived', () => {
    const hours = (of: { start: number; end: number }) => (of.end - of.start) / hour;
    expect(hours(dayBounds(spring))).toBe(23);
    expect(hours(dayBounds(autumn))).toBe(25);
    expect(hours(windowOf('2026-03-28', '22:00', '06:00'))).toBe(7);
    expect(hours(windowOf('2026-10-24', '22:00', '06:00'))).toBe(9);
    expect(hours(windowOf(spring, '02:00', '03:00'))).toBe(0);
    expect(hours(windowOf(autumn, '02:00', '03:00'))).toBe(2);
    expect(hours(windowOf('2026-11-23', '08:00', '00:00'))).toBe(16);
  });

  it('refuses what is no time, day or zone', () => {
    for (const wrong of ['24:01', '9:00', '12:60', '']) {
      expect(() => instantOf('2026-11-23', wrong)).toThrow(RangeError);
    }
    expect(() => instantOf('2026-02-30', '10:00')).toThrow(RangeError);
    expect(() => instantOf('2026-02-20', '10:00', 'Europe/Nirgends')).toThrow(RangeError);
  });

  it('means the first instant that shows the time or a later one', () => {
    fc.assert(
      fc.property(day, time, (date, wanted) => {
        const instant = instantOf(date, wanted);
        const wall = `${date} ${wanted}`;
        expect(intl.format(instant) >= wall).toBe(true);
        expect(intl.format(instant - 60_000) < wall).toBe(true);
        expect(dateOf(instant)).toBe(date);
      }),
    );
  });

  it('is monotonic', () => {
    fc.assert(
      fc.property(day, time, time, (date, a, b) => {
        if (a <= b) expect(instantOf(date, a)).toBeLessThanOrEqual(instantOf(date, b));
      }),
    );
  });

  it('bills by the quarter of the wall clock', () => {
    expect(quarterAt(at('2026-12-31T22:59:59Z'))).toBe('2026Q4');
    expect(quarterAt(at('2026-12-31T23:00:00Z'))).toBe('2027Q1');
  });
});
