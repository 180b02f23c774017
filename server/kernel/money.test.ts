import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, decimal, fromPoints, pointValue, sum } from './money.ts';

describe('money', () => {
  it('reads point values exactly', () => {
    expect(pointValue('12.7404')).toBe(127404);
    expect(pointValue('11.9339')).toBe(119339);
    expect(pointValue('12.5')).toBe(125000);
    expect(pointValue('12')).toBe(120000);
    for (const wrong of ['', '12,7', '-1', '1.23456', 'x'])
      expect(() => pointValue(wrong)).toThrow(RangeError);
  });

  // Euro amounts as published for the teleconsultation items of 2024, 2025 and 2026.
  it.each([
    [110, '11.9339', 1313],
    [110, '12.3934', 1363],
    [110, '12.7404', 1401],
    [128, '11.9339', 1528],
    [128, '12.3934', 1586],
    [128, '12.7404', 1631],
    [65, '11.9339', 776],
    [65, '12.3934', 806],
    [65, '12.7404', 828],
    [86, '12.7404', 1096],
  ])('turns %i points at %s cents into %i cents', (points, value, expected) => {
    expect(fromPoints(points, pointValue(value))).toBe(expected);
  });

  it('rounds half up and never by more than half a cent', () => {
    expect(fromPoints(1, 5_000)).toBe(1);
    expect(fromPoints(1, 4_999)).toBe(0);
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1_000_000), (points, value) => {
        const off = BigInt(fromPoints(points, value)) * 10_000n - BigInt(points) * BigInt(value);
        expect(off > -5_000n && off <= 5_000n).toBe(true);
      }),
    );
  });

  it('refuses what is not whole cents', () => {
    expect(() => cents(1.5)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
    expect(() => fromPoints(-1, 1)).toThrow(RangeError);
    expect(() => sum([1, 0.1])).toThrow(RangeError);
    expect(sum([1401, 1631, -1])).toBe(3031);
  });

  it('writes decimals', () => {
    expect(decimal(1401)).toBe('14.01');
    expect(decimal(5, ',')).toBe('0,05');
    expect(decimal(-120)).toBe('-1.20');
    expect(decimal(0)).toBe('0.00');
  });
});
