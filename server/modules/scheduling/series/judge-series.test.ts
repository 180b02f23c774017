import { describe, expect, it } from 'vitest';
import { sampleRoster } from '../../../../test/support/sample-roster.ts';
import type { Calendar, Roster } from '../time/roster.ts';
import { seriesStarts } from '../time/series.ts';
import { judgeSeries } from './judge-series.ts';

const at = (text: string) => Date.parse(text);
const roster = (of: Partial<Roster>): Roster =>
  sampleRoster({
    id: `r${of.weekday}`,
    departmentId: 'd',
    practitionerId: 'p',
    weekday: 1,
    untilTime: '10:00',
    minimumNoticeMinutes: 60,
    furthestDaysAhead: 14,
    ...of,
  });
const calendar = (of: Partial<Calendar> = {}): Calendar => ({
  rosters: [roster({ weekday: 1 }), roster({ weekday: 2 }), roster({ weekday: 5 })],
  overrides: [],
  absences: [],
  blocked: [],
  ...of,
});
/** The same hours, to be booked so many days ahead. */
const reaching = (furthestDaysAhead: number): Calendar => ({
  ...calendar(),
  rosters: calendar().rosters.map((one) => ({ ...one, furthestDaysAhead })),
});
const asked = {
  now: at('2027-03-01T08:30:00Z'),
  asker: { countyAgs: '03403', organisationId: 'o' },
  everyWeeks: 1,
};
/** Mondays at 9:20; on 29 March, after the change of the clock, is Easter Monday. */
const mondays = (count: number) => seriesStarts(at('2027-03-08T08:20:00Z'), 1, count);
const iso = (slots: { start: number }[]) => slots.map(({ start }) => new Date(start).toISOString());

describe('times of a series', () => {
  it('are bound to the furthest day each, with what is free before it', () => {
    // On 1 March the 15th is the fourteenth day.
    const starts = seriesStarts(at('2027-03-08T08:20:00Z'), 2, 2);
    const judged = judgeSeries(calendar(), starts, { ...asked, everyWeeks: 2 });
    expect(judged.map(({ problem }) => problem)).toEqual([null, 'slot_beyond_furthest_day']);
    expect(iso(judged[1]?.proposals ?? [])).toEqual([
      '2027-03-15T08:20:00.000Z',
      '2027-03-15T08:00:00.000Z',
      '2027-03-15T08:40:00.000Z',
    ]);
    expect(judgeSeries(reaching(365), mondays(3), asked).map(({ problem }) => problem)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('on a holiday name it, and propose the same time of the next working day first', () => {
    const easter = judgeSeries(reaching(60), mondays(4), asked)[3];
    expect(easter).toMatchObject({ problem: 'series_holiday', holiday: 'ostermontag' });
    expect(iso(easter?.proposals ?? [])).toEqual([
      '2027-03-30T07:20:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-03-30T07:40:00.000Z',
    ]);
  });

  it('tell absence, another booking and hours that do not exist apart', () => {
    const [first, second, third] = mondays(3) as [number, number, number];
    const judged = judgeSeries(
      calendar({
        absences: [{ start: first, end: first + 60_000 }],
        blocked: [{ start: second, end: second + 60_000 }],
      }),
      [first, second, third + 60_000],
      asked,
    );
    expect(judged.map(({ problem }) => problem)).toEqual([
      'series_absence',
      'slot_taken',
      'slot_outside_roster',
    ]);
    // Beside what is taken, on the same day, before any other day.
    expect(iso(judged[1]?.proposals.slice(0, 2) ?? [])).toEqual([
      '2027-03-15T08:40:00.000Z',
      '2027-03-15T08:00:00.000Z',
    ]);
  });

  it('neither run into each other nor propose a time that another of them has', () => {
    const monday = at('2027-03-08T08:20:00Z');
    const [, again] = judgeSeries(calendar(), [monday, monday], asked);
    expect(again?.problem).toBe('slot_taken');
    const tuesday = monday + 86_400_000;
    const blocked = [{ start: monday, end: monday + 60_000 }];
    const [first] = judgeSeries(calendar({ blocked }), [monday, tuesday], asked);
    expect(iso(first?.proposals ?? [])).not.toContain(new Date(tuesday).toISOString());
  });

  it('are judged by whom the hours are open to', () => {
    const open = calendar({ rosters: [roster({ audienceCounties: ['03451'] })] });
    expect(judgeSeries(open, mondays(1), asked)[0]?.problem).toBe('slot_outside_roster');
    const own = { ...asked, asker: { countyAgs: '03451', organisationId: 'o' } };
    expect(judgeSeries(open, mondays(1), own)[0]?.problem).toBeNull();
  });
});
