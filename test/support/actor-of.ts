import type { Actor } from '../../server/kernel/actor.ts';
import { type AccountName, accounts, departments, organisations, practitioners } from './world.ts';

/** A person of `world.ts` as the one who acts, for asking below the HTTP face: `deps.db.as(actorOf('nurse'), …)`. */
export const actorOf = (name: AccountName): Actor => {
  const { id, role, organisation, department } = accounts[name];
  const practitioner = Object.entries(practitioners).find(([of]) => of === name)?.[1];
  return {
    accountId: id,
    role,
    displayName: `Test ${name}`,
    organisationId: organisations[organisation].id,
    organisationKind: organisations[organisation].kind,
    departmentId: department && departments[department].id,
    practitionerId: practitioner?.id ?? null,
  };
};
