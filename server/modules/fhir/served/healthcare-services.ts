import type { Prisma } from '../../../kernel/generated/client.ts';
import { toHealthcareService } from '../mappers/healthcare-service.ts';
import { departmentSelect } from '../mappers/organization.ts';
import { beginsWith, refersTo } from '../search/clauses.ts';
import { codeIn, tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import { serve } from './serve.ts';

type Where = Prisma.DepartmentWhereInput;

export const healthcareServices = serve({
  type: 'HealthcareService',
  clinical: false,
  profile: profile.healthcareService,
  documentation: 'What a department offers in the network. Carries the id of its Organization.',
  params: {
    name: {
      type: 'string',
      documentation: 'Begin of the department’s name',
      where: beginsWith((name): Where => ({ name })),
    },
    organization: {
      type: 'reference',
      documentation: 'The department',
      where: refersTo('Organization', (id): Where => ({ OR: [{ id }, { organisationId: id }] })),
    },
    specialty: {
      type: 'token',
      documentation: 'Specialty by http://ihe-d.de/CodeSystems/AerztlicheFachrichtungen',
      where: (value): Where | null => {
        const iheCode = codeIn(tokenParam(value), system.specialty);
        return iheCode === null ? null : { specialty: { iheCode } };
      },
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.department.findMany({ where: { AND }, select: departmentSelect, orderBy: { id: 'asc' }, take }),
  resources: (row) => [toHealthcareService(row)],
  about: () => ({}),
});
