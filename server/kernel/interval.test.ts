import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  common,
  contains,
  covers,
  type Interval,
  intersect,
  interval,
  isEmpty,
  merge,
  overlapFinder,
  overlaps,
  subtract,
  total,
} from './interval.ts';

const some = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => interval(start, start + length));
const list = fc.array(some, { maxLength: 12 });
const line = Array.from({ length: 80 }, (_, point) => point);
const pointsOf = (given: readonly Interval[]) =>
  line.filter((point) => given.some((one) => contains(one, point)));
const isTidy = (given: readonly Interval[]) =>
  given.every((one, at) => !isEmpty(one) && (at === 0 || (given[at - 1] as Interval).end < one.start));

describe('interval', () => {
  it('refuses edges that make none', () => {
    expect(() => interval(2, 1)).toThrow(RangeError);
    expect(() => interval(Number.NaN, 1)).toThrow(RangeError);
    expect(interval(1, 1)).toEqual({ start: 1, end: 1 });
  });

  it('lets neighbours touch without overlapping', () => {
    expect(overlaps(interval(0, 10), interval(10, 20))).toBe(false);
    expect(overlaps(interval(0, 11), interval(10, 20))).toBe(true);
    expect(overlaps(interval(5, 5), interval(0, 10))).toBe(false);
    expect(contains(interval(0, 10), 10)).toBe(false);
    expect(covers(interval(0, 10), interval(0, 10))).toBe(true);
    expect(intersect(interval(0, 10), interval(10, 12))).toBeNull();
    expect(intersect(interval(0, 10), interval(4, 12))).toEqual({ start: 4, end: 10 });
  });

  it('merges to the same points, sorted and disjoint', () => {
    fc.assert(
      fc.property(list, (given) => {
        const merged = merge(given);
        expect(pointsOf(merged)).toEqual(pointsOf(given));
        expect(isTidy(merged)).toBe(true);
        expect(total(given)).toBe(pointsOf(given).length);
      }),
    );
  });

  it('subtracts and intersects point by point', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const inB = new Set(pointsOf(b));
        expect(pointsOf(subtract(a, b))).toEqual(pointsOf(a).filter((point) => !inB.has(point)));
        expect(pointsOf(common(a, b))).toEqual(pointsOf(a).filter((point) => inB.has(point)));
        expect(isTidy(subtract(a, b))).toBe(true);
      }),
    );
  });

  it('finds an overlap exactly when one exists', () => {
    fc.assert(
      fc.property(list, some, (given, asked) => {
        expect(overlapFinder(given)(asked)).toBe(given.some((one) => overlaps(one, asked)));
      }),
    );
  });
});
