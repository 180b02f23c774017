/** Patients as one organisation keeps them, and the consent that every consult rests on. */
import { z } from 'zod';
import { endpoint, Id, Instant, LocalDate } from '../../kernel/wire.ts';

export const Sex = z.enum(['female', 'male', 'other', 'unknown']);
/** http://fhir.de/CodeSystem/versicherungsart-de-basis, the kinds that meet in the network. */
export const InsuranceKind = z.enum(['GKV', 'PKV', 'BG', 'SEL', 'SOZ']);

const required = (longest: number) => z.string('required').trim().min(1, 'required').max(longest, 'too_long');
const optional = (longest: number) => z.string().trim().max(longest, 'too_long').nullish();

/** What somebody enters. `null` empties a field; spaces and lower case in the insurance number are forgiven. */
export const PatientFields = z.strictObject({
  familyName: required(100),
  givenName: required(100),
  birthDate: z.iso.date('date_invalid'),
  sex: z.enum(Sex.options, 'required'),
  /** Without a check digit problem, or one of the published example numbers (then `kvnrWarning` says so). */
  kvnr: optional(20),
  /** Default GKV. */
  insuranceKind: InsuranceKind.optional(),
  payerIk: optional(20),
  payerName: optional(200),
  street: optional(200),
  postalCode: z
    .string()
    .trim()
    .regex(/^\d{5}$/, 'postal_code_invalid')
    .nullish(),
  city: optional(100),
  /** Care homes: room or ward. */
  room: optional(50),
  phone: optional(50),
  /** `null` = nobody has asked, `''` = none known. */
  allergies: optional(2_000),
  /** Standing medication; `null` = nobody has asked, `''` = none. */
  medication: optional(4_000),
  guardianName: optional(200),
  guardianPhone: optional(50),
});
export type PatientFields = z.infer<typeof PatientFields>;

/** Who a patient is, wherever one is worked on. */
export const PatientBanner = z.object({
  id: Id,
  /** Running number in the network, shown as "P-000123". */
  number: z.int(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: LocalDate,
  sex: Sex,
  kvnr: z.string().nullable(),
  insuranceKind: InsuranceKind,
  /** Who keeps the record. */
  organisation: z.object({
    id: Id,
    name: z.string(),
    kind: z.enum(['hospital', 'practice', 'care_home', 'network']),
  }),
  room: z.string().nullable(),
  allergies: z.string().nullable(),
});
export type PatientBanner = z.infer<typeof PatientBanner>;

export const Patient = PatientBanner.extend({
  /** The number is a published example: good for care, refused by billing. */
  kvnrWarning: z.enum(['kvnr_example']).nullable(),
  payerIk: z.string().nullable(),
  payerName: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  medication: z.string().nullable(),
  guardianName: z.string().nullable(),
  guardianPhone: z.string().nullable(),
  active: z.boolean(),
});
export type Patient = z.infer<typeof Patient>;

/** Version of the consent text that the screens show (locale key `patients.consent.<wording>`). */
export const consentWording = 'telekonsil-1';

export const ConsentFields = z.strictObject({
  giver: z.enum(['patient', 'guardian', 'representative', 'presumed'], 'required'),
  /** Needed unless the patient gives it or it is presumed (§ 630d BGB: urgent, unable to consent). */
  giverName: optional(200),
  form: z.enum(['written', 'verbal', 'electronic'], 'required'),
  wording: required(50),
});
export type ConsentFields = z.infer<typeof ConsentFields>;

export const searchPatients = endpoint({
  method: 'get',
  path: '/api/patients',
  summary:
    'Up to 20 patients of the own organisation by parts of the name, insurance number or birth date ' +
    '(`12.03.1941` or `1941-03-12`), in any mix; without `q` those changed last',
  query: z.object({ q: z.string().trim().max(100, 'too_long').optional() }),
  reply: z.object({ patients: z.array(PatientBanner) }),
});

export const getPatient = endpoint({
  method: 'get',
  path: '/api/patients/:id',
  summary: 'One patient of the own organisation, or about whom the own department was asked; is recorded',
  params: z.object({ id: Id }),
  reply: Patient,
  errors: ['patient_not_found'],
});

const checks = [
  'patient_invalid',
  'kvnr_invalid',
  'birth_date_future',
  'birth_date_too_early',
  'ik_invalid',
  'patient_exists',
] as const;

export const createPatient = endpoint({
  method: 'post',
  path: '/api/patients',
  summary: 'Take up a patient; `patient_exists` carries `{ patientId }` of the own record with this number',
  body: PatientFields,
  reply: Patient,
  idempotent: true,
  errors: checks,
});

export const changePatient = endpoint({
  method: 'patch',
  path: '/api/patients/:id',
  summary:
    'Change the named fields of a patient of the own organisation; `active: false` = moved out or deceased',
  params: z.object({ id: Id }),
  body: PatientFields.partial().extend({ active: z.boolean().optional() }),
  reply: Patient,
  errors: ['patient_not_found', ...checks],
});

export const Resident = PatientBanner.extend({
  guardianName: z.string().nullable(),
  /** Last measured, with the early-warning score where it could be computed. */
  lastVitalSigns: z.object({ takenAt: Instant, news2: z.int().nullable() }).nullable(),
  /** The newest consult request that is not over; kind and status as in the requests contract. */
  openRequest: z.object({ id: Id, kind: z.string(), status: z.string() }).nullable(),
});
export type Resident = z.infer<typeof Resident>;

export const listResidents = endpoint({
  method: 'get',
  path: '/api/residents',
  summary: 'All active residents of the own care home by room and name',
  reply: z.object({ residents: z.array(Resident) }),
});
