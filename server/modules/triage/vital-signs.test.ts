import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkVitalSigns,
  storable,
  type VitalSignFinding,
  type VitalSignName,
  type VitalSignValues,
  vitalSignLimits,
  vitalSignNames,
} from './vital-signs.ts';

const only = (field: VitalSignName, value: number) => checkVitalSigns({ [field]: value })[0];

const other = (
  field: VitalSignName,
  level: VitalSignFinding['level'],
  exchange: VitalSignName,
): VitalSignFinding => ({ field, level, problem: 'probably_other_field', exchange });

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
    ['temperature', 77, 'probably_fahrenheit', 25],
    ['temperature', 111.2, 'probably_fahrenheit', 44],
    ['systolic', 5, 'probably_centimetres_of_mercury', 50],
    ['systolic', 32.5, 'probably_kilopascal', 244],
    ['diastolic', 8, 'probably_centimetres_of_mercury', 80],
    ['diastolic', 10.7, 'probably_kilopascal', 80],
    ['diastolic', 16.5, 'probably_kilopascal', 124],
    ['pain', 70, 'probably_of_100', 7],
  ])('takes %s %d for another unit: %s', (field, value, problem, suggestion) => {
    expect(only(field, value)).toEqual({ field, level: 'refuse', problem, suggestion });
  });

  it.each<[VitalSignName, number, 'refuse' | 'look', string]>([
    ['oxygenSaturation', 180, 'refuse', 'too_high'],
    ['temperature', 111.3, 'refuse', 'too_high'],
    ['respiratoryRate', 6, 'look', 'perhaps_counted_shorter'],
    ['pulse', 18, 'look', 'perhaps_counted_shorter'],
    ['oxygenSaturation', 79, 'look', 'unusually_low'],
    ['respiratoryRate', 0, 'refuse', 'too_low'],
    ['respiratoryRate', 45, 'look', 'unusually_high'],
    ['pulse', 5, 'refuse', 'too_low'],
    ['pulse', 180, 'look', 'unusually_high'],
    ['temperature', 24.9, 'refuse', 'too_low'],
    ['temperature', 34.2, 'look', 'unusually_low'],
    ['temperature', 36.85, 'refuse', 'too_many_decimals'],
    ['systolic', 119.5, 'refuse', 'too_many_decimals'],
    ['glucose', 45, 'look', 'unusually_low'],
    ['pain', 11, 'refuse', 'too_high'],
    ['pulse', Number.NaN, 'refuse', 'not_a_number'],
  ])('answers %s %d with %s: %s', (field, value, level, problem) => {
    expect(only(field, value)).toEqual({ field, level, problem });
  });

  it('asks whether 25 of glucose are mmol/l, and keeps them when they are not', () => {
    const finding = only('glucose', 25);
    expect(finding).toEqual({
      field: 'glucose',
      level: 'look',
      problem: 'perhaps_millimole_per_litre',
      suggestion: 450,
    });
  });

  it.each<[VitalSignValues, VitalSignFinding[]]>([
    // What the oximeter shows beside it.
    [{ oxygenSaturation: 130 }, [other('oxygenSaturation', 'refuse', 'pulse')]],
    [{ oxygenSaturation: 130, pulse: 96 }, [other('oxygenSaturation', 'refuse', 'pulse')]],
    [{ oxygenSaturation: 72, pulse: 97 }, [other('oxygenSaturation', 'look', 'pulse')]],
    [
      { respiratoryRate: 78, pulse: 18 },
      [other('respiratoryRate', 'look', 'pulse'), other('pulse', 'look', 'respiratoryRate')],
    ],
    [
      { respiratoryRate: 110, pulse: 24 },
      [other('respiratoryRate', 'refuse', 'pulse'), other('pulse', 'look', 'respiratoryRate')],
    ],
    [{ respiratoryRate: 96 }, [other('respiratoryRate', 'refuse', 'pulse')]],
    [{ pulse: 12 }, [other('pulse', 'refuse', 'respiratoryRate')]],
    // Odd as typed, and as odd the other way round: nobody is told to change them.
    [
      { respiratoryRate: 45, pulse: 160 },
      [
        { field: 'respiratoryRate', level: 'look', problem: 'unusually_high' },
        { field: 'pulse', level: 'look', problem: 'unusually_high' },
      ],
    ],
    [{ oxygenSaturation: 72 }, [{ field: 'oxygenSaturation', level: 'look', problem: 'unusually_low' }]],
    [
      { systolic: 80, diastolic: 130 },
      [
        {
          field: 'diastolic',
          level: 'refuse',
          problem: 'diastolic_not_below_systolic',
          exchange: 'systolic',
        },
      ],
    ],
  ])('finds what was typed into the other field: %o', (values, findings) => {
    expect(checkVitalSigns(values)).toEqual(findings);
  });

  it('compares the two pressures', () => {
    expect(checkVitalSigns({ systolic: 80, diastolic: 80 })).toEqual([
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

  const decimal = (min: number, max: number) =>
    fc.integer({ min: Math.ceil(min * 10), max: Math.floor(max * 10) }).map((tenths) => tenths / 10);

  it('leads every temperature in °F and every pressure in kPa or cmHg back to where it was', () => {
    fc.assert(
      fc.property(decimal(25, 44), (celsius) => {
        const fahrenheit = Math.round((celsius * 1.8 + 32) * 10) / 10;
        const found = only('temperature', fahrenheit);
        expect(found?.problem).toBe('probably_fahrenheit');
        expect(Math.abs((found?.suggestion ?? 0) - celsius)).toBeLessThan(0.11);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('systolic', 'diastolic'),
        fc.integer({ min: 50, max: 190 }),
        (field, pressure) => {
          const kilopascal = Math.round(pressure / 0.750062) / 10;
          fc.pre(!Number.isInteger(kilopascal));
          const found = only(field, kilopascal);
          expect(found?.problem).toBe('probably_kilopascal');
          expect(Math.abs((found?.suggestion ?? 0) - pressure)).toBeLessThan(1);
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 14 }), (centimetres) => {
        for (const field of ['systolic', 'diastolic'] as const) {
          expect(only(field, centimetres)?.suggestion).toBe(centimetres * 10);
        }
      }),
    );
  });

  it('offers an exchange only where everything is storable after it, and after it offers none', () => {
    const value = fc.option(fc.integer({ min: 0, max: 320 }), { nil: null });
    fc.assert(
      fc.property(
        fc.record({
          respiratoryRate: value,
          oxygenSaturation: value,
          pulse: value,
          systolic: value,
          diastolic: value,
        }),
        (values: VitalSignValues) => {
          for (const { field, exchange } of checkVitalSigns(values)) {
            if (exchange === undefined) continue;
            const pair = { [field]: values[exchange], [exchange]: values[field] };
            expect(checkVitalSigns(pair).filter((found) => found.problem !== 'small_pulse_pressure')).toEqual(
              [],
            );
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
