import { expect, test } from 'vitest';
import { addDays, clockChanges, dayOf, daysBetween, instantOf, wallTimeOf, weekOf } from './zone.ts';

test('shows the region’s clock in summer and in winter', () => {
  expect(wallTimeOf('2026-07-01T12:30:00.000Z')).toBe('2026-07-01 14:30:00');
  expect(wallTimeOf('2026-11-23T23:15:00Z')).toBe('2026-11-24 00:15:00');
});

test('goes back to the instant, also on the days when the clock changes', () => {
  expect(instantOf('2026-07-01 14:30:00')).toBe('2026-07-01T12:30:00.000Z');
  expect(instantOf('2026-03-29 02:30:00')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-10-25 02:30:00')).toBe('2026-10-25T00:30:00.000Z');
});

test('counts calendar days, not 24-hour spans', () => {
  expect(dayOf('2026-03-28T23:30:00Z')).toBe('2026-03-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('knows the week of a day across the turn of the year', () => {
  const week = weekOf('2027-01-02');
  expect(week.number).toBe(53);
  expect([week.days[0], week.days[6]]).toEqual(['2026-12-28', '2027-01-03']);
});

test('names the days on which the clock changes', () => {
  expect(clockChanges('2026-11-24T08:40:00Z', '2027-11-23T08:40:00Z')).toEqual(['2027-03-28', '2027-10-31']);
  expect(clockChanges('2026-11-24T08:40:00Z', '2027-02-01T08:40:00Z')).toEqual([]);
});
