import type { Actor } from '../../kernel/actor.ts';
import type { Side } from './contract.ts';

/**
 * On the department's side only a physician sits in the room: who sits there starts the consultation, and the time
 * until then and the seconds since are what is measured and billed.
 */
export const maySit = (actor: Actor, side: Side): boolean =>
  side === 'requester' || actor.role === 'specialist';

/** The consultant ends it for everyone; whoever else goes, a second specialist too, goes alone. */
export const mayClose = (actor: Actor, side: Side, isReached: boolean): boolean =>
  side === 'provider' && actor.role === 'specialist' && !isReached;
