/** What the network administrator changes in the directory. */
import { z } from 'zod';
import { CountyCode, endpoint, Id, Instant, Role } from '../../kernel/wire.ts';
import { OrganisationKind } from '../identity/contract.ts';

const required = (longest: number) => z.string('required').trim().min(1, 'required').max(longest, 'too_long');
/** Empty is none. */
const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'too_long')
    .transform((text) => text || null)
    .nullish();

export const OrganisationFields = z.object({
  name: required(200),
  /** Practices: Betriebsstättennummer, required. Hospitals may have one. */
  bsnr: optional(20),
  /** Hospitals and care homes: Institutionskennzeichen, required. */
  ik: optional(20),
  street: required(200),
  postalCode: z
    .string('required')
    .trim()
    .regex(/^\d{5}$/, 'postal_code_invalid'),
  city: required(100),
  countyAgs: CountyCode,
  phone: required(50),
  email: z.email('email_invalid').max(254, 'too_long'),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;

export const DepartmentFields = z.object({
  specialtyCode: required(50),
  name: required(200),
  phone: required(50),
});

/** `lanr` may be missing: whoever has none yet can be asked, but bills nothing. */
export const PractitionerFields = z.object({
  title: z.string().trim().max(50, 'too_long').default(''),
  givenName: required(100),
  familyName: required(100),
  lanr: optional(20),
});

export const PersonFields = z.object({
  role: Role,
  email: z.email('email_invalid').max(254, 'too_long').toLowerCase(),
  /** Required for roles that are no physicians'; physicians are called by their practitioner's name. */
  displayName: optional(200),
  departmentId: Id.nullish(),
  /** Required for physicians and specialists. */
  practitioner: PractitionerFields.strict().nullish(),
});
export type PersonFields = z.infer<typeof PersonFields>;

/** What was stored although it is doubtful: input name → code. */
const Warnings = z.record(z.string(), z.string());
const Saved = z.object({ id: Id, warnings: Warnings });
const Invitation = z.object({
  /** Shown once; nobody can look it up later. */
  password: z.string(),
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;
const byId = z.object({ id: Id });

export const createOrganisation = endpoint({
  method: 'post',
  path: '/api/organisations',
  summary: 'Take an organisation into the network',
  body: OrganisationFields.extend({ kind: OrganisationKind }),
  reply: Saved,
  idempotent: true,
  errors: ['bsnr_taken'],
});

export const changeOrganisation = endpoint({
  method: 'put',
  path: '/api/organisations/:id',
  summary: 'Change or deactivate an organisation; its people can then no longer sign in',
  params: byId,
  body: OrganisationFields.extend({ active: z.boolean() }),
  reply: Saved,
  errors: ['organisation_not_found', 'bsnr_taken', 'last_administrator'],
});

export const createDepartment = endpoint({
  method: 'post',
  path: '/api/organisations/:id/departments',
  summary: 'Add a department to a hospital',
  params: byId,
  body: DepartmentFields,
  reply: Saved,
  idempotent: true,
  errors: ['organisation_not_found', 'organisation_unfit'],
});

export const changeDepartment = endpoint({
  method: 'put',
  path: '/api/departments/:id',
  summary: 'Change or deactivate a department',
  params: byId,
  body: DepartmentFields.extend({ active: z.boolean() }),
  reply: Saved,
  errors: ['department_not_found'],
});

export const createPractitioner = endpoint({
  method: 'post',
  path: '/api/organisations/:id/practitioners',
  summary: 'Add a physician who does not sign in (others ask on their behalf)',
  params: byId,
  body: PractitionerFields.extend({ departmentId: Id.nullish() }),
  reply: Saved,
  idempotent: true,
  errors: ['organisation_not_found', 'organisation_unfit', 'lanr_taken'],
});

export const changePractitioner = endpoint({
  method: 'put',
  path: '/api/practitioners/:id',
  summary: 'Change or deactivate a physician',
  params: byId,
  body: PractitionerFields.extend({ departmentId: Id.nullish(), active: z.boolean() }),
  reply: Saved,
  errors: ['practitioner_not_found', 'lanr_taken'],
});

export const invitePerson = endpoint({
  method: 'post',
  path: '/api/organisations/:id/people',
  summary: 'Make an account (and, for physicians, the practitioner) with a one-time password',
  params: byId,
  body: PersonFields,
  reply: Saved.extend({ invitation: Invitation }),
  errors: ['organisation_not_found', 'email_taken', 'lanr_taken'],
});

export const changePerson = endpoint({
  method: 'put',
  path: '/api/people/:id',
  summary: 'Change or deactivate an account (and, for physicians, the practitioner)',
  params: byId,
  body: PersonFields.extend({ active: z.boolean() }),
  reply: Saved,
  errors: ['account_not_found', 'email_taken', 'lanr_taken', 'last_administrator'],
});

export const inviteAgain = endpoint({
  method: 'post',
  path: '/api/people/:id/invitation',
  summary: 'Replace the password by a new one-time password and end the sessions',
  params: byId,
  reply: z.object({ invitation: Invitation }),
  errors: ['account_not_found', 'account_inactive'],
});
