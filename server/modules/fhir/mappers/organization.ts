import type { Prisma } from '../../../kernel/generated/client.ts';
import { profile, system } from '../systems.ts';
import type { CodeableConcept, Context, Identifier, Organization } from '../types.ts';
import { address, concept, identifier, reference, workPhone } from './parts.ts';

export const organisationSelect = {
  id: true,
  kind: true,
  name: true,
  bsnr: true,
  ik: true,
  street: true,
  postalCode: true,
  city: true,
  phone: true,
  email: true,
  active: true,
} satisfies Prisma.OrganisationSelect;
export type OrganisationRow = Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>;

export const departmentSelect = {
  id: true,
  name: true,
  phone: true,
  active: true,
  specialty: { select: { iheCode: true, nameDe: true } },
  organisation: { select: { id: true, name: true } },
} satisfies Prisma.DepartmentSelect;
export type DepartmentRow = Prisma.DepartmentGetPayload<{ select: typeof departmentSelect }>;

/** Conforms to ISiKOrganisation: it has a number of German health care (IK, BSNR) or at least the network's own. */
export function toOrganization(row: OrganisationRow, context: Context): Organization {
  return {
    resourceType: 'Organization',
    id: row.id,
    meta: { profile: [profile.organization] },
    identifier: [
      { system: `${context.sid}/organisation`, value: row.id },
      ...(row.bsnr ? [identifier('BSNR', system.bsnr, row.bsnr)] : []),
      ...(row.ik ? [identifier('XX', system.ik, row.ik)] : []),
    ],
    active: row.active,
    type: [kinds[row.kind]],
    name: row.name,
    telecom: [workPhone(row.phone), { system: 'email', value: row.email, use: 'work' }],
    address: address(row),
  };
}

/** Conforms to ISiKOrganisationFachabteilung: department identifier, type `dept`. */
export function toDepartment(row: DepartmentRow, context: Context): Organization {
  return {
    resourceType: 'Organization',
    id: row.id,
    meta: { profile: [profile.department] },
    identifier: [departmentIdentifier(row.id, context)],
    active: row.active,
    type: [
      concept({ system: system.organizationType, code: 'dept', display: 'Hospital Department' }),
      concept(specialtyCoding(row.specialty)),
    ],
    name: row.name,
    telecom: [workPhone(row.phone)],
    partOf: reference('Organization', row.organisation.id, row.organisation.name),
  };
}

export const departmentIdentifier = (id: string, context: Context): Identifier => ({
  // SNOMED CT 225746001: the code by which ISiK tells a ward's or department's identifier.
  type: concept({ system: system.snomed, code: '225746001' }),
  system: `${context.sid}/department`,
  value: id,
});

export const specialtyCoding = (of: { iheCode: string; nameDe: string }) => ({
  system: system.specialty,
  code: of.iheCode,
  display: of.nameDe,
});

const provider = concept({ system: system.organizationType, code: 'prov', display: 'Healthcare Provider' });
const kinds: Record<OrganisationRow['kind'], CodeableConcept> = {
  hospital: { ...provider, text: 'Krankenhaus' },
  practice: { ...provider, text: 'Arztpraxis' },
  care_home: { ...provider, text: 'Pflegeheim' },
  network: concept({ system: system.organizationType, code: 'other', display: 'Other' }, 'Netzwerk'),
};
