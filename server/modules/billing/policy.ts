import type { Actor } from '../../kernel/actor.ts';

type Who = Pick<Actor, 'role'>;

/** Billing is the network administrator's work. */
export const mayExport = ({ role }: Who): boolean => role === 'network_admin';

/** Practices and departments read what is decided about their own consultations (row-level security keeps them to it). */
export const maySeeBilling = (actor: Who): boolean =>
  mayExport(actor) || ['physician', 'assistant', 'specialist', 'coordinator'].includes(actor.role);
