import type { Actor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/wire.ts';

const practice: readonly Role[] = ['physician', 'assistant'];
const department: readonly Role[] = ['specialist', 'coordinator'];

/** Appointments are asked for by practices; care homes ask in urgent cases, through triage. */
export const mayBook = (actor: Actor): boolean =>
  actor.organisationKind === 'practice' && practice.includes(actor.role);

/** Free times name physicians and times, no patients. */
export const maySeeFreeTimes = (actor: Actor): boolean =>
  [...practice, ...department, 'nurse', 'home_manager'].includes(actor.role);

export type DepartmentActor = Actor & { departmentId: string };

export const maySeePlan = (actor: Actor): actor is DepartmentActor =>
  actor.departmentId !== null && department.includes(actor.role);

/** Plans for the whole department. */
export const coordinates = (actor: Actor): actor is DepartmentActor =>
  actor.role === 'coordinator' && actor.departmentId !== null;

/** The coordinator keeps the whole department's rosters, a specialist the own. */
export const mayChangePlan = (actor: Actor, of: { departmentId: string; practitionerId: string }): boolean =>
  actor.departmentId === of.departmentId &&
  (actor.role === 'coordinator' ||
    (actor.role === 'specialist' && actor.practitionerId === of.practitionerId));

/** Pools are everybody's, so the coordinator keeps them. */
export const mayKeepPools = (actor: Actor): actor is DepartmentActor =>
  actor.role === 'coordinator' && actor.departmentId !== null;

export type BookingSide = 'requester' | 'provider';
type Sides = { organisationId: string; departmentId: string };
type Theirs = Sides & { practitionerId: string };

/** The side on which the actor stands; null = the booking does not exist for this actor. */
export function bookingSide(actor: Actor, booking: Sides): BookingSide | null {
  if (department.includes(actor.role) && booking.departmentId === actor.departmentId) return 'provider';
  if (practice.includes(actor.role) && booking.organisationId === actor.organisationId) return 'requester';
  return null;
}

/** The practice its bookings, the coordinator all of the department, a specialist the own. */
export const mayMove = (actor: Actor, booking: Theirs): boolean =>
  bookingSide(actor, booking) === 'requester' || mayChangePlan(actor, booking);

/** Who treats is the department's own matter. */
export const mayHandOver = (actor: Actor, booking: Theirs): boolean => mayChangePlan(actor, booking);

/** Deliberately beside another booking, or outside the roster. */
export const mayOverbook = (actor: Actor, booking: Sides): boolean =>
  actor.role === 'coordinator' && actor.departmentId === booking.departmentId;
