import type { Role } from '../../kernel/wire.ts';
import { type OrganisationKind, rolesOfKind } from './contract.ts';

/** What an account needs to be able to do the work of its role. */
export type Place = {
  role: Role;
  kind: OrganisationKind;
  departmentId: string | null;
  practitionerId: string | null;
};

/** Roles whose work is a physician's: they appear with a LANR in requests, reports and rosters. */
export const isPhysician = (role: Role): boolean => role === 'physician' || role === 'specialist';
/** Roles that stand for a department of the hospital. */
export const worksInDepartment = (role: Role): boolean => role === 'specialist' || role === 'coordinator';

/**
 * Whether a role fits the organisation, and the account what the role needs.
 * @returns input name → code of what is wrong; empty when all fits
 */
export function roleProblems({ role, kind, departmentId, practitionerId }: Place): Record<string, string> {
  const fitting: readonly Role[] = rolesOfKind[kind];
  const problems: Record<string, string> = {};
  if (!fitting.includes(role)) return { role: 'role_unfit' };
  if (worksInDepartment(role) && !departmentId) problems.departmentId = 'required';
  if (!worksInDepartment(role) && departmentId) problems.departmentId = 'department_unfit';
  if (isPhysician(role) && !practitionerId) problems.practitioner = 'required';
  if (!isPhysician(role) && practitionerId) problems.practitioner = 'practitioner_unfit';
  return problems;
}
