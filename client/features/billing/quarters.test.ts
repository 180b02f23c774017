import { expect, it } from 'vitest';
import { firstQuarter, partsOf } from './quarters.ts';

it('knows the months of a quarter', () => {
  expect(partsOf('2026Q4')).toEqual({
    year: '2026',
    number: 4,
    months: ['2026-10-01', '2026-11-01', '2026-12-01'],
  });
  expect(partsOf('2027Q1').months).toEqual(['2027-01-01', '2027-02-01', '2027-03-01']);
});

it('begins where something is left to do, newest first, else with the running quarter', () => {
  const quarters = [
    { quarter: '2027Q1', open: 0 },
    { quarter: '2026Q4', open: 3 },
    { quarter: '2026Q3', open: 9 },
  ];
  expect(firstQuarter({ quarters, current: '2027Q1' })).toBe('2026Q4');
  expect(firstQuarter({ quarters: quarters.slice(0, 1), current: '2027Q1' })).toBe('2027Q1');
});
