import type { Prisma } from '../../kernel/generated/client.ts';
import { checkInsuranceNumber } from '../../kernel/insurance-number.ts';
import type { Patient, PatientBanner } from './contract.ts';

/** What a patient's row must be read with to be shown. */
export const withKeeper = {
  organisation: { select: { id: true, name: true, kind: true } },
} as const satisfies Prisma.PatientInclude;

export type PatientRow = Prisma.PatientGetPayload<{ include: typeof withKeeper }>;

export const presentPatientBanner = (row: PatientRow): PatientBanner => ({
  id: row.id,
  number: row.number,
  familyName: row.familyName,
  givenName: row.givenName,
  birthDate: row.birthDate.toISOString().slice(0, 10),
  sex: row.sex,
  kvnr: row.kvnr,
  insuranceKind: row.insuranceKind,
  organisation: row.organisation,
  room: row.room,
  allergies: row.allergies,
});

export const presentPatient = (row: PatientRow): Patient => ({
  ...presentPatientBanner(row),
  kvnrWarning: warningOf(row.kvnr),
  payerIk: row.payerIk,
  payerName: row.payerName,
  street: row.street,
  postalCode: row.postalCode,
  city: row.city,
  phone: row.phone,
  medication: row.medication,
  guardianName: row.guardianName,
  guardianPhone: row.guardianPhone,
  active: row.active,
});

function warningOf(kvnr: string | null): Patient['kvnrWarning'] {
  if (kvnr === null) return null;
  const check = checkInsuranceNumber(kvnr);
  return check.verdict === 'warn' ? check.problem : null;
}
