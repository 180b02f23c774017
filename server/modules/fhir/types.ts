/**
 * FHIR R4 (4.0.1) as far as this network emits it: narrow on purpose, so that a mapper cannot write an element
 * that nobody has thought about. `undefined` is dropped when a resource is written as JSON.
 */
export type Coding = {
  system?: string | undefined;
  version?: string | undefined;
  code: string;
  display?: string | undefined;
  extension?: Extension[] | undefined;
};
export type CodeableConcept = { coding?: Coding[] | undefined; text?: string | undefined };
export type Extension = { url: string; valueDateTime?: string; valueCoding?: Coding; valueCode?: string };
export type Identifier = {
  use?: 'official' | 'usual';
  type?: CodeableConcept;
  system: string;
  value: string;
};
export type Reference = {
  reference: string;
  type?: ResourceType;
  identifier?: Identifier | undefined;
  display?: string | undefined;
};
export type Period = { start?: string | undefined; end?: string | undefined };
export type HumanName = {
  use: 'official';
  text: string;
  family: string;
  given: string[];
  prefix?: string[] | undefined;
};
export type Address = {
  type: 'both';
  line: string[];
  city: string;
  postalCode: string;
  country: 'DE';
};
export type ContactPoint = { system: 'phone' | 'email'; value: string; use?: 'work' };
export type Quantity = { value: number; unit: string; system: string; code: string };
export type Narrative = { status: 'generated' | 'additional'; div: string };

type Base<T extends string> = {
  resourceType: T;
  id: string;
  meta?: { profile?: string[]; lastUpdated?: string };
  text?: Narrative;
};

export type Patient = Base<'Patient'> & {
  identifier: Identifier[];
  active: boolean;
  name: HumanName[];
  telecom?: ContactPoint[] | undefined;
  gender: 'male' | 'female' | 'other' | 'unknown';
  _gender?: { extension: Extension[] } | undefined;
  birthDate: string;
  address?: Address[] | undefined;
  managingOrganization: Reference;
};
export type Practitioner = Base<'Practitioner'> & {
  identifier?: Identifier[] | undefined;
  active: boolean;
  name: HumanName[];
};
export type Organization = Base<'Organization'> & {
  identifier: Identifier[];
  active: boolean;
  type: CodeableConcept[];
  name: string;
  telecom: ContactPoint[];
  address?: Address[] | undefined;
  partOf?: Reference | undefined;
};
export type HealthcareService = Base<'HealthcareService'> & {
  active: boolean;
  providedBy: Reference;
  type: CodeableConcept[];
  specialty: CodeableConcept[];
  name: string;
  telecom: ContactPoint[];
};
export type Encounter = Base<'Encounter'> & {
  extension?: Extension[] | undefined;
  identifier: Identifier[];
  status: 'planned' | 'in-progress' | 'finished' | 'cancelled';
  class: Coding;
  type: CodeableConcept[];
  serviceType: CodeableConcept;
  priority?: CodeableConcept | undefined;
  subject: Reference;
  basedOn: Reference[];
  participant: { type: CodeableConcept[]; period?: Period | undefined; individual: Reference }[];
  appointment?: Reference[] | undefined;
  period?: Period | undefined;
  length?: Quantity | undefined;
  reasonCode?: CodeableConcept[] | undefined;
  diagnosis?: { condition: Reference; use: CodeableConcept; rank: number }[] | undefined;
  serviceProvider: Reference;
};
export type Appointment = Base<'Appointment'> & {
  identifier: Identifier[];
  status: 'booked' | 'fulfilled' | 'cancelled' | 'noshow';
  cancelationReason?: CodeableConcept | undefined;
  serviceType: CodeableConcept[];
  specialty: CodeableConcept[];
  start: string;
  end: string;
  minutesDuration: number;
  created: string;
  basedOn: Reference[];
  participant: { actor: Reference; required: 'required'; status: 'accepted' | 'declined' }[];
};
export type ServiceRequest = Base<'ServiceRequest'> & {
  identifier: Identifier[];
  status: 'active' | 'completed' | 'revoked';
  intent: 'order';
  priority: 'routine' | 'urgent' | 'asap' | 'stat';
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  occurrencePeriod: Period;
  authoredOn: string;
  requester: Reference;
  performer: Reference[];
  reasonCode: CodeableConcept[];
  supportingInfo?: Reference[] | undefined;
  note?: { text: string }[] | undefined;
};
export type Observation = Base<'Observation'> & {
  status: 'final';
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  encounter?: Reference | undefined;
  effectiveDateTime: string;
  valueQuantity?: Quantity | undefined;
  valueCodeableConcept?: CodeableConcept | undefined;
  valueInteger?: number | undefined;
  valueBoolean?: boolean | undefined;
  component?: { code: CodeableConcept; valueQuantity: Quantity }[] | undefined;
};
export type Condition = Base<'Condition'> & {
  clinicalStatus?: CodeableConcept | undefined;
  verificationStatus: CodeableConcept;
  category: CodeableConcept[];
  code: CodeableConcept;
  subject: Reference;
  encounter: Reference;
  recordedDate: string;
  asserter?: Reference | undefined;
};
export type Composition = Base<'Composition'> & {
  identifier: Identifier;
  status: 'final' | 'amended';
  type: CodeableConcept;
  subject: Reference;
  encounter: Reference;
  date: string;
  author: Reference[];
  title: string;
  custodian: Reference;
  relatesTo?: { code: 'replaces'; targetReference: Reference }[] | undefined;
  section: {
    title: string;
    code?: CodeableConcept | undefined;
    text: Narrative;
    entry?: Reference[] | undefined;
  }[];
};

export type Resource =
  | Patient
  | Practitioner
  | Organization
  | HealthcareService
  | Encounter
  | Appointment
  | ServiceRequest
  | Observation
  | Condition
  | Composition;
export type ResourceType = Resource['resourceType'];

/** What every mapper may know beside its row. */
export type Context = {
  /** Absolute address of the FHIR face without trailing slash, e.g. `https://telkonnet.example/fhir/R4`. */
  base: string;
  /** Namespace of the network's own numbers, e.g. `https://telkonnet.example/fhir/sid`. */
  sid: string;
};
