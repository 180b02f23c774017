import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageOn,
  daysBetween,
  epochDay,
  fromEpochDay,
  isoWeek,
  quarterDays,
  quarterOf,
  shiftQuarter,
  startOfWeek,
  weekdayOf,
} from './local-date.ts';

const day = fc.integer({ min: -20_000, max: 40_000 }).map(fromEpochDay);

describe('calendar days', () => {
  it('refuses days that do not exist', () => {
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '', 'heute']) {
      expect(() => epochDay(wrong)).toThrow(RangeError);
    }
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('counts forth and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
        expect(weekdayOf(startOfWeek(date))).toBe(1);
        expect(daysBetween(startOfWeek(date), date)).toBe(weekdayOf(date) - 1);
        expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('numbers ISO weeks, also where a year has 53', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(isoWeek('2026-12-28')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
  });

  it('knows completed years', () => {
    expect(ageOn('2010-11-23', '2026-11-22')).toBe(15);
    expect(ageOn('2010-11-23', '2026-11-23')).toBe(16);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('knows quarters', () => {
    expect(quarterOf('2026-11-23')).toBe('2026Q4');
    expect(quarterDays('2026Q4')).toEqual({ from: '2026-10-01', until: '2027-01-01' });
    expect(shiftQuarter('2026Q4', 1)).toBe('2027Q1');
    expect(shiftQuarter('2026Q1', -3)).toBe('2025Q2');
    expect(() => quarterDays('2026Q5')).toThrow(RangeError);
    fc.assert(
      fc.property(day, fc.integer({ min: -20, max: 20 }), (date, steps) => {
        const quarter = quarterOf(date);
        const { from, until } = quarterDays(quarter);
        expect(from <= date && date < until).toBe(true);
        expect(shiftQuarter(shiftQuarter(quarter, steps), -steps)).toBe(quarter);
        expect(quarterDays(shiftQuarter(quarter, 1)).from).toBe(until);
      }),
    );
  });
});
