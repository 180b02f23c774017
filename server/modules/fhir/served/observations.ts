import type { Prisma } from '../../../kernel/generated/client.ts';
import { toObservations, vitalSignsSelect } from '../mappers/observation.ts';
import { onInstant, refersTo } from '../search/clauses.ts';
import { tokenParam } from '../search/token-param.ts';
import { profile } from '../systems.ts';
import type { CodeableConcept, Resource } from '../types.ts';
import { serve } from './serve.ts';

type Where = Prisma.VitalSignsWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ patientId }));

export const observations = serve({
  type: 'Observation',
  clinical: true,
  profile: [profile.vitalSign, profile.bloodPressure],
  documentation:
    'Vital signs by LOINC and UCUM, one resource per value; NEWS2 and what has no sure code as text.',
  params: {
    patient: { type: 'reference', documentation: 'The patient', where: ofPatient },
    subject: { type: 'reference', documentation: 'The patient', where: ofPatient },
    encounter: {
      type: 'reference',
      documentation: 'The teleconsultation for which it was taken',
      where: refersTo('Encounter', (requestId): Where => ({ requestId })),
    },
    date: {
      type: 'date',
      documentation: 'When it was taken',
      where: onInstant((takenAt): Where => ({ takenAt })),
    },
    code: {
      type: 'token',
      documentation: 'LOINC code, e.g. http://loinc.org|8867-4',
      where: (): Where => ({}),
      keep: (resource, value) => isObservation(resource) && has(resource.code, value),
    },
    category: {
      type: 'token',
      documentation: 'vital-signs, survey or laboratory',
      where: (): Where => ({}),
      keep: (resource, value) => isObservation(resource) && resource.category.some((one) => has(one, value)),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.vitalSigns.findMany({ where: { AND }, select: vitalSignsSelect, orderBy: { id: 'asc' }, take }),
  resources: toObservations,
  about: (row) => ({ patientId: row.patientId, ...(row.requestId ? { requestId: row.requestId } : {}) }),
});

const isObservation = (resource: Resource) => resource.resourceType === 'Observation';

function has(concept: CodeableConcept, value: string): boolean {
  const { system, code } = tokenParam(value);
  return (
    concept.coding?.some((one) => one.code === code && (system === null || system === one.system)) ?? false
  );
}
