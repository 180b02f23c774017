import type { Actor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/wire.ts';

const keepers: readonly Role[] = ['physician', 'assistant', 'nurse', 'home_manager'];
const readers: readonly Role[] = [...keepers, 'specialist', 'coordinator'];

/** Takes up and changes patients of the own organisation. */
export const mayKeepPatients = (actor: Actor): boolean => keepers.includes(actor.role);

/** Looks at patients: of the own organisation, or about whom the own department was asked. */
export const maySeePatients = (actor: Actor): boolean => readers.includes(actor.role);

export const mayListResidents = (actor: Actor): boolean =>
  actor.organisationKind === 'care_home' && keepers.includes(actor.role);

export const keepsPatient = (actor: Actor, patient: { organisationId: string }): boolean =>
  mayKeepPatients(actor) && patient.organisationId === actor.organisationId;
