/** Who exists in the network: counties, specialties, organisations, departments, practitioners, accounts. */
import { z } from 'zod';
import { CountyCode, endpoint, fact, Id, Instant, Role } from '../../kernel/wire.ts';
import { OrganisationKind } from '../identity/contract.ts';

export const County = z.object({ ags: CountyCode, name: z.string(), kind: z.enum(['city', 'district']) });
export type County = z.infer<typeof County>;

export const Specialty = z.object({
  code: z.string(),
  /** http://ihe-d.de/CodeSystem/AerztlicheFachrichtungen */
  iheCode: z.string(),
  nameDe: z.string(),
  nameEn: z.string(),
  /** Active departments that give consultations in it. */
  departments: z.int(),
});
export type Specialty = z.infer<typeof Specialty>;

export const OrganisationRow = z.object({
  id: Id,
  kind: OrganisationKind,
  name: z.string(),
  city: z.string(),
  county: z.object({ ags: CountyCode, name: z.string() }),
  active: z.boolean(),
  departments: z.int(),
  /** Active accounts. */
  people: z.int(),
  /** When one of its people last signed in; for the network administrator only. */
  lastSignInAt: Instant.nullable(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

export const Department = z.object({
  id: Id,
  organisation: z.object({ id: Id, name: z.string() }),
  specialty: z.object({ code: z.string(), nameDe: z.string(), nameEn: z.string() }),
  name: z.string(),
  phone: z.string(),
  active: z.boolean(),
});
export type Department = z.infer<typeof Department>;

export const Practitioner = z.object({
  id: Id,
  organisationId: Id,
  departmentId: Id.nullable(),
  title: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  /** Title, given and family name. */
  displayName: z.string(),
  lanr: z.string().nullable(),
  active: z.boolean(),
});
export type Practitioner = z.infer<typeof Practitioner>;

/** An account as the network administrator sees it. */
export const Account = z.object({
  id: Id,
  displayName: z.string(),
  email: z.string(),
  role: Role,
  departmentId: Id.nullable(),
  practitionerId: Id.nullable(),
  active: z.boolean(),
  lastSignInAt: Instant.nullable(),
  /** Until when the one-time password can be used; null = the person has chosen an own one. */
  invitedUntil: Instant.nullable(),
});
export type Account = z.infer<typeof Account>;

export const Organisation = z.object({
  id: Id,
  kind: OrganisationKind,
  name: z.string(),
  bsnr: z.string().nullable(),
  ik: z.string().nullable(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  county: z.object({ ags: CountyCode, name: z.string() }),
  active: z.boolean(),
  departments: z.array(Department),
  practitioners: z.array(Practitioner),
  /** Empty for all but the network administrator. */
  accounts: z.array(Account),
});
export type Organisation = z.infer<typeof Organisation>;

const byId = z.object({ id: Id });
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const listCounties = endpoint({
  method: 'get',
  path: '/api/counties',
  summary: 'The 17 bodies of Weser-Ems',
  reply: z.object({ counties: z.array(County) }),
});

export const listSpecialties = endpoint({
  method: 'get',
  path: '/api/specialties',
  summary: 'Specialties that can be asked, with the number of their departments',
  reply: z.object({ specialties: z.array(Specialty) }),
});

export const listOrganisations = endpoint({
  method: 'get',
  path: '/api/organisations',
  summary: 'Organisations of the network, page by page',
  query: z.object({
    kind: OrganisationKind.optional(),
    county: CountyCode.optional(),
    /** Part of the name, the place or a number (BSNR, IK). */
    text: z.string().trim().max(100).optional(),
    active: flag.optional(),
    sort: z.enum(['name', 'county', 'kind', 'people', 'lastSignInAt']).default('name'),
    descending: flag.default(false),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(25),
  }),
  reply: z.object({ organisations: z.array(OrganisationRow), total: z.int() }),
});

export const getOrganisation = endpoint({
  method: 'get',
  path: '/api/organisations/:id',
  summary:
    'One organisation with its departments and physicians, for the network administrator with accounts',
  params: byId,
  reply: Organisation,
  errors: ['organisation_not_found'],
});

export const getOverview = endpoint({
  method: 'get',
  path: '/api/organisations-by-county',
  summary: 'How many active organisations and people each county has',
  reply: z.object({
    counties: z.array(
      County.extend({ hospital: z.int(), practice: z.int(), care_home: z.int(), people: z.int() }),
    ),
  }),
});

export const listDepartments = endpoint({
  method: 'get',
  path: '/api/departments',
  summary: 'Active departments, of a specialty or of all',
  query: z.object({ specialty: z.string().max(50).optional() }),
  reply: z.object({ departments: z.array(Department) }),
});

export const listPractitioners = endpoint({
  method: 'get',
  path: '/api/departments/:id/practitioners',
  summary: 'Active physicians of a department',
  params: byId,
  reply: z.object({ practitioners: z.array(Practitioner) }),
  errors: ['department_not_found'],
});

/** An organisation, a department or a person changed. */
export const directoryChanged = fact({
  name: 'directory:changed',
  data: z.object({ organisationId: Id.nullable() }),
});
