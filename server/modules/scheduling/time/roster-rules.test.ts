import { describe, expect, it } from 'vitest';
import { overrideProblems, rosterProblems, rostersOverlap } from './roster-rules.ts';

const roster = {
  weekday: 2,
  fromTime: '09:00',
  untilTime: '12:00',
  validFrom: '2026-01-01',
  validUntil: null,
  weekPattern: 'every',
} as const;

describe('rosters', () => {
  it('overlap only where somebody would be in both', () => {
    expect(rostersOverlap(roster, { ...roster, fromTime: '11:59', untilTime: '24:00' })).toBe(true);
    expect(rostersOverlap(roster, { ...roster, fromTime: '12:00', untilTime: '24:00' })).toBe(false);
    expect(rostersOverlap(roster, { ...roster, weekday: 3 })).toBe(false);
    expect(rostersOverlap(roster, { ...roster, validUntil: '2026-01-01', validFrom: '2025-01-01' })).toBe(
      false,
    );
    expect(
      rostersOverlap({ ...roster, validUntil: '2026-06-01' }, { ...roster, validFrom: '2026-06-01' }),
    ).toBe(false);
    expect(rostersOverlap({ ...roster, weekPattern: 'odd' }, { ...roster, weekPattern: 'even' })).toBe(false);
    expect(rostersOverlap({ ...roster, weekPattern: 'odd' }, roster)).toBe(true);
  });

  it('have an order and room for a slot', () => {
    const entered = { ...roster, from: '09:00', until: '10:00', slotMinutes: 20 };
    expect(rosterProblems(entered)).toEqual({});
    expect(rosterProblems({ ...entered, until: '24:00', slotMinutes: 240 })).toEqual({});
    expect(rosterProblems({ ...entered, until: '09:00' })).toEqual({ until: 'times_order' });
    expect(rosterProblems({ ...entered, slotMinutes: 61 })).toEqual({ slotMinutes: 'slot_too_long' });
    expect(rosterProblems({ ...entered, validUntil: '2026-01-01' })).toEqual({ validUntil: 'times_order' });
  });
});

describe('an overridden day', () => {
  it('has intervals in order that do not overlap', () => {
    expect(overrideProblems([])).toEqual({});
    expect(
      overrideProblems([
        { from: '09:00', until: '10:00' },
        { from: '10:00', until: '24:00' },
      ]),
    ).toEqual({});
    expect(
      overrideProblems([
        { from: '09:00', until: '10:00' },
        { from: '11:00', until: '11:00' },
        { from: '09:30', until: '12:00' },
      ]),
    ).toEqual({ 'intervals.1.until': 'times_order', 'intervals.2.from': 'roster_overlap' });
  });
});
