import type { Prisma } from '../../../kernel/generated/client.ts';
import { conditionSelect, toConditions } from '../mappers/condition.ts';
import { refersTo } from '../search/clauses.ts';
import { codeIn, tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import type { Resource } from '../types.ts';
import { serve } from './serve.ts';

type Where = Prisma.ConsultRequestWhereInput;

const ofPatient = refersTo('Patient', (patientId): Where => ({ patientId }));

export const conditions = serve({
  type: 'Condition',
  clinical: true,
  profile: profile.condition,
  documentation: 'Diagnoses in ICD-10-GM: suspected by the request, stated by the final report.',
  params: {
    patient: { type: 'reference', documentation: 'The patient', where: ofPatient },
    subject: { type: 'reference', documentation: 'The patient', where: ofPatient },
    encounter: {
      type: 'reference',
      documentation: 'The teleconsultation',
      where: refersTo('Encounter', (id): Where => ({ id })),
    },
    code: {
      type: 'token',
      documentation: 'ICD-10-GM code, e.g. I50.13',
      where: hasCodeSomewhere,
      keep: hasCode,
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.consultRequest.findMany({
      where: { AND, kind: { not: 'written' } },
      select: conditionSelect,
      orderBy: { id: 'asc' },
      take,
    }),
  resources: toConditions,
  about: (row) => ({ patientId: row.patientId, requestId: row.id }),
});

/** Rows that name the code at all, so that a rare one does not have every request read. */
function hasCodeSomewhere(value: string): Where | null {
  const code = codeIn(tokenParam(value), system.icd10gm);
  if (code === null) return null;
  const diagnoses = { array_contains: [{ code }] };
  return { OR: [{ diagnoses }, { reports: { some: { state: 'final', diagnoses } } }] };
}

function hasCode(resource: Resource, value: string): boolean {
  const code = codeIn(tokenParam(value), system.icd10gm);
  return resource.resourceType === 'Condition' && resource.code.coding?.[0]?.code === code;
}
