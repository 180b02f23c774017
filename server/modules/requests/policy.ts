import type { Actor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/wire.ts';

const requesters: readonly Role[] = ['physician', 'assistant', 'nurse', 'home_manager'];
const providers: readonly Role[] = ['specialist', 'coordinator'];

export type Side = 'requester' | 'provider';
type Who = Pick<Actor, 'role' | 'organisationId' | 'departmentId'>;
type Sides = { requesterOrganisationId: string; providerDepartmentId: string };

/** The side on which the actor stands; null = the request does not exist for this actor. */
export function sideOf(actor: Who, request: Sides): Side | null {
  if (providers.includes(actor.role) && request.providerDepartmentId === actor.departmentId)
    return 'provider';
  if (requesters.includes(actor.role) && request.requesterOrganisationId === actor.organisationId) {
    return 'requester';
  }
  return null;
}

/** Practices ask with an appointment, care homes in urgent cases. */
export const mayRequest = (actor: Actor): boolean => requesters.includes(actor.role);
