import type { TFunction } from 'i18next';
import type { Role } from '../../../server/kernel/wire.ts';
import type { Organisation } from '../../../server/modules/directory/contract.ts';
import { rolesOfKind } from '../../../server/modules/identity/contract.ts';
import { missing } from './missing.ts';
import type { Person } from './people-of.ts';

export type PersonValues = {
  access: 'with' | 'without';
  role: Role;
  email: string;
  displayName: string;
  departmentId: string | null;
  practitioner: { title: string; givenName: string; familyName: string; lanr: string };
};

/** What the form begins with. */
export function valuesOfPerson(organisation: Organisation, person: Person | null): PersonValues {
  const { account, practitioner } = person ?? { account: null, practitioner: null };
  const first = organisation.departments.filter(({ active }) => active);
  return {
    access: person && !account ? 'without' : 'with',
    role: account?.role ?? rolesOfKind[organisation.kind][0],
    email: account?.email ?? '',
    displayName: person?.displayName ?? '',
    departmentId: person ? person.departmentId : first.length === 1 ? (first[0]?.id ?? null) : null,
    practitioner: {
      title: practitioner?.title ?? '',
      givenName: practitioner?.givenName ?? '',
      familyName: practitioner?.familyName ?? '',
      lanr: practitioner?.lanr ?? '',
    },
  };
}

export const isPhysicianRole = (role: Role): boolean => role === 'physician' || role === 'specialist';

/** What is still empty and needed, by the form's names. */
export function missingOfPerson(t: TFunction, { kind }: Organisation, values: PersonValues) {
  const isPhysician = values.access === 'without' || isPhysicianRole(values.role);
  const named = missing(t, values.practitioner, ['givenName', 'familyName']);
  return {
    ...missing(t, values, [
      ...(values.access === 'with' ? (['email'] as const) : []),
      ...(kind === 'hospital' ? (['departmentId'] as const) : []),
      ...(isPhysician ? [] : (['displayName'] as const)),
    ]),
    ...(isPhysician
      ? Object.fromEntries(Object.entries(named).map(([name, text]) => [`practitioner.${name}`, text]))
      : {}),
  };
}
