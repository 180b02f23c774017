import type { Actor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/wire.ts';

/** The account as the one who acts. */
export const actorOf = (account: {
  id: string;
  role: Role;
  displayName: string;
  organisationId: string;
  organisation: { kind: Actor['organisationKind'] };
  departmentId: string | null;
  practitionerId: string | null;
}): Actor => ({
  accountId: account.id,
  role: account.role,
  displayName: account.displayName,
  organisationId: account.organisationId,
  organisationKind: account.organisation.kind,
  departmentId: account.departmentId,
  practitionerId: account.practitionerId,
});
