import type { Actor } from '../../kernel/actor.ts';
import type { Side } from './contract.ts';

/** The consultant ends it for everyone; whoever else goes, goes alone. */
export const mayClose = (actor: Actor, side: Side): boolean =>
  side === 'provider' && actor.role === 'specialist';
