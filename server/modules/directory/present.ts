import type { z } from 'zod';
import type { Account, Department, Practitioner } from './contract.ts';

type Named = { id: string; name: string };

/** Title, given and family name as one. */
export const fullName = (person: { title: string; givenName: string; familyName: string }): string =>
  [person.title, person.givenName, person.familyName].filter(Boolean).join(' ');

export const departmentColumns = {
  id: true,
  name: true,
  phone: true,
  active: true,
  organisation: { select: { id: true, name: true } },
  specialty: { select: { code: true, nameDe: true, nameEn: true } },
} as const;

export const presentDepartment = (row: {
  id: string;
  name: string;
  phone: string;
  active: boolean;
  organisation: Named;
  specialty: { code: string; nameDe: string; nameEn: string };
}): z.input<typeof Department> => row;

export const practitionerColumns = {
  id: true,
  organisationId: true,
  departmentId: true,
  title: true,
  givenName: true,
  familyName: true,
  lanr: true,
  active: true,
} as const;

export const presentPractitioner = (row: {
  id: string;
  organisationId: string;
  departmentId: string | null;
  title: string;
  givenName: string;
  familyName: string;
  lanr: string | null;
  active: boolean;
}): z.input<typeof Practitioner> => ({ ...row, displayName: fullName(row) });

export const accountColumns = {
  id: true,
  displayName: true,
  email: true,
  role: true,
  departmentId: true,
  practitionerId: true,
  active: true,
  lastSignInAt: true,
  passwordExpiresAt: true,
} as const;

export const presentAccount = ({
  lastSignInAt,
  passwordExpiresAt,
  ...row
}: Omit<z.input<typeof Account>, 'lastSignInAt' | 'invitedUntil'> & {
  lastSignInAt: Date | null;
  passwordExpiresAt: Date | null;
}): z.input<typeof Account> => ({
  ...row,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
  invitedUntil: passwordExpiresAt?.toISOString() ?? null,
});
