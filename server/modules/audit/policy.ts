import type { Actor } from '../../kernel/actor.ts';

/** The log shows who did what: for the privacy officer alone. */
export const mayReadAudit = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'privacy_officer';
