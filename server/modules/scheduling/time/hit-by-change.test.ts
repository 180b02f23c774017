import { describe, expect, it } from 'vitest';
import { sampleRoster } from '../../../../test/support/sample-roster.ts';
import { hitByChange } from './hit-by-change.ts';
import type { Calendar } from './roster.ts';

const roster = sampleRoster({
  id: 'r',
  departmentId: 'd',
  practitionerId: 'p',
});
const calendar: Calendar = { rosters: [roster], overrides: [], absences: [], blocked: [] };
const booking = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });
const early = booking('2026-11-24T08:00Z', '2026-11-24T08:20Z');
const late = booking('2026-11-24T10:40Z', '2026-11-24T11:00Z');
const nextWeek = booking('2026-12-01T08:00Z', '2026-12-01T08:20Z');
/** Made by hand outside of all hours: no change can make that worse. */
const stray = booking('2026-11-25T08:00Z', '2026-11-25T08:20Z');
const all = [early, late, nextWeek, stray];

describe('a change hits', () => {
  it('nothing when there is nothing', () => {
    expect(hitByChange([], calendar, { ...calendar, rosters: [] })).toEqual([]);
    expect(hitByChange(all, calendar, calendar)).toEqual([]);
  });

  it('bookings outside of shorter hours', () => {
    expect(hitByChange(all, calendar, { ...calendar, rosters: [{ ...roster, untilTime: '11:50' }] })).toEqual(
      [late],
    );
    expect(hitByChange(all, calendar, { ...calendar, rosters: [] })).toEqual([early, late, nextWeek]);
    expect(
      hitByChange(all, calendar, { ...calendar, rosters: [{ ...roster, validUntil: '2026-12-01' }] }),
    ).toEqual([nextWeek]);
  });

  it('bookings of an overridden day', () => {
    const overrides = [
      { day: '2026-11-24', departmentId: 'd', intervals: [{ from: '08:00', until: '10:00' }] },
    ];
    expect(hitByChange(all, calendar, { ...calendar, overrides })).toEqual([late]);
  });

  it('bookings in an absence, to the minute', () => {
    const absences = [booking('2026-11-24T08:20Z', '2026-11-24T10:41Z')];
    expect(hitByChange(all, calendar, { ...calendar, absences })).toEqual([late]);
  });
});
