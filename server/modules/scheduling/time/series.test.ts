import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriesStarts } from './series.ts';

const minute = 60_000;
const at = (text: string) => Date.parse(text);
const iso = (starts: number[]) => starts.map((one) => new Date(one).toISOString());

describe('times of a series', () => {
  it('stay at nine o’clock over both changes of the clock', () => {
    expect(iso(seriesStarts(at('2026-10-13T07:00:00Z'), 2, 3))).toEqual([
      '2026-10-13T07:00:00.000Z',
      '2026-10-27T08:00:00.000Z',
      '2026-11-10T08:00:00.000Z',
    ]);
    expect(iso(seriesStarts(at('2027-03-23T08:00:00Z'), 1, 2))).toEqual([
      '2027-03-23T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
    ]);
  });

  it('mean the change where the hour is missing, and are back at their time the week after', () => {
    expect(iso(seriesStarts(at('2027-03-21T01:30:00Z'), 1, 3))).toEqual([
      '2027-03-21T01:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-04-04T00:30:00.000Z',
    ]);
  });

  it('mean the first passing where the hour comes twice, unless the first of all is in the second', () => {
    expect(iso(seriesStarts(at('2026-10-18T00:30:00Z'), 1, 2))[1]).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(seriesStarts(at('2026-10-25T01:30:00Z'), 1, 2))).toEqual([
      '2026-10-25T01:30:00.000Z',
      '2026-11-01T01:30:00.000Z',
    ]);
  });
});

/** Independent of the module: what Intl says that the wall shows, as a number that grows with the wall clock. */
function wallOf(zone: string): (at: number) => { day: string; minutes: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return {
      day: `${part.year}-${part.month}-${part.day}`,
      minutes: Number(part.hour) * 60 + Number(part.minute),
    };
  };
}

it('are the first instant of their day at which the wall shows their time or a later one (Intl, minute by minute)', () => {
  const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'] as const;
  const walls = new Map(zones.map((zone) => [zone, wallOf(zone)]));
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: at('2026-01-01T00:00:00Z') / minute, max: at('2028-01-01T00:00:00Z') / minute }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 26 }),
      (zone, minutes, everyWeeks, count) => {
        const wall = walls.get(zone) ?? wallOf(zone);
        const first = minutes * minute;
        const asked = wall(first);
        const starts = seriesStarts(first, everyWeeks, count, zone);
        expect(starts).toHaveLength(count);
        expect(starts[0]).toBe(first);
        starts.slice(1).forEach((start, index) => {
          // The day in civil reckoning, without the module's own helpers.
          const day = new Date(
            Date.parse(`${asked.day}T12:00:00Z`) + 7 * everyWeeks * (index + 1) * 86_400_000,
          )
            .toISOString()
            .slice(0, 10);
          const shown = wall(start);
          expect(shown.day).toBe(day);
          expect(shown.minutes).toBeGreaterThanOrEqual(asked.minutes);
          // Nothing earlier on this day shows as much: the minute before belongs to an earlier time, or to no later one.
          const before = Array.from({ length: 120 }, (_, at) => wall(start - (at + 1) * minute));
          expect(before.find((one) => one.day >= day && one.minutes >= asked.minutes)).toBeUndefined();
        });
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
