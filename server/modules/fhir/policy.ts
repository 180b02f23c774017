import type { Actor } from '../../kernel/actor.ts';
import { forbidden } from '../../kernel/errors.ts';
import type { Served } from './served/served.ts';

const carers: ReadonlySet<Actor['role']> = new Set([
  'physician',
  'assistant',
  'nurse',
  'home_manager',
  'specialist',
  'coordinator',
]);

/**
 * Administration, statistics and audit read the directory and no patient. Which patients a carer sees is decided by
 * row-level security.
 * @throws forbidden
 */
export function mayRead(actor: Actor, served: Pick<Served, 'clinical'>): void {
  if (served.clinical && !carers.has(actor.role)) throw forbidden();
}
