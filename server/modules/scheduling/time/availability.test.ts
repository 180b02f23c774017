import { describe, expect, it } from 'vitest';
import { sampleRoster } from '../../../../test/support/sample-roster.ts';
import { interval } from '../../../kernel/interval.ts';
import { dayBounds, wallClock, windowOf } from '../../../kernel/zoned-time.ts';
import { type AvailabilityQuery, freeSlots, judgeStart } from './availability.ts';
import type { Calendar, Roster } from './roster.ts';

/** Monday 23 November 2026, an even week (48). */
const monday = '2026-11-23';
const base = sampleRoster({
  id: 'r1',
  departmentId: 'cardiology',
  practitionerId: 'p1',
  weekday: 1,
  untilTime: '10:30',
  bufferAfterMinutes: 10,
});
const calendar = (change: Partial<Roster> = {}, rest: Partial<Calendar> = {}): Calendar => ({
  rosters: [{ ...base, ...change }],
  overrides: [],
  absences: [],
  blocked: [],
  ...rest,
});
const on = (date: string, change: Partial<AvailabilityQuery> = {}): AvailabilityQuery => ({
  range: dayBounds(date),
  now: Date.parse('2026-11-20T12:00:00Z'),
  ...change,
});
const times = (given: Calendar, query = on(monday)) =>
  freeSlots(given, query).map(({ start }) => wallClock(start).time);
const at = (date: string, time: string) => windowOf(date, time, '24:00').start;

