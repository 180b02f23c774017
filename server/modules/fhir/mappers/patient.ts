import type { Prisma } from '../../../kernel/generated/client.ts';
import { extension, profile, system } from '../systems.ts';
import type { Context, Identifier, Patient } from '../types.ts';
import { address, concept, day, humanName, identifier, reference } from './parts.ts';

export const patientSelect = {
  id: true,
  number: true,
  kvnr: true,
  insuranceKind: true,
  familyName: true,
  givenName: true,
  birthDate: true,
  sex: true,
  street: true,
  postalCode: true,
  city: true,
  phone: true,
  active: true,
  organisation: { select: { id: true, name: true } },
} satisfies Prisma.PatientSelect;
export type PatientRow = Prisma.PatientGetPayload<{ select: typeof patientSelect }>;

/** Conforms to ISiKPatient: patient number, official name with given and family, gender, birth date. */
export function toPatient(row: PatientRow, context: Context): Patient {
  return {
    resourceType: 'Patient',
    id: row.id,
    meta: { profile: [profile.patient] },
    identifier: [patientNumber(row.number, context), ...insuranceNumber(row)],
    active: row.active,
    name: [humanName(row)],
    telecom: row.phone ? [{ system: 'phone', value: row.phone }] : undefined,
    gender: row.sex,
    _gender: row.sex === 'other' ? { extension: [divers] } : undefined,
    birthDate: day(row.birthDate),
    address: address(row),
    managingOrganization: reference('Organization', row.organisation.id, row.organisation.name),
  };
}

/** "P-000123", as people see it. */
export const patientNumber = (number: number, context: Context): Identifier =>
  identifier('MR', `${context.sid}/patient`, `P-${String(number).padStart(6, '0')}`);

function insuranceNumber(row: PatientRow): Identifier[] {
  if (!row.kvnr) return [];
  const type = concept({ system: system.identifierTypeDe, code: 'KVZ10' });
  // The number is for life, whoever pays; only a private insurer's stands in a system of its own.
  const by = row.insuranceKind === 'PKV' ? system.kvnrPrivate : system.kvnr;
  return [{ type, system: by, value: row.kvnr }];
}

// § 22 (3) PStG: the third entry of the register is "divers".
const divers = {
  url: extension.genderDe,
  valueCoding: { system: system.genderDe, code: 'D', display: 'divers' },
};
