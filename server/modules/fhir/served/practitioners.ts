import type { Prisma } from '../../../kernel/generated/client.ts';
import { practitionerSelect, toPractitioner } from '../mappers/practitioner.ts';
import { beginsWith } from '../search/clauses.ts';
import { codeIn, tokenParam } from '../search/token-param.ts';
import { profile, system } from '../systems.ts';
import { serve } from './serve.ts';

type Where = Prisma.PractitionerWhereInput;

export const practitioners = serve({
  type: 'Practitioner',
  clinical: false,
  profile: profile.practitioner,
  documentation: 'Physicians of the network. Named by the profile only with a physician number (LANR).',
  params: {
    identifier: {
      type: 'token',
      documentation: 'Physician number (LANR)',
      where: (value): Where | null => {
        const lanr = codeIn(tokenParam(value), system.lanr);
        return lanr === null ? null : { lanr };
      },
    },
    name: {
      type: 'string',
      documentation: 'Begin of the family or given name',
      where: beginsWith((begin): Where => ({ OR: [{ familyName: begin }, { givenName: begin }] })),
    },
    family: {
      type: 'string',
      documentation: 'Begin of the family name',
      where: beginsWith((familyName): Where => ({ familyName })),
    },
  },
  any: (OR): Where => ({ OR }),
  byId: (id): Where => ({ id }),
  from: (id): Where => ({ id: { gte: id } }),
  rows: (tx, AND, take) =>
    tx.practitioner.findMany({ where: { AND }, select: practitionerSelect, orderBy: { id: 'asc' }, take }),
  resources: (row) => [toPractitioner(row)],
  about: () => ({}),
});
