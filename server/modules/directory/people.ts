import type { Actor } from '../../kernel/actor.ts';
import type { Deps } from '../../kernel/deps.ts';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Input, Role } from '../../kernel/wire.ts';
import {
  changeAccount,
  createAccount,
  type Invitation,
  isPhysician,
  renewInvitation,
} from '../identity/index.ts';
import type * as contract from './keep-contract.ts';
import { mayKeepDirectory } from './policy.ts';
import { checkDepartment, restorePractitioner, storePractitioner } from './practitioner-rows.ts';
import { fullName } from './present.ts';

const lanrField = 'practitioner.lanr';

/**
 * Lets a person in: account, for physicians also the practitioner, and a one-time password that is shown once.
 * @throws forbidden; not_found; invalid; conflict `email_taken`, `lanr_taken`, `organisation_inactive`
 */
export async function invitePerson(
  deps: Deps,
  actor: Actor,
  { id, ...input }: Input<typeof contract.invitePerson>,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const organisation = await tx.organisation.findUnique({
      where: { id },
      select: { id: true, kind: true, active: true },
    });
    if (!organisation) throw notFound('organisation');
    if (!organisation.active) throw conflict('organisation_inactive');
    const departmentId = input.departmentId ?? null;
    const displayName = nameOf(input);
    await checkDepartment(tx, id, departmentId);
    const row = { ...input.practitioner, departmentId, active: true };
    const practitioner = hasName(row)
      ? await storePractitioner(deps, tx, actor, organisation, row, { lanrField })
      : null;
    const account = await createAccount(deps, tx, actor, organisation, {
      email: input.email,
      role: input.role,
      displayName,
      departmentId,
      practitionerId: practitioner?.id ?? null,
    });
    return {
      id: account.id,
      warnings: practitioner?.warnings ?? {},
      invitation: presentInvitation(account.invitation),
    };
  });
}

/**
 * Changes a person's account and practitioner together. Whose new role is no physician's keeps the practitioner,
 * inactive, for what was done before.
 * @throws forbidden; not_found; invalid; conflict `email_taken`, `lanr_taken`, `last_administrator`
 */
export async function changePerson(
  deps: Deps,
  actor: Actor,
  { id, active, ...input }: Input<typeof contract.changePerson>,
) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  return deps.db.as(actor, async (tx) => {
    const before = await tx.account.findUnique({
      where: { id },
      select: {
        practitionerId: true,
        organisation: { select: { id: true, kind: true } },
        practitioner: {
          select: { title: true, givenName: true, familyName: true, lanr: true, departmentId: true },
        },
      },
    });
    if (!before) throw notFound('account');
    const departmentId = input.departmentId ?? null;
    const displayName = nameOf(input);
    await checkDepartment(tx, before.organisation.id, departmentId);
    const row = { ...input.practitioner, departmentId, active };
    const keep = (given: typeof row) => {
      if (!hasName(given)) return null;
      return before.practitionerId
        ? restorePractitioner(deps, tx, actor, before.practitionerId, given, { lanrField })
        : storePractitioner(deps, tx, actor, before.organisation, given, { lanrField });
    };
    const practitioner = await keep(row);
    if (!practitioner && before.practitionerId && before.practitioner) {
      await restorePractitioner(deps, tx, actor, before.practitionerId, {
        ...before.practitioner,
        active: false,
      });
    }
    await changeAccount(deps, tx, actor, id, {
      email: input.email,
      role: input.role,
      displayName,
      departmentId,
      practitionerId: practitioner?.id ?? null,
      active,
    });
    return { id, warnings: practitioner?.warnings ?? {} };
  });
}

/** A new one-time password in place of the present one. @throws forbidden; not_found; conflict `account_inactive` */
export async function inviteAgain(deps: Deps, actor: Actor, { id }: Input<typeof contract.inviteAgain>) {
  if (!mayKeepDirectory(actor)) throw forbidden();
  const invitation = await deps.db.as(actor, (tx) => renewInvitation(deps, tx, actor, id));
  return { invitation: presentInvitation(invitation) };
}

type Named = { title: string; givenName: string; familyName: string };
type Given = { role: Role; displayName?: string | null | undefined; practitioner?: Named | null | undefined };

const hasName = <T extends object>(row: T | (T & Named)): row is T & Named => 'familyName' in row;

/** Physicians are called by their practitioner's name, everybody else as entered. @throws invalid */
function nameOf({ role, displayName, practitioner }: Given): string {
  if (isPhysician(role)) {
    if (!practitioner) throw invalid('invalid_input', { fields: { practitioner: 'required' } });
    return fullName(practitioner);
  }
  if (!displayName) throw invalid('invalid_input', { fields: { displayName: 'required' } });
  return displayName;
}

const presentInvitation = ({ password, expiresAt }: Invitation) => ({
  password,
  expiresAt: expiresAt.toISOString(),
});
