import { describe, expect, it } from 'vitest';
import { asSent } from './use-audit-filter.ts';

const nothing = { person: null, organisation: null, type: null, patient: '', period: [null, null] } as const;
const search = (changes: object) => asSent({ ...nothing, period: [null, null], ...changes });

describe('asSent', () => {
  it('leaves out what is not searched for, and a number that is not finished', () => {
    expect(search({})).toEqual({});
    expect(search({ patient: 'P-' })).toEqual({});
    expect(search({ patient: ' p-000123 ' })).toEqual({ patient: 'p-000123' });
  });
  it('covers whole days of the region, winter and summer', () => {
    expect(search({ period: ['2026-11-23', '2026-11-23'] })).toEqual({
      from: '2026-11-22T23:00:00.000Z',
      until: '2026-11-23T23:00:00.000Z',
    });
    expect(search({ period: ['2026-10-24', '2026-10-25'] })).toEqual({
      from: '2026-10-23T22:00:00.000Z',
      until: '2026-10-25T23:00:00.000Z',
    });
  });
  it('takes a first day alone as that day', () => {
    expect(search({ period: ['2026-07-01', null] })).toEqual({
      from: '2026-06-30T22:00:00.000Z',
      until: '2026-07-01T22:00:00.000Z',
    });
  });
});
