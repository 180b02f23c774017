import { expect, it } from 'vitest';
import { isPublicHoliday } from './public-holidays.ts';

it('knows the ten holidays of Lower Saxony', () => {
  const days = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-10-31',
    '2026-12-25',
    '2026-12-26',
  ];
  for (const day of days) expect(isPublicHoliday(day)).toBe(true);
  expect(isPublicHoliday('2027-03-29')).toBe(true);
});

it('does not know those of other states', () => {
  // Epiphany, Corpus Christi, All Saints, Repentance Day.
  for (const day of ['2026-01-06', '2026-06-04', '2026-11-01', '2026-11-18', '2026-11-23']) {
    expect(isPublicHoliday(day)).toBe(false);
  }
});
