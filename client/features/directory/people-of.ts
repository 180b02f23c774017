import type { Given } from '../../../server/kernel/wire.ts';
import type { Account, Organisation, Practitioner } from '../../../server/modules/directory/contract.ts';
import type { changePerson } from '../../../server/modules/directory/keep-contract.ts';

/** Somebody of an organisation: with an account, as a practitioner, or (physicians) both. */
export type Person = {
  /** Id of the account, or of the practitioner who has none. */
  id: string;
  displayName: string;
  departmentId: string | null;
  active: boolean;
  account: Account | null;
  practitioner: Practitioner | null;
};

/** Everybody of an organisation, active ones first, by name. */
export function peopleOf({
  accounts,
  practitioners,
}: Pick<Organisation, 'accounts' | 'practitioners'>): Person[] {
  const byId = new Map(practitioners.map((one) => [one.id, one]));
  const signedIn = accounts.map((account): Person => {
    const practitioner = account.practitionerId ? (byId.get(account.practitionerId) ?? null) : null;
    const { id, displayName, departmentId, active } = account;
    return { id, displayName, departmentId, active, account, practitioner };
  });
  const known = new Set(accounts.map(({ practitionerId }) => practitionerId));
  const others = practitioners
    .filter(({ id }) => !known.has(id))
    .map(
      (practitioner): Person => ({
        id: practitioner.id,
        displayName: practitioner.displayName,
        departmentId: practitioner.departmentId,
        active: practitioner.active,
        account: null,
        practitioner,
      }),
    );
  const familyName = (person: Person) =>
    person.practitioner?.familyName ?? person.displayName.split(' ').at(-1) ?? '';
  return [...signedIn, ...others].sort(
    (a, b) => Number(b.active) - Number(a.active) || familyName(a).localeCompare(familyName(b), 'de'),
  );
}

/** What the server wants to hear of an account that is to stay as it is but for `changes`. */
export function personAsSent(
  account: Account,
  practitioner: Practitioner | null,
  changes: { active?: boolean } = {},
): Given<typeof changePerson> {
  return {
    id: account.id,
    role: account.role,
    email: account.email,
    displayName: practitioner ? null : account.displayName,
    departmentId: account.departmentId,
    practitioner: practitioner && practitionerFields(practitioner),
    active: account.active,
    ...changes,
  };
}

export const practitionerFields = ({ title, givenName, familyName, lanr }: Practitioner) => ({
  title,
  givenName,
  familyName,
  lanr,
});
