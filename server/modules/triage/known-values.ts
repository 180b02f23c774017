import type { VitalValues } from './contract.ts';

type Stored = Omit<VitalValues, 'temperature'> & { temperature?: { toNumber(): number } | null };

/** A row's values as the wire has them. Pure. */
export const valuesOf = (row: Stored): VitalValues => ({
  respiratoryRate: row.respiratoryRate ?? null,
  oxygenSaturation: row.oxygenSaturation ?? null,
  onOxygen: row.onOxygen ?? null,
  systolic: row.systolic ?? null,
  diastolic: row.diastolic ?? null,
  pulse: row.pulse ?? null,
  consciousness: row.consciousness ?? null,
  temperature: row.temperature?.toNumber() ?? null,
  glucose: row.glucose ?? null,
  pain: row.pain ?? null,
});

/**
 * What is known after several sets, oldest first: the last taken value of each. A later set with one value must
 * not make the rest unknown and the score fall. Pure.
 */
export function lastKnown(sets: readonly VitalValues[]): VitalValues {
  return Object.fromEntries(sets.flatMap((set) => Object.entries(set).filter(([, value]) => value != null)));
}
