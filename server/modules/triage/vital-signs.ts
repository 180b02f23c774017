/**
 * Is a typed vital sign plausible? Hard limits refuse what no living person shows or what the device cannot show;
 * look-at-it limits ask the person to check again and let them go on, because the very ill do show such values.
 * A number that fits another unit is answered with that unit and the converted value.
 *
 * The limits are the network's own, chosen wide: a refused true value would cost more than a passed typing error.
 * They judge typing, not health. Pure and browser-safe.
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
export type VitalSignValues = { readonly [name in VitalSignName]?: number | null | undefined };

type Limits = {
  unit: 'per_minute' | 'percent' | 'mmHg' | 'celsius' | 'mg_dl' | 'of_10';
  /** Refused below and above. */
  hard: readonly [number, number];
  /** Asked about below and above. */
  usual: readonly [number, number];
  decimals: 0 | 1;
};

export const vitalSignLimits: Readonly<Record<VitalSignName, Limits>> = {
  respiratoryRate: { unit: 'per_minute', hard: [1, 80], usual: [8, 40], decimals: 0 },
  oxygenSaturation: { unit: 'percent', hard: [30, 100], usual: [80, 100], decimals: 0 },
  systolic: { unit: 'mmHg', hard: [40, 300], usual: [80, 220], decimals: 0 },
  diastolic: { unit: 'mmHg', hard: [15, 200], usual: [40, 120], decimals: 0 },
  pulse: { unit: 'per_minute', hard: [15, 300], usual: [40, 150], decimals: 0 },
  temperature: { unit: 'celsius', hard: [25, 44], usual: [35, 40.5], decimals: 1 },
  glucose: { unit: 'mg_dl', hard: [10, 1_500], usual: [60, 400], decimals: 0 },
  pain: { unit: 'of_10', hard: [0, 10], usual: [0, 10], decimals: 0 },
};

export type VitalSignFinding = {
  field: VitalSignName;
  /** `refuse`: not stored. `look`: stored after the person has looked again. */
  level: 'refuse' | 'look';
  problem:
    | 'too_low'
    | 'too_high'
    | 'unusually_low'
    | 'unusually_high'
    | 'too_many_decimals'
    | 'not_a_number'
    | 'diastolic_not_below_systolic'
    | 'small_pulse_pressure'
    | 'probably_fahrenheit'
    | 'probably_missing_decimal_point'
    | 'probably_fraction'
    | 'probably_centimetres_of_mercury'
    | 'probably_kilopascal'
    | 'probably_millimole_per_litre';
  /** The value meant, where another unit explains it. */
  suggestion?: number;
};

/** Everything that is odd about the values, at most one finding per field and one about the pressure pair. */
export function checkVitalSigns(values: VitalSignValues): VitalSignFinding[] {
  const findings = vitalSignNames.flatMap((field) => {
    const value = values[field];
    const finding = value == null ? null : checkOne(field, value);
    return finding ? [finding] : [];
  });
  const pair = findings.some(({ field }) => field === 'systolic' || field === 'diastolic')
    ? null
    : checkPressures(values.systolic, values.diastolic);
  return pair ? [...findings, pair] : findings;
}

/** True when nothing among the findings forbids storing the values. */
export const storable = (findings: readonly VitalSignFinding[]): boolean =>
  findings.every(({ level }) => level !== 'refuse');

function checkOne(field: VitalSignName, value: number): VitalSignFinding | null {
  const { hard, usual, decimals } = vitalSignLimits[field];
  if (!Number.isFinite(value)) return { field, level: 'refuse', problem: 'not_a_number' };
  const mixUp = unitMixUp(field, value);
  if (mixUp) return { field, level: 'refuse', ...mixUp };
  if (value < hard[0]) return { field, level: 'refuse', problem: 'too_low' };
  if (value > hard[1]) return { field, level: 'refuse', problem: 'too_high' };
  if (value !== round(value, decimals)) return { field, level: 'refuse', problem: 'too_many_decimals' };
  if (value < usual[0]) return { field, level: 'look', problem: 'unusually_low' };
  if (value > usual[1]) return { field, level: 'look', problem: 'unusually_high' };
  return null;
}

const round = (value: number, decimals: 0 | 1): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

type MixUp = Pick<VitalSignFinding, 'problem' | 'suggestion'>;

// Only values outside the hard limits, or with decimals where none belong, are taken for another unit: a true
// value is never converted.
function unitMixUp(field: VitalSignName, value: number): MixUp | null {
  if (field === 'temperature') {
    if (value >= 80 && value <= 111) {
      return { problem: 'probably_fahrenheit', suggestion: round(((value - 32) * 5) / 9, 1) };
    }
    if (value >= 250 && value <= 440) {
      return { problem: 'probably_missing_decimal_point', suggestion: round(value / 10, 1) };
    }
  }
  if (field === 'oxygenSaturation' && value > 0.3 && value <= 1) {
    return { problem: 'probably_fraction', suggestion: round(value * 100, 0) };
  }
  if (field === 'systolic' && value >= 7 && value < 30) {
    // RR "12" is said for 120 mmHg; with a decimal it is more likely read off in kPa, like 17.3.
    return Number.isInteger(value)
      ? { problem: 'probably_centimetres_of_mercury', suggestion: value * 10 }
      : { problem: 'probably_kilopascal', suggestion: round(value * 7.50062, 0) };
  }
  if (field === 'glucose' && value >= 1 && value < 35 && (value < 10 || !Number.isInteger(value))) {
    return { problem: 'probably_millimole_per_litre', suggestion: round(value * 18.016, 0) };
  }
  return null;
}

function checkPressures(
  systolic: number | null | undefined,
  diastolic: number | null | undefined,
): VitalSignFinding | null {
  if (systolic == null || diastolic == null) return null;
  if (diastolic >= systolic) {
    return { field: 'diastolic', level: 'refuse', problem: 'diastolic_not_below_systolic' };
  }
  if (systolic - diastolic < 15) {
    return { field: 'diastolic', level: 'look', problem: 'small_pulse_pressure' };
  }
  return null;
}
