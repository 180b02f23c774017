/**
 * Is a typed vital sign plausible? Hard limits refuse what no living person shows or what the device cannot show;
 * look-at-it limits ask the person to check again and let them go on, because the very ill do show such values.
 * A number that fits another unit is answered with that unit and the converted value.
 *
 * The limits are the network's own, chosen wide: a refused true value would cost more than a passed typing error.
 * They judge typing, not health. Pure and browser-safe.
 */

import {
  lowDoubt,
  type MixUp,
  round,
  unitMixUp,
  type VitalSignName,
  vitalSignNames,
} from './unit-mix-ups.ts';

export { type VitalSignName, vitalSignNames } from './unit-mix-ups.ts';
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
    | MixUp['problem']
    | 'too_low'
    | 'too_high'
    | 'unusually_high'
    | 'too_many_decimals'
    | 'not_a_number'
    | 'diastolic_not_below_systolic'
    | 'small_pulse_pressure'
    | 'probably_other_field';
  /** The value meant, where another unit explains it. */
  suggestion?: number;
  /** Whose value this probably is: the two change places, an empty one takes it over. */
  exchange?: VitalSignName;
};

/** Everything that is odd about the values, at most one finding per field. */
export function checkVitalSigns(values: VitalSignValues): VitalSignFinding[] {
  const findings = vitalSignNames.flatMap((field) => {
    const value = values[field];
    const finding = value == null ? null : checkOne(field, value);
    if (!finding) return [];
    const exchange = fieldMeant(values, finding);
    return exchange
      ? [{ field, level: finding.level, problem: 'probably_other_field' as const, exchange }]
      : [finding];
  });
  const single = findings.find(({ field, level }) => isPressure(field) && level === 'refuse');
  const pair = single ? null : checkPressures(values.systolic, values.diastolic);
  // A pair that cannot be says more than that one of it is unusual.
  if (pair?.level === 'refuse') return [...findings.filter(({ field }) => !isPressure(field)), pair];
  return pair && !findings.some(({ field }) => isPressure(field)) ? [...findings, pair] : findings;
}

const isPressure = (field: VitalSignName): boolean => field === 'systolic' || field === 'diastolic';

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
  if (value < usual[0]) return { field, level: 'look', ...lowDoubt(field, value) };
  if (value > usual[1]) return { field, level: 'look', problem: 'unusually_high' };
  return null;
}

/** Stand beside each other on the device, or are taken together. */
const confused: readonly (readonly [VitalSignName, VitalSignName])[] = [
  ['respiratoryRate', 'pulse'],
  ['oxygenSaturation', 'pulse'],
];

/**
 * Whose value this probably is: with the two changed, nothing is odd any more. Where the other field is empty only for
 * what cannot be stored here, because a single odd value is mostly a true one.
 */
function fieldMeant(values: VitalSignValues, { field, level }: VitalSignFinding): VitalSignName | null {
  for (const pair of confused) {
    const other = pair.find((one) => one !== field);
    const here = values[field];
    if (!pair.includes(field) || other === undefined || here == null) continue;
    const there = values[other];
    if (there == null && level !== 'refuse') continue;
    if (checkOne(other, here) === null && (there == null || checkOne(field, there) === null)) return other;
  }
  return null;
}

function checkPressures(
  systolic: number | null | undefined,
  diastolic: number | null | undefined,
): VitalSignFinding | null {
  if (systolic == null || diastolic == null) return null;
  if (diastolic >= systolic) {
    const finding = { field: 'diastolic', level: 'refuse', problem: 'diastolic_not_below_systolic' } as const;
    const fits = checkOne('systolic', diastolic) === null && checkOne('diastolic', systolic) === null;
    return fits && diastolic > systolic ? { ...finding, exchange: 'systolic' } : finding;
  }
  if (systolic - diastolic < 15) {
    return { field: 'diastolic', level: 'look', problem: 'small_pulse_pressure' };
  }
  return null;
}
