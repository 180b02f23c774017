import type { Actor } from '../../kernel/actor.ts';
import type { RequestStatus } from '../requests/contract.ts';
import type { Side } from '../requests/index.ts';

/** A report may be prepared before the consultation, and amended after the answer. */
const writable: readonly RequestStatus[] = [
  'accepted',
  'planned',
  'in_consultation',
  'consulted',
  'answered',
];
const finalisable: readonly RequestStatus[] = ['in_consultation', 'consulted', 'answered'];

/** Physicians of the consulted department write; coordinators and the asking side read. */
export const writesReports = (actor: Actor, side: Side): boolean =>
  side === 'provider' && actor.role === 'specialist';

export const mayWrite = (actor: Actor, side: Side, status: RequestStatus): boolean =>
  writesReports(actor, side) && writable.includes(status);

/** Nothing is answered before anybody has met. */
export const mayFinalise = (actor: Actor, side: Side, status: RequestStatus): boolean =>
  writesReports(actor, side) && finalisable.includes(status);
