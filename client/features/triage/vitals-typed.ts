import type { VitalValues } from '../../../server/modules/triage/contract.ts';
import {
  type Consciousness,
  type News2,
  type News2Context,
  news2,
  news2Parameters,
} from '../../../server/modules/triage/news2.ts';
import {
  checkVitalSigns,
  type VitalSignFinding,
  type VitalSignName,
  vitalSignNames,
} from '../../../server/modules/triage/vital-signs.ts';

/** What was typed, as typed: an unfinished "36," stays what it is. */
export type VitalsTyped = {
  texts: Partial<Record<VitalSignName, string>>;
  onOxygen: boolean | null;
  consciousness: Consciousness | null;
};

export const noVitals: VitalsTyped = { texts: {}, onOxygen: null, consciousness: null };

/** The fields in the order in which a nurse takes them (airway, breathing, circulation, …). */
export const vitalFields = [
  'respiratoryRate',
  'oxygenSaturation',
  'onOxygen',
  'systolic',
  'diastolic',
  'pulse',
  'consciousness',
  'temperature',
  'glucose',
  'pain',
] as const;
export type VitalField = (typeof vitalFields)[number];

export const isNumberField = (field: VitalField): field is VitalSignName =>
  field !== 'onOxygen' && field !== 'consciousness';

/** Numbers of what was typed; empty fields are null. */
export function valuesTyped(typed: VitalsTyped): VitalValues {
  const numbers = Object.fromEntries(vitalSignNames.map((name) => [name, numberOf(typed.texts[name])]));
  return { ...numbers, onOxygen: typed.onOxygen, consciousness: typed.consciousness };
}

const numberOf = (text: string | undefined): number | null =>
  text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text);

/** The texts of two fields in each other's place. */
export const exchanged = (typed: VitalsTyped, one: VitalSignName, other: VitalSignName): VitalsTyped => ({
  ...typed,
  texts: { ...typed.texts, [one]: typed.texts[other] ?? '', [other]: typed.texts[one] ?? '' },
});

export function findingsOf(typed: VitalsTyped): Map<VitalSignName, VitalSignFinding> {
  const values = valuesTyped(typed);
  const numbers = Object.fromEntries(vitalSignNames.map((name) => [name, values[name] ?? null]));
  return new Map(checkVitalSigns(numbers).map((finding) => [finding.field, finding]));
}

/**
 * The score of what is plausible so far: a mistyped value must not colour it. `before`: taken earlier for the same
 * request, holds where nothing new is typed.
 */
export function scoreTyped(typed: VitalsTyped, person: News2Context, before: VitalValues = {}): News2 {
  const values = valuesTyped(typed);
  const findings = findingsOf(typed);
  const usable = Object.fromEntries(
    news2Parameters.map((name) => {
      const refused =
        name !== 'onOxygen' && name !== 'consciousness' && findings.get(name)?.level === 'refuse';
      return [name, (refused ? null : values[name]) ?? before[name] ?? null];
    }),
  );
  return news2(usable, person);
}

export const isEmpty = (typed: VitalsTyped): boolean =>
  Object.values(valuesTyped(typed)).every((value) => value === null);

export const missingFields = (typed: VitalsTyped): VitalField[] => {
  const values = valuesTyped(typed);
  return vitalFields.filter((field) => values[field] == null);
};

/** The last taken value of each kind; sets stand newest first. */
export const knownFrom = (sets: readonly { values: VitalValues }[]): VitalValues =>
  Object.fromEntries(
    [...sets].reverse().flatMap(({ values }) => Object.entries(values).filter(([, value]) => value != null)),
  );
