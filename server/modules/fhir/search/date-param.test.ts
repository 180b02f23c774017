import { describe, expect, it } from 'vitest';
import { dateParam, instantMatches } from './date-param.ts';

const span = (text: string) => {
  const param = dateParam(text);
  return param && [param.prefix, param.start.toISOString(), param.end.toISOString()];
};

describe('date search values', () => {
  it.each([
    ['2026-11-23', 'eq', '2026-11-22T23:00:00.000Z', '2026-11-23T23:00:00.000Z'],
    ['ge2026-07', 'ge', '2026-06-30T22:00:00.000Z', '2026-07-31T22:00:00.000Z'],
    ['lt2026', 'lt', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['gt2026-11-23T10:15:00Z', 'gt', '2026-11-23T10:15:00.000Z', '2026-11-23T10:15:01.000Z'],
    ['2026-11-23T10:15+01:00', 'eq', '2026-11-23T09:15:00.000Z', '2026-11-23T09:16:00.000Z'],
    // The clock is set back: the day has 25 hours.
    ['2026-10-25', 'eq', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s', (text, prefix, start, end) => {
    expect(span(text)).toEqual([prefix, start, end]);
  });

  it.each(['', 'today', '2026-13', '2026-02-30', '23.11.2026', 'ap2026-01-01', '2026-11-23T25:00:00Z'])(
    'cannot read %j',
    (text) => expect(dateParam(text)).toBeNull(),
  );

  it('compares by the span that the precision covers', () => {
    const param = dateParam('le2026-11-23');
    expect(param && instantMatches(param)).toEqual({ lt: new Date('2026-11-23T23:00:00Z') });
  });
});
