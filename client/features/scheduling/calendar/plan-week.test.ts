import { describe, expect, it } from 'vitest';
import { at, daysOf, readShown, weekLabel, weekOf } from './plan-week.ts';

describe('the week shown', () => {
  it('runs from Monday to Monday, also over New Year', () => {
    expect(weekOf('2026-11-29')).toEqual({ from: '2026-11-23', until: '2026-11-30' });
    expect(daysOf(weekOf('2027-01-01'))).toContain('2026-12-28');
  });

  it('is named in both languages', () => {
    const { number, days } = weekLabel({ from: '2026-11-23' }, 'de');
    expect(number).toBe(48);
    expect(days.replaceAll('\u2009', '')).toBe('23.–29. November 2026');
    expect(weekLabel({ from: '2026-12-28' }, 'en').number).toBe(53);
  });

  it('is read from the address, and nonsense is ignored', () => {
    const read = (query: string) => readShown(new URLSearchParams(query), '2026-11-23', 'week');
    expect(read('')).toEqual({ view: 'week', day: '2026-11-23', personId: null });
    expect(read('ansicht=list&tag=2026-12-01&person=p')).toEqual({
      view: 'list',
      day: '2026-12-01',
      personId: 'p',
    });
    expect(read('ansicht=year&tag=2026-99-01')).toMatchObject({ view: 'week', day: '2026-11-23' });
  });

  it('knows the midnight that ends a day', () => {
    expect(at('2026-11-23', '08:00')).toBe('2026-11-23T07:00:00.000Z');
    expect(at('2026-10-25', '24:00')).toBe('2026-10-25T23:00:00.000Z');
  });
});
