import type { Organisation } from '../../../server/modules/directory/contract.ts';
import {
  changePerson,
  changePractitioner,
  createPractitioner,
  type Invitation,
  invitePerson,
} from '../../../server/modules/directory/keep-contract.ts';
import type { CallError } from '../../lib/call-error.ts';
import { useSend } from '../../lib/query.ts';
import type { Person } from './people-of.ts';
import { isPhysicianRole, type PersonValues } from './person-values.ts';
import { stale, useSaved } from './use-saved.ts';

export type Invited = { name: string; email: string; invitation: Invitation };

/** Sends a person in the way that fits: new or changed, with an account or as a practitioner alone. */
export function usePersonSave(given: {
  organisation: Organisation;
  person: Person | null;
  onSaved: () => void;
  onInvited: (invited: Invited) => void;
  onError: (error: CallError) => void;
}) {
  const { organisation, person, onError } = given;
  const saved = useSaved();
  const onSuccess = ({ warnings }: { warnings: Record<string, string> }) => {
    saved(warnings);
    given.onSaved();
  };
  const options = { refresh: stale, onError, onSuccess };
  const change = useSend(changePerson, options);
  const create = useSend(createPractitioner, options);
  const alter = useSend(changePractitioner, options);
  const invite = useSend(invitePerson, {
    refresh: stale,
    onError,
    onSuccess: ({ warnings, invitation }, sent) => {
      if (Object.keys(warnings).length > 0) saved(warnings);
      const { practitioner } = sent;
      const name = practitioner
        ? [practitioner.title, practitioner.givenName, practitioner.familyName].filter(Boolean).join(' ')
        : (sent.displayName ?? '');
      given.onSaved();
      given.onInvited({ name, email: sent.email, invitation });
    },
  });
  const save = (values: PersonValues) => {
    const { access, practitioner, displayName, departmentId: department, ...account } = values;
    const departmentId = organisation.kind === 'hospital' ? department : null;
    const isPhysician = isPhysicianRole(account.role);
    const fields = isPhysician
      ? { ...account, departmentId, practitioner }
      : { ...account, departmentId, displayName };
    if (access === 'without' && person) {
      alter.mutate({ ...practitioner, departmentId, id: person.id, active: person.active });
    } else if (access === 'without') {
      create.mutate({ ...practitioner, departmentId, id: organisation.id });
    } else if (person) {
      change.mutate({ ...fields, id: person.id, active: person.active });
    } else {
      invite.mutate({ ...fields, id: organisation.id });
    }
  };
  const isSaving = [change, create, alter, invite].some(({ isPending }) => isPending);
  return { save, isSaving };
}
