import type { Prisma } from '../../../kernel/generated/client.ts';
import { profile, system } from '../systems.ts';
import type { Practitioner } from '../types.ts';
import { humanName, identifier } from './parts.ts';

export const practitionerSelect = {
  id: true,
  title: true,
  givenName: true,
  familyName: true,
  lanr: true,
  active: true,
} satisfies Prisma.PractitionerSelect;
export type PractitionerRow = Prisma.PractitionerGetPayload<{ select: typeof practitionerSelect }>;

/** Conforms to ISiKPersonImGesundheitsberuf where the physician number is known: the profile wants an identifier. */
export function toPractitioner(row: PractitionerRow): Practitioner {
  return {
    resourceType: 'Practitioner',
    id: row.id,
    ...(row.lanr ? { meta: { profile: [profile.practitioner] } } : {}),
    identifier: row.lanr ? [identifier('LANR', system.lanr, row.lanr)] : undefined,
    active: row.active,
    name: [humanName(row)],
  };
}

export const practitionerName = (of: { title: string; givenName: string; familyName: string }): string =>
  humanName(of).text;
