import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type News2Context, news2, news2Parameters, type Observations } from './news2.ts';

const adult: News2Context = { ageYears: 84 };
const well: Required<Observations> = {
  respiratoryRate: 16,
  oxygenSaturation: 97,
  onOxygen: false,
  systolic: 130,
  pulse: 72,
  consciousness: 'alert',
  temperature: 36.8,
};
function score(change: Observations, context = adult) {
  const result = news2({ ...well, ...change }, context);
  if (!result.applicable) throw new Error(result.reason);
  return result;
}

describe('NEWS2', () => {
  // Both edges of every column of chart 1.
  it.each<[keyof Observations, [number, number][]]>([
    ['respiratoryRate', [[8, 3], [9, 1], [11, 1], [12, 0], [20, 0], [21, 2], [24, 2], [25, 3]]], // biome-ignore format: as in the chart
    ['oxygenSaturation', [[91, 3], [92, 2], [93, 2], [94, 1], [95, 1], [96, 0], [100, 0]]], // biome-ignore format: as in the chart
    ['systolic', [[90, 3], [91, 2], [100, 2], [101, 1], [110, 1], [111, 0], [219, 0], [220, 3]]], // biome-ignore format: as in the chart
    ['pulse', [[40, 3], [41, 1], [50, 1], [51, 0], [90, 0], [91, 1], [110, 1], [111, 2], [130, 2], [131, 3]]], // biome-ignore format: as in the chart
    ['temperature', [[35.0, 3], [35.1, 1], [36.0, 1], [36.1, 0], [38.0, 0], [38.1, 1], [39.0, 1], [39.1, 2]]], // biome-ignore format: as in the chart
  ])('scores %s at both edges of each column', (parameter, expected) => {
    const got = expected.map(([value]) => [value, score({ [parameter]: value }).total]);
    expect(got).toEqual(expected);
  });

  it('scores saturation on scale 2 by air and oxygen', () => {
    const scale2 = { ...adult, oxygenScale: 2 } as const;
    const points = (percent: number, onOxygen: boolean) =>
      score({ oxygenSaturation: percent, onOxygen }, scale2).points.oxygenSaturation;
    expect([83, 84, 85, 86, 87, 88, 92].map((percent) => points(percent, true))).toEqual([
      3, 2, 2, 1, 1, 0, 0,
    ]);
    expect([93, 94, 95, 96, 97, 100].map((percent) => points(percent, true))).toEqual([1, 1, 2, 2, 3, 3]);
    expect([83, 85, 87, 92, 93, 100].map((percent) => points(percent, false))).toEqual([3, 2, 1, 0, 0, 0]);
  });

  it('scores oxygen and any lowered consciousness', () => {
    expect(score({ onOxygen: true }).total).toBe(2);
    for (const consciousness of ['confusion', 'voice', 'pain', 'unresponsive'] as const) {
      expect(score({ consciousness }).total).toBe(3);
    }
  });

  it.each<[Observations, number, string, string, string]>([
    [{}, 0, 'low', 'routine', 'every_12_hours'],
    [{ pulse: 95 }, 1, 'low', 'nurse_assessment', 'every_4_to_6_hours'],
    [
      { pulse: 95, respiratoryRate: 22, temperature: 38.5 },
      4,
      'low',
      'nurse_assessment',
      'every_4_to_6_hours',
    ],
    [{ consciousness: 'confusion' }, 3, 'low_medium', 'ward_review', 'hourly'],
    [{ consciousness: 'confusion', pulse: 95 }, 4, 'low_medium', 'ward_review', 'hourly'],
    [{ consciousness: 'voice', pulse: 115 }, 5, 'medium', 'urgent_review', 'hourly'],
    [{ respiratoryRate: 22, pulse: 115, temperature: 39.5 }, 6, 'medium', 'urgent_review', 'hourly'],
    [{ respiratoryRate: 26, pulse: 115, temperature: 39.5 }, 7, 'high', 'emergency', 'continuous'],
  ])('answers %j with %i, %s', (change, total, band, response, monitoring) => {
    expect(score(change)).toMatchObject({ total, band, response, monitoring, complete: true });
  });

  it('reaches 20 and no more', () => {
    const worst = score({
      respiratoryRate: 30,
      oxygenSaturation: 80,
      onOxygen: true,
      systolic: 80,
      pulse: 140,
      consciousness: 'unresponsive',
      temperature: 34,
    });
    expect(worst).toMatchObject({ total: 20, highest: 20 });
  });

  it('names what is missing and bounds the score from both sides', () => {
    const result = score({ oxygenSaturation: null, pulse: null, systolic: 95 });
    expect(result).toMatchObject({
      complete: false,
      total: 2,
      highest: 8,
      missing: ['oxygenSaturation', 'pulse'],
    });
    expect(news2({}, adult)).toMatchObject({ total: 0, highest: 20, complete: false });
    const unsure = score({ oxygenSaturation: 95, onOxygen: null }, { ...adult, oxygenScale: 2 });
    expect(unsure.missing).toEqual(['oxygenSaturation', 'onOxygen']);
  });

  it('is not applied under 16 and in pregnancy', () => {
    expect(news2(well, { ageYears: 15 })).toEqual({ applicable: false, reason: 'under_16' });
    expect(news2(well, { ageYears: 16 }).applicable).toBe(true);
    expect(news2(well, { ageYears: 30, pregnant: true })).toEqual({ applicable: false, reason: 'pregnant' });
  });

  it('never falls when a missing value becomes known, and stays within its bounds', () => {
    const observations = fc.record({
      respiratoryRate: fc.integer({ min: 4, max: 60 }),
      oxygenSaturation: fc.integer({ min: 60, max: 100 }),
      onOxygen: fc.boolean(),
      systolic: fc.integer({ min: 50, max: 260 }),
      pulse: fc.integer({ min: 20, max: 220 }),
      consciousness: fc.constantFrom('alert' as const, 'confusion' as const, 'pain' as const),
      temperature: fc.integer({ min: 320, max: 420 }).map((tenth) => tenth / 10),
    });
    const known = fc.subarray([...news2Parameters]);
    fc.assert(
      fc.property(observations, known, fc.constantFrom(1 as const, 2 as const), (all, taken, oxygenScale) => {
        const some = Object.fromEntries(taken.map((parameter) => [parameter, all[parameter]]));
        const partly = news2(some, { ...adult, oxygenScale });
        const full = news2(all, { ...adult, oxygenScale });
        if (!partly.applicable || !full.applicable) throw new Error('not applicable');
        expect(full.complete).toBe(true);
        expect(full.total).toBeGreaterThanOrEqual(partly.total);
        expect(full.total).toBeLessThanOrEqual(partly.highest);
      }),
      { numRuns: 1_000 },
    );
  });
});
