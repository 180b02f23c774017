import type { Role } from './wire.ts';

/** Who asks. Made from the session, handed to every use case. */
export type Actor = {
  accountId: string;
  role: Role;
  displayName: string;
  organisationId: string;
  organisationKind: 'hospital' | 'practice' | 'care_home' | 'network';
  departmentId: string | null;
  practitionerId: string | null;
};

/** The software itself: jobs, set-up. Recorded as an event without an account. */
export type Cause = Actor | null;
