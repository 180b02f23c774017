import type { Actor } from '../../kernel/actor.ts';

/** Everyone signed in reads the directory; the network administrator keeps it. */
export const mayKeepDirectory = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'network_admin';
