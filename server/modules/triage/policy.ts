import type { Actor } from '../../kernel/actor.ts';

type Who = Pick<Actor, 'role' | 'departmentId' | 'practitionerId'>;

/** Care homes ask urgently, departments of the hospital answer. */
export const mayRaise = (actor: Who): boolean => actor.role === 'nurse' || actor.role === 'home_manager';

/** The queue is worked by the department that it belongs to. */
export const maySeeQueue = (actor: Who): actor is Who & { departmentId: string } =>
  (actor.role === 'specialist' || actor.role === 'coordinator') && actor.departmentId !== null;

/** Only a physician of the department takes a request: the claim names who answers for it. */
export const mayClaim = (actor: Who): actor is Who & { departmentId: string; practitionerId: string } =>
  actor.role === 'specialist' && actor.departmentId !== null && actor.practitionerId !== null;

/** A clinician's decision: physicians of either side who see the person. */
export const mayDecideScale = (actor: Who): boolean =>
  (actor.role === 'specialist' || actor.role === 'physician') && actor.practitionerId !== null;

/** The network decides which department is whose next level. */
export const mayKeepLevels = (actor: Who): boolean => actor.role === 'network_admin';

export const mayKeepOnCall = (actor: Who): actor is Who & { departmentId: string } =>
  actor.role === 'coordinator' && actor.departmentId !== null;
