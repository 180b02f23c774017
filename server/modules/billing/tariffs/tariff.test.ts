import { describe, expect, it } from 'vitest';
import { pointValue } from '../../../kernel/money.ts';
import { tariffsWith } from './default-tariffs.ts';
import { agreedFlatFee, careHomeUrgentCode } from './project.ts';
import { itemOn } from './tariff.ts';

const tariffs = tariffsWith();

describe('tariffs', () => {
  it('are dated: the day before and the day of a change', () => {
    const cap = (on: string) => itemOn(tariffs, 'EBM', '01450', on)?.pointsPerQuarter;
    expect([cap('2025-06-30'), cap('2025-07-01')]).toEqual([1_899, 700]);
    expect(itemOn(tariffs, 'EBM', '01670', '2020-09-30')).toBeNull();
    expect(itemOn(tariffs, 'EBM', '01670', '2020-10-01')?.price).toEqual({ points: 110 });
    expect(itemOn(tariffs, 'project', '01670', '2026-01-01')).toBeNull();
  });

  it('never has two items in force at once, and names each source', () => {
    for (const item of tariffs.items) {
      expect(item.source).not.toBe('');
      for (const on of [item.validFrom, '2024-06-01', '2026-11-23']) {
        const inForce = tariffs.items.filter(
          (one) =>
            one.code === item.code && one.validFrom <= on && (one.validUntil === null || on < one.validUntil),
        );
        expect(inForce.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has readable point values, one per year', () => {
    expect(tariffs.pointValues.map(({ cents }) => pointValue(cents))).toEqual([119_339, 123_934, 127_404]);
  });

  it('says of the flat fee that nobody has agreed to it, until somebody has', () => {
    expect(itemOn(tariffs, 'project', careHomeUrgentCode, '2026-11-23')?.agreed).toBe(false);
    expect(agreedFlatFee(6_000, 'v1', 'agreement')).toMatchObject({ price: { cents: 6_000 }, agreed: true });
    expect(() => agreedFlatFee(60.5, 'v1', 'agreement')).toThrow(RangeError);
  });
});
