import type { Role } from '../../../server/kernel/wire.ts';
import type { Organisation } from '../../../server/modules/directory/contract.ts';
import { rolesOfKind } from '../../../server/modules/identity/contract.ts';
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
