import { describe, expect, it } from 'vitest';
import { groupTimes, hoursOf, mondayOf, placeInLanes, weekDays } from './week-times.ts';

const time = (practitionerId: string, startAt: string) => ({
  practitionerId,
  poolId: null,
  departmentId: 'd',
  people: 1,
  startAt,
  endAt: new Date(Date.parse(startAt) + 20 * 60_000).toISOString(),
  name: `Dr. ${practitionerId}`,
  departmentName: 'Kardiologie',
  houseName: 'Klinikum',
});

describe('the week of free times', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });

  it('shows the weekend only when something is free on it', () => {
    expect(weekDays('2026-11-23', [])).toHaveLength(5);
    expect(weekDays('2026-11-23', [time('a', '2026-11-28T09:00:00Z')])).toHaveLength(6);
  });

  it('offers one press per start time and tells who is free', () => {
    const times = [time('a', '2026-11-24T08:40:00.000Z'), time('b', '2026-11-24T08:40:00.000Z')];
    const groups = groupTimes(times);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      day: '2026-11-24',
      names: ['Dr. a', 'Dr. b'],
      people: 2,
      offer: { practitionerId: 'a' },
    });
  });

  it('opens at the full hours that hold everything, by the clock on the wall', () => {
    const groups = groupTimes([time('a', '2026-11-24T08:40:00Z'), time('a', '2026-11-24T13:50:00Z')]);
    expect(hoursOf(groups)).toEqual({ from: 9, until: 16 });
  });

  it('puts times that overlap beside one another, and only those', () => {
    const times = ['08:00', '08:10', '08:20', '09:00'].map((at, which) =>
      time(which % 2 === 0 ? 'a' : 'b', `2026-11-24T${at}:00.000Z`),
    );
    const placed = placeInLanes(groupTimes(times));
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });
});
