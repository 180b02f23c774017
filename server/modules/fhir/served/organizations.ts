import type { Prisma } from '../../../kernel/generated/client.ts';
import {
  type DepartmentRow,
  departmentSelect,
  type OrganisationRow,
  organisationSelect,
  toDepartment,
  toOrganization,
} from '../mappers/organization.ts';
import { beginsWith, refersTo } from '../search/clauses.ts';
import { tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import { serve } from './serve.ts';

/** Two tables make this type; null excludes one of them. */
type Where = {
  organisation: Prisma.OrganisationWhereInput | null;
  department: Prisma.DepartmentWhereInput | null;
};
type Row = (OrganisationRow & { of: 'organisation' }) | (DepartmentRow & { of: 'department' });

export const organizations = serve<Where, Row>({
  type: 'Organization',
  clinical: false,
  profile: [profile.organization, profile.department],
  documentation: 'Practices, care homes and hospitals of the network, and the hospitals’ departments.',
  params: {
    identifier: {
      type: 'token',
      documentation: 'Practice number (BSNR) or institution number (IK)',
      where: (value) => {
        const { system: by, code } = tokenParam(value);
        if (by !== null && by !== system.bsnr && by !== system.ik) return null;
        const either = [by !== system.ik && { bsnr: code }, by !== system.bsnr && { ik: code }];
        return { organisation: { OR: either.filter((one) => one !== false) }, department: null };
      },
    },
    name: {
      type: 'string',
      documentation: 'Begin of the name',
      where: beginsWith((name): Where => ({ organisation: { name }, department: { name } })),
    },
    type: {
      type: 'token',
      documentation: 'prov (institutions) or dept (departments)',
      where: (value) => {
        const { code } = tokenParam(value);
        if (code === 'dept') return { organisation: null, department: {} };
        return code === 'prov' ? { organisation: { kind: { not: 'network' } }, department: null } : null;
      },
    },
    partof: {
      type: 'reference',
      documentation: 'The hospital of a department',
      where: refersTo(
        'Organization',
        (organisationId): Where => ({
          organisation: null,
          department: { organisationId },
        }),
      ),
    },
  },
  any: (list) => ({
    organisation: { OR: list.flatMap((one) => one.organisation ?? []) },
    department: { OR: list.flatMap((one) => one.department ?? []) },
  }),
  byId: (id) => ({ organisation: { id }, department: { id } }),
  from: (id) => ({ organisation: { id: { gte: id } }, department: { id: { gte: id } } }),
  rows: async (tx, all, take) => {
    const wanted = { orderBy: { id: 'asc' }, take } as const;
    const organisation = all.map((one) => one.organisation);
    const department = all.map((one) => one.department);
    const organisations = isComplete(organisation)
      ? await tx.organisation.findMany({
          where: { AND: organisation },
          select: organisationSelect,
          ...wanted,
        })
      : [];
    const departments = isComplete(department)
      ? await tx.department.findMany({ where: { AND: department }, select: departmentSelect, ...wanted })
      : [];
    return [
      ...organisations.map((row) => ({ ...row, of: 'organisation' as const })),
      ...departments.map((row) => ({ ...row, of: 'department' as const })),
    ]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, take);
  },
  resources: (row, context) => [
    row.of === 'organisation' ? toOrganization(row, context) : toDepartment(row, context),
  ],
  about: () => ({}),
});

const isComplete = <T>(list: (T | null)[]): list is T[] => list.every((one) => one !== null);