describe('free times', () => {
  it('stand on a grid of slot and buffers and end within the window', () => {
    expect(times(calendar())).toEqual(['09:00', '09:30', '10:00']);
    expect(times(calendar({ bufferAfterMinutes: 0 }))).toEqual(['09:00', '09:20', '09:40', '10:00']);
    expect(times(calendar({ untilTime: '10:19' }))).toEqual(['09:00', '09:30']);
    expect(times(calendar({ weekday: 2 }))).toEqual([]);
  });

  it('carry what a booking needs', () => {
    const start = at(monday, '09:00');
    expect(freeSlots(calendar({ bufferBeforeMinutes: 5 }), on(monday))[0]).toEqual({
      start,
      end: start + 20 * 60_000,
      rosterId: 'r1',
      departmentId: 'cardiology',
      practitionerId: 'p1',
      poolId: null,
      modality: 'video',
      blockedFrom: start - 5 * 60_000,
      blockedUntil: start + 30 * 60_000,
    });
  });

  it('leave out what is blocked, buffers included, and what an absence touches', () => {
    const taken = interval(at(monday, '09:30'), at(monday, '10:00'));
    expect(times(calendar({}, { blocked: [taken] }))).toEqual(['09:00', '10:00']);
    expect(
      times(calendar({ bufferAfterMinutes: 10 }, { blocked: [interval(taken.start - 1, taken.end)] })),
    ).toEqual(['10:00']);
    const away = interval(at(monday, '09:50'), at(monday, '10:01'));
    expect(times(calendar({}, { absences: [away] }))).toEqual(['09:00', '09:30']);
  });

  it('keep notice and horizon', () => {
    const now = at(monday, '09:10');
    expect(times(calendar(), on(monday, { now }))).toEqual(['09:30', '10:00']);
    expect(times(calendar({ minimumNoticeMinutes: 20 }), on(monday, { now }))).toEqual(['09:30', '10:00']);
    expect(times(calendar({ minimumNoticeMinutes: 21 }), on(monday, { now }))).toEqual(['10:00']);
    const friday = { now: at('2026-11-20', '23:59') };
    expect(times(calendar({ furthestDaysAhead: 3 }), on(monday, friday))).toHaveLength(3);
    expect(times(calendar({ furthestDaysAhead: 2 }), on(monday, friday))).toEqual([]);
  });

  it('keep validity, alternate weeks and audience', () => {
    expect(times(calendar({ validFrom: monday }))).toHaveLength(3);
    expect(times(calendar({ validUntil: monday }))).toEqual([]);
    expect(times(calendar({ weekPattern: 'even' }))).toHaveLength(3);
    expect(times(calendar({ weekPattern: 'odd' }))).toEqual([]);
    const some = calendar({ audienceCounties: ['03451'], audienceOrganisations: ['o1'] });
    const ask = (countyAgs: string, organisationId: string) =>
      times(some, on(monday, { asker: { countyAgs, organisationId } })).length;
    expect([ask('03451', 'x'), ask('03460', 'o1'), ask('03460', 'x')]).toEqual([3, 3, 0]);
    expect(times(some)).toHaveLength(3);
    expect(times(calendar(), on(monday, { modalities: ['written'] }))).toEqual([]);
    expect(times(calendar(), on(monday, { departmentId: 'neurology' }))).toEqual([]);
  });

  it('rest on holidays unless an override opens the day', () => {
    const easterMonday = '2026-04-06';
    const query = on(easterMonday, { now: at('2026-04-01', '12:00') });
    expect(times(calendar(), query)).toEqual([]);
    const open = {
      day: easterMonday,
      departmentId: 'cardiology',
      intervals: [{ from: '14:00', until: '15:00' }],
    };
    expect(times(calendar({}, { overrides: [open] }), query)).toEqual(['14:00', '14:30']);
  });

  it('follow an override with the settings of its department', () => {
    const closed = { day: monday, departmentId: 'cardiology', intervals: [] };
    expect(times(calendar({}, { overrides: [closed] }))).toEqual([]);
    const tuesday = '2026-11-24';
    const extra = { ...closed, day: tuesday, intervals: [{ from: '07:00', until: '08:00' }] };
    expect(times(calendar({}, { overrides: [extra] }), on(tuesday))).toEqual(['07:00', '07:30']);
    const stranger = { ...extra, departmentId: 'neurology' };
    expect(times(calendar({}, { overrides: [stranger] }), on(tuesday))).toEqual([]);
  });

  it('lets one time appear once although two rosters offer it', () => {
    const twice = { ...calendar(), rosters: [{ ...base, id: 'r2' }, base] };
    expect(freeSlots(twice, on(monday)).map(({ rosterId }) => rosterId)).toEqual(['r1', 'r1', 'r1']);
  });

  it('counts hours as they are lived when the clock changes at night', () => {
    const night = {
      weekday: 6,
      fromTime: '22:00',
      untilTime: '06:00',
      slotMinutes: 60,
      bufferAfterMinutes: 0,
    };
    const count = (date: string) =>
      freeSlots(calendar(night), {
        range: windowOf(date, '12:00', '12:00'),
        now: at(date, '00:00'),
      }).length;
    expect([count('2026-03-28'), count('2026-10-24'), count('2026-11-21')]).toEqual([7, 9, 8]);
  });

  it('keeps 9 o’clock at 9 o’clock on both sides of the change', () => {
    for (const date of ['2026-10-19', '2026-10-26']) {
      const [first] = freeSlots(calendar(), on(date, { now: at('2026-10-12', '08:00') }));
      expect(first && wallClock(first.start)).toEqual({ date, time: '09:00' });
    }
  });
});

describe('a wished start', () => {
  const judge = (time: string, given = calendar(), now = at(monday, '08:00')) => {
    const verdict = judgeStart(given, at(monday, time), on(monday, { now }));
    return 'slot' in verdict ? 'free' : verdict.refused;
  };

  it('is free, or refused with the reason', () => {
    expect(judge('09:30')).toBe('free');
    expect(judge('09:15')).toBe('time_outside_roster');
    expect(judge('09:00', calendar(), at(monday, '09:01'))).toBe('time_past');
    expect(judge('09:30', calendar({ minimumNoticeMinutes: 120 }))).toBe('notice_too_short');
    expect(judge('09:30', calendar({ furthestDaysAhead: 0 }), at('2026-11-22', '09:00'))).toBe(
      'too_far_ahead',
    );
    const hole = interval(at(monday, '09:00'), at(monday, '10:00'));
    expect(judge('09:30', calendar({}, { absences: [hole] }))).toBe('practitioner_absent');
    expect(judge('09:30', calendar({}, { blocked: [hole] }))).toBe('slot_taken');
    expect(judge('11:00')).toBe('time_outside_roster');
    expect(judge('07:00')).toBe('time_past');
  });
});
