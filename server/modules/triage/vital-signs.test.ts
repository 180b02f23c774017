import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkVitalSigns,
  storable,
  type VitalSignName,
  vitalSignLimits,
  vitalSignNames,
} from './vital-signs.ts';

const only = (field: VitalSignName, value: number) => checkVitalSigns({ [field]: value })[0];

describe('vital signs', () => {
  it('has nothing to say about usual values or missing ones', () => {
    expect(checkVitalSigns({ respiratoryRate: 16, systolic: 130, diastolic: 80, temperature: 36.8 })).toEqual(
      [],
    );
    expect(checkVitalSigns({ pulse: null, glucose: undefined })).toEqual([]);
    for (const name of vitalSignNames) {
      for (const value of vitalSignLimits[name].usual) expect(checkVitalSigns({ [name]: value })).toEqual([]);
    }
  });

  it.each<[VitalSignName, number, string, number | undefined]>([
    ['temperature', 100.4, 'probably_fahrenheit', 38],
    ['temperature', 98, 'probably_fahrenheit', 36.7],
    ['temperature', 375, 'probably_missing_decimal_point', 37.5],
    ['oxygenSaturation', 0.94, 'probably_fraction', 94],
    ['systolic', 12, 'probably_centimetres_of_mercury', 120],
    ['systolic', 17.3, 'probably_kilopascal', 130],
    ['glucose', 5.6, 'probably_millimole_per_litre', 101],
    ['glucose', 14.2, 'probably_millimole_per_litre', 256],
    ['glucose', 7, 'probably_millimole_per_litre', 126],
  ])('takes %s %d for another unit: %s', (field, value, problem, suggestion) => {
    expect(only(field, value)).toEqual({ field, level: 'refuse', problem, suggestion });
  });

  it.each<[VitalSignName, number, 'refuse' | 'look', string]>([
    ['oxygenSaturation', 130, 'refuse', 'too_high'],
    ['oxygenSaturation', 101, 'refuse', 'too_high'],
    ['oxygenSaturation', 79, 'look', 'unusually_low'],
    ['respiratoryRate', 0, 'refuse', 'too_low'],
    ['respiratoryRate', 45, 'look', 'unusually_high'],
    ['pulse', 12, 'refuse', 'too_low'],
    ['pulse', 180, 'look', 'unusually_high'],
    ['temperature', 24.9, 'refuse', 'too_low'],
    ['temperature', 34.2, 'look', 'unusually_low'],
    ['temperature', 36.85, 'refuse', 'too_many_decimals'],
    ['systolic', 119.5, 'refuse', 'too_many_decimals'],
    ['glucose', 25, 'look', 'unusually_low'],
    ['pain', 11, 'refuse', 'too_high'],
    ['pulse', Number.NaN, 'refuse', 'not_a_number'],
  ])('answers %s %d with %s: %s', (field, value, level, problem) => {
    expect(only(field, value)).toEqual({ field, level, problem });
  });

  it('compares the two pressures', () => {
    expect(checkVitalSigns({ systolic: 80, diastolic: 90 })).toEqual([
      { field: 'diastolic', level: 'refuse', problem: 'diastolic_not_below_systolic' },
    ]);
    expect(checkVitalSigns({ systolic: 100, diastolic: 90 })).toEqual([
      { field: 'diastolic', level: 'look', problem: 'small_pulse_pressure' },
    ]);
    expect(checkVitalSigns({ systolic: 12, diastolic: 80 })).toHaveLength(1);
  });

  it('never refuses a whole value within the hard limits, and suggests only values within them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...vitalSignNames), fc.integer({ min: 0, max: 2_000 }), (name, value) => {
        const [low, high] = vitalSignLimits[name].hard;
        const findings = checkVitalSigns({ [name]: value });
        expect(storable(findings)).toBe(low <= value && value <= high);
        for (const { suggestion } of findings) {
          if (suggestion !== undefined) expect(suggestion >= low && suggestion <= high).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
