import { expect, it } from 'vitest';
import { periodOf } from './periods.ts';

it('ends with today and begins on the first of a month, over the turn of the year too', () => {
  expect(periodOf('quarter', '2026-01-15')).toEqual({ from: '2025-11-01', until: '2026-01-16' });
  expect(periodOf('year', '2026-11-23')).toEqual({ from: '2025-12-01', until: '2026-11-24' });
  expect(periodOf('weeks', '2026-11-23')).toEqual({ from: '2026-10-27', until: '2026-11-24' });
});
