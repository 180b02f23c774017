/**
 * Numbers that fit another unit than the one asked for: named, with the value that was probably meant. Only what
 * cannot be true as typed (outside the hard limits, or with decimals where none belong) is taken for another unit, so
 * that a true value is never converted. Pure and browser-safe.
 */

export const vitalSignNames = [
  'respiratoryRate',
  'oxygenSaturation',
  'systolic',
  'diastolic',
  'pulse',
  'temperature',
  'glucose',
  'pain',
] as const;
export type VitalSignName = (typeof vitalSignNames)[number];

export type MixUp = {
  problem:
    | 'unusually_low'
    | 'probably_fahrenheit'
    | 'probably_missing_decimal_point'
    | 'probably_fraction'
    | 'probably_centimetres_of_mercury'
    | 'probably_kilopascal'
    | 'probably_millimole_per_litre'
    | 'perhaps_millimole_per_litre'
    | 'probably_of_100'
    | 'perhaps_counted_shorter';
  /** The value meant, where another unit explains it. */
  suggestion?: number;
};

export const round = (value: number, decimals: 0 | 1): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

/** mg/dl of glucose in one mmol/l; mmHg in one kPa. */
const [perMillimole, perKilopascal] = [18.016, 7.50062];

export function unitMixUp(field: VitalSignName, value: number): MixUp | null {
  const isWhole = Number.isInteger(value);
  switch (field) {
    case 'temperature':
      if (value >= 77 && value <= 111.2) {
        return { problem: 'probably_fahrenheit', suggestion: round(((value - 32) * 5) / 9, 1) };
      }
      return value >= 250 && value <= 440
        ? { problem: 'probably_missing_decimal_point', suggestion: round(value / 10, 1) }
        : null;
    case 'oxygenSaturation':
      return value > 0.3 && value <= 1
        ? { problem: 'probably_fraction', suggestion: round(value * 100, 0) }
        : null;
    case 'systolic':
      return pressure(value, value < 40, [4, 30], [5.4, 39.9]);
    case 'diastolic':
      return pressure(value, value < 15 || !isWhole, [2, 14], [2.1, 26.6]);
    case 'glucose':
      return value >= 1 && value < 35 && (value < 10 || !isWhole)
        ? { problem: 'probably_millimole_per_litre', suggestion: round(value * perMillimole, 0) }
        : null;
    case 'pain':
      return value >= 20 && value <= 100
        ? { problem: 'probably_of_100', suggestion: round(value / 10, 0) }
        : null;
    default:
      return null;
  }
}

type Range = readonly [number, number];

/** RR "12" is said for 120 mmHg; with a decimal it is more likely read off in kPa, like 17.3. */
function pressure(value: number, isImpossible: boolean, centimetres: Range, kilopascal: Range): MixUp | null {
  if (!isImpossible) return null;
  const within = ([low, high]: Range) => value >= low && value <= high;
  if (Number.isInteger(value)) {
    return within(centimetres)
      ? { problem: 'probably_centimetres_of_mercury', suggestion: value * 10 }
      : null;
  }
  return within(kilopascal)
    ? { problem: 'probably_kilopascal', suggestion: round(value * perKilopascal, 0) }
    : null;
}

/** What an unusually low value may be as well: it may be true, so it is asked about and never refused. */
export function lowDoubt(field: VitalSignName, value: number): MixUp {
  // 25 mg/dl is a hypoglycaemia, 25 mmol/l the contrary.
  if (field === 'glucose' && value < 35) {
    return { problem: 'perhaps_millimole_per_litre', suggestion: round(value * perMillimole, 0) };
  }
  // Counted for a quarter of a minute: what it is in a whole one, only the person can say.
  if (field === 'respiratoryRate' || field === 'pulse') return { problem: 'perhaps_counted_shorter' };
  return { problem: 'unusually_low' };
}
