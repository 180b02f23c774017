import type { Prisma } from '../../../kernel/generated/client.ts';
import { patientSelect, toPatient } from '../mappers/patient.ts';
import { beginsWith, codeOf, numberOf } from '../search/clauses.ts';
import { tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import { serve } from './serve.ts';

type Where = Prisma.PatientWhereInput;

const byNumber = numberOf('P', (number): Where => ({ number }));

export const patients = serve({
  type: 'Patient',
  clinical: true,
  profile: profile.patient,
  documentation: 'Patients of the own organisation, or about whom the own department was asked.',
  params: {
    identifier: {
      type: 'token',
      documentation: 'Insurance number (KVNR) or patient number, P-000123',
      where: (value) => byNumber(value) ?? byInsuranceNumber(value),
    },
    name: {
      type: 'string',
      documentation: 'Begin of the family or given name',
      where: beginsWith((begin): Where => ({ OR: [{ familyName: begin }, { givenName: begin }] })),
    },
    family: {
      type: 'string',
      documentation: 'Begin of the family name',
      where: beginsWith((familyName): Where => ({ familyName })),
    },
    given: {
      type: 'string',
      documentation: 'Begin of the given name',
      where: beginsWith((givenName): Where => ({ givenName })),
    },
    birthdate: {
      type: 'date',
      documentation: 'Birth date, a whole day without prefix',
      where: (value) => {
        const day = /^(?:eq)?(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1];
        const date = day === undefined ? Number.NaN : Date.parse(day);
        return Number.isNaN(date) ? undefined : { birthDate: new Date(date) };
      },
    },
    gender: {
      type: 'token',
      documentation: 'male, female, other or unknown',
      where: codeOf(
        { male: ['male'], female: ['female'], other: ['other'], unknown: ['unknown'] },
        (sexes): Where => ({ sex: { in: sexes } }),
      ),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.patient.findMany({ where: { AND }, select: patientSelect, orderBy: { id: 'asc' }, take }),
  resources: (row, context) => [toPatient(row, context)],
  about: (row) => ({ patientId: row.id }),
});

function byInsuranceNumber(value: string): Where | null {
  const token = tokenParam(value);
  const isOurs = token.system === null || token.system === system.kvnr || token.system === system.kvnrPrivate;
  return isOurs ? { kvnr: token.code.toUpperCase() } : null;
}
