import { expect, it } from 'vitest';
import { sampleRoster } from '../../../../test/support/sample-roster.ts';
import { addDays } from '../../../kernel/zoned-time.ts';
import { candidates, groupOffers, type Offers } from './candidates.ts';
import type { Roster } from './roster.ts';
import { windowsOn } from './windows.ts';

const weekly = (practitionerId: string, weekday: number): Roster =>
  sampleRoster({
    id: `${practitionerId}${weekday}`,
    departmentId: 'd1',
    practitionerId,
    weekday,
    untilTime: '10:00',
    furthestDaysAhead: 365,
  });
const now = Date.parse('2026-11-23T06:00:00Z');
const year = { start: now, end: now + 365 * 86_400_000 };

/** Two people every day of the week, and which days were looked at. */
const open = () => {
  const days: string[] = [];
  const rosters = ['b', 'a'].flatMap((id) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly(id, weekday)));
  const offers: Offers = {
    zones: ['Europe/Berlin'],
    on(day) {
      days.push(day);
      const windows = windowsOn({ rosters, overrides: [], absences: [] }, day, () => false);
      return groupOffers(windows.map((window) => ({ ...window, absent: () => false })));
    },
  };
  return { days, offers };
};

it('looks no further than it is asked: a year of times, the first ones from two days', () => {
  const { days, offers } = open();
  const walk = candidates(offers, { range: year, now });
  const first = [1, 2, 3, 4].map(() => walk.next().value);
  expect(first.map((slot) => slot && `${slot.practitionerId} ${new Date(slot.start).toISOString()}`)).toEqual(
    [
      'a 2026-11-23T08:00:00.000Z',
      'b 2026-11-23T08:00:00.000Z',
      'a 2026-11-23T08:20:00.000Z',
      'b 2026-11-23T08:20:00.000Z',
    ],
  );
  expect(days).toEqual(['2026-11-22', '2026-11-23']);
});

it('walks windows as one that differ in whose they are alone', () => {
  const { offers } = open();
  const day = '2026-11-24';
  expect(offers.on(day).map((group) => group.map(({ roster }) => roster.practitionerId))).toEqual([
    ['a', 'b'],
  ]);
  expect(offers.on(addDays(day, 1))).toHaveLength(1);
});
