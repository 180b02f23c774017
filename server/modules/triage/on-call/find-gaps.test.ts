import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGaps, type Shift } from './find-gaps.ts';

const hour = 3_600_000;
const shift = (level: Shift['level'], from: number, until: number): Shift => ({
  level,
  start: from * hour,
  end: until * hour,
});
const gaps = (shifts: Shift[], from: number, until: number) =>
  findGaps(shifts, { start: from * hour, end: until * hour }).map(
    ({ start, end, missing }) => `${start / hour}–${end / hour} ${missing}`,
  );

describe('gaps of a roster', () => {
  test('are where nobody is on call, and where one level is empty', () => {
    const shifts = [
      shift('primary', 0, 18),
      shift('deputy', 0, 12),
      shift('deputy', 16, 20),
      shift('primary', 22, 30),
      shift('deputy', 22, 30),
    ];
    expect(gaps(shifts, 0, 30)).toEqual(['12–16 deputy', '18–20 primary', '20–22 everybody']);
  });

  test('end with the window where nothing is planned any more', () => {
    expect(gaps([shift('primary', 0, 8)], 4, 40)).toEqual(['8–40 everybody']);
  });

  test('are none of a level that is never planned, none before the first shift, and none without a roster', () => {
    expect(gaps([shift('primary', 10, 20)], 0, 20)).toEqual([]);
    expect(gaps([], 0, 20)).toEqual([]);
  });

  test('keep their beginning while time goes on', () => {
    const shifts = [shift('primary', 0, 8), shift('primary', 20, 30)];
    expect(gaps(shifts, 0, 25)).toEqual(gaps(shifts, 0, 28));
  });

  test('leave no hour unclear: each is covered, or in exactly one gap', () => {
    const anyShift = fc
      .record({
        level: fc.constantFrom('primary' as const, 'deputy' as const),
        from: fc.nat(40),
        hours: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ level, from, hours }) => shift(level, from, from + hours));
    fc.assert(
      fc.property(fc.array(anyShift, { minLength: 1, maxLength: 12 }), (shifts) => {
        const first = Math.min(...shifts.map(({ start }) => start));
        const found = findGaps(shifts, { start: first, end: 60 * hour });
        const planned = (level: Shift['level']) => shifts.some((one) => one.level === level);
        for (let at = first; at < 60 * hour; at += hour) {
          const on = (level: Shift['level']) =>
            shifts.some((one) => one.level === level && one.start <= at && at < one.end);
          const hit = found.filter(({ start, end }) => start <= at && at < end).map(({ missing }) => missing);
          const [primary, deputy] = [on('primary'), on('deputy')];
          const expected =
            !primary && !deputy
              ? ['everybody']
              : !primary && planned('primary')
                ? ['primary']
                : !deputy && planned('deputy')
                  ? ['deputy']
                  : [];
          expect(hit).toEqual(expected);
        }
      }),
    );
  });
});
