import { describe, expect, it } from 'vitest';
import { roles } from '../../kernel/wire.ts';
import { rolesOfKind } from './contract.ts';
import { roleProblems } from './role-rule.ts';

const none = { departmentId: null, practitionerId: null };

describe('roleProblems', () => {
  it('every role has exactly one kind of organisation', () => {
    expect(Object.values(rolesOfKind).flat().sort()).toEqual([...roles].sort());
  });
  it('accepts each role where it belongs, with what it needs', () => {
    expect(roleProblems({ role: 'assistant', kind: 'practice', ...none })).toEqual({});
    expect(roleProblems({ role: 'physician', kind: 'practice', ...none, practitionerId: 'p' })).toEqual({});
    expect(
      roleProblems({ role: 'specialist', kind: 'hospital', departmentId: 'd', practitionerId: 'p' }),
    ).toEqual({});
    expect(roleProblems({ role: 'coordinator', kind: 'hospital', ...none, departmentId: 'd' })).toEqual({});
  });
  it('refuses a role of another kind of organisation', () => {
    expect(roleProblems({ role: 'network_admin', kind: 'practice', ...none })).toEqual({
      role: 'role_unfit',
    });
    expect(roleProblems({ role: 'nurse', kind: 'hospital', ...none })).toEqual({ role: 'role_unfit' });
  });
  it('says what is missing or too much', () => {
    expect(roleProblems({ role: 'specialist', kind: 'hospital', ...none })).toEqual({
      departmentId: 'required',
      practitioner: 'required',
    });
    expect(
      roleProblems({ role: 'nurse', kind: 'care_home', departmentId: 'd', practitionerId: 'p' }),
    ).toEqual({
      departmentId: 'department_unfit',
      practitioner: 'practitioner_unfit',
    });
  });
});
