import type { Prisma } from '../../../kernel/generated/client.ts';
import { profile, system } from '../systems.ts';
import type { CodeableConcept, Observation } from '../types.ts';
import { concept, reference } from './parts.ts';

export const vitalSignsSelect = {
  id: true,
  patientId: true,
  requestId: true,
  takenAt: true,
  respiratoryRate: true,
  oxygenSaturation: true,
  onOxygen: true,
  systolic: true,
  diastolic: true,
  pulse: true,
  consciousness: true,
  temperature: true,
  glucose: true,
  pain: true,
  news2: true,
} satisfies Prisma.VitalSignsSelect;
export type VitalSignsRow = Prisma.VitalSignsGetPayload<{ select: typeof vitalSignsSelect }>;

type Value = Pick<
  Observation,
  'valueQuantity' | 'valueCodeableConcept' | 'valueInteger' | 'valueBoolean' | 'component'
>;
type Kind = {
  /** Ends the resource's id; sorted. */
  key: string;
  code: CodeableConcept;
  profile?: string;
  category: 'vital-signs' | 'survey' | 'laboratory';
  value: (row: VitalSignsRow) => Value | null;
};

/** Vital signs of one round → one Observation per measured value. LOINC codes, UCUM units. */
export function toObservations(row: VitalSignsRow): Observation[] {
  return kinds.flatMap((kind) => {
    const value = kind.value(row);
    if (!value) return [];
    return {
      resourceType: 'Observation' as const,
      id: `${row.id}-${kind.key}`,
      ...(kind.profile ? { meta: { profile: [kind.profile] } } : {}),
      status: 'final' as const,
      category: [concept({ system: system.observationCategory, code: kind.category })],
      code: kind.code,
      subject: reference('Patient', row.patientId),
      encounter: row.requestId ? reference('Encounter', row.requestId) : undefined,
      effectiveDateTime: row.takenAt.toISOString(),
      ...value,
    };
  });
}

/** Ids of the Observations of one round, ascending. */
export const observationIds = (row: VitalSignsRow): string[] =>
  kinds.filter((kind) => kind.value(row) !== null).map((kind) => `${row.id}-${kind.key}`);

const loinc = (code: string, display: string): CodeableConcept =>
  concept({ system: system.loinc, code, display });
const quantity = (value: number, unit: string, code = unit) => ({ value, unit, system: system.ucum, code });
const measured = (value: number | null, unit: string, code = unit): Value | null =>
  value === null ? null : { valueQuantity: quantity(value, unit, code) };

const systolic = loinc('8480-6', 'Systolic blood pressure');
const diastolic = loinc('8462-4', 'Diastolic blood pressure');
const vital = { category: 'vital-signs', profile: profile.vitalSign } as const;

// In the order of `key`, so that ids ascend. What LOINC names no code for that we are sure of stays text.
const kinds: readonly Kind[] = [
  {
    ...vital,
    key: '2708-6',
    code: loinc('2708-6', 'Oxygen saturation in Arterial blood'),
    value: (row) => measured(row.oxygenSaturation, '%'),
  },
  {
    key: '38208-5',
    code: loinc('38208-5', 'Pain severity - Reported'),
    category: 'survey',
    value: (row) => (row.pain === null ? null : { valueInteger: row.pain }),
  },
  {
    key: '74774-1',
    code: loinc('74774-1', 'Glucose [Mass/volume] in Serum, Plasma or Blood'),
    category: 'laboratory',
    value: (row) => measured(row.glucose, 'mg/dl', 'mg/dL'),
  },
  {
    ...vital,
    key: '8310-5',
    code: loinc('8310-5', 'Body temperature'),
    value: (row) => measured(row.temperature === null ? null : Number(row.temperature), '°C', 'Cel'),
  },
  {
    ...vital,
    profile: profile.bloodPressure,
    key: '85354-9',
    code: loinc('85354-9', 'Blood pressure panel with all children optional'),
    value: ({ systolic: high, diastolic: low }) =>
      high === null || low === null
        ? null
        : {
            component: [
              { code: systolic, valueQuantity: quantity(high, 'mmHg', 'mm[Hg]') },
              { code: diastolic, valueQuantity: quantity(low, 'mmHg', 'mm[Hg]') },
            ],
          },
  },
  {
    ...vital,
    key: '8867-4',
    code: loinc('8867-4', 'Heart rate'),
    value: (row) => measured(row.pulse, '/min'),
  },
  {
    ...vital,
    key: '9279-1',
    code: loinc('9279-1', 'Respiratory rate'),
    value: (row) => measured(row.respiratoryRate, '/min'),
  },
  {
    key: 'consciousness',
    code: { text: 'Bewusstsein (ACVPU)' },
    category: 'survey',
    value: (row) =>
      row.consciousness === null ? null : { valueCodeableConcept: { text: acvpu[row.consciousness] } },
  },
  {
    key: 'news2',
    code: { text: 'NEWS2' },
    category: 'survey',
    value: (row) => (row.news2 === null ? null : { valueInteger: row.news2 }),
  },
  {
    key: 'oxygen',
    code: { text: 'Sauerstoffgabe' },
    category: 'survey',
    value: (row) => (row.onOxygen === null ? null : { valueBoolean: row.onOxygen }),
  },
];

const acvpu = {
  alert: 'A: wach',
  confusion: 'C: neu verwirrt',
  voice: 'V: reagiert auf Ansprache',
  pain: 'P: reagiert auf Schmerz',
  unresponsive: 'U: reagiert nicht',
} as const;
