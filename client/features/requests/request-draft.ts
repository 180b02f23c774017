import { useCallback } from 'react';
import type { PatientBanner } from '../../../server/modules/patients/contract.ts';
import type { Diagnosis } from '../../../server/modules/requests/contract.ts';
import type { Hold } from '../../../server/modules/scheduling/contract.ts';
import { useDraft } from '../../lib/use-draft.ts';

/** What is typed of a patient who is not known yet; a birth date as typed, "12.3.1941". */
export type NewPatient = {
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: 'female' | 'male' | 'other' | 'unknown' | null;
  insuranceKind: 'GKV' | 'PKV' | 'BG' | 'SEL' | 'SOZ';
  kvnr: string;
  payerName: string;
  phone: string;
};

export type ConsentGiver = 'patient' | 'guardian' | 'representative';
export type ConsentForm = 'written' | 'verbal' | 'electronic';

/** A time that is kept open on the server, and what the screen says of it. */
export type Held = Hold & {
  /** Name of the pool whose time it is; who was assigned stands in `practitionerName`. */
  poolName: string | null;
  departmentName: string;
  /** When this reservation began to run, for the countdown's ring. */
  startedAt: string;
};

/** Everything that is entered on the way to a consult; kept on the device at every keystroke. */
export type RequestDraft = {
  version: 1;
  specialtyCode: string | null;
  /** One of them at most; both null: whoever has time first. */
  departmentId: string | null;
  practitionerId: string | null;
  patient: PatientBanner | null;
  newPatient: NewPatient | null;
  /** The requesting physician; null: the one who is signed in, or the practice's only one. */
  requesterId: string | null;
  question: string;
  background: string;
  diagnoses: Diagnosis[];
  medication: string;
  takesNone: boolean;
  allergies: string;
  noneKnown: boolean;
  giver: ConsentGiver | null;
  giverName: string;
  form: ConsentForm | null;
  /** The chosen time, kept open on the server until `heldUntil`. */
  hold: Held | null;
};

export const emptyDraft: RequestDraft = {
  version: 1,
  specialtyCode: null,
  departmentId: null,
  practitionerId: null,
  patient: null,
  newPatient: null,
  requesterId: null,
  question: '',
  background: '',
  diagnoses: [],
  medication: '',
  takesNone: false,
  allergies: '',
  noneKnown: false,
  giver: null,
  giverName: '',
  form: null,
  hold: null,
};

export const emptyPatient: NewPatient = {
  familyName: '',
  givenName: '',
  birthDate: '',
  sex: null,
  insuranceKind: 'GKV',
  kvnr: '',
  payerName: '',
  phone: '',
};

const isDraft = (value: unknown): value is RequestDraft =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'takesNone' in value;

/** The one consult that this person is requesting on this device. */
export function useRequestDraft() {
  const draft = useDraft<RequestDraft>('request.new', emptyDraft, isDraft);
  const { value, set } = draft;
  const patch = useCallback((change: Partial<RequestDraft>) => set({ ...value, ...change }), [set, value]);
  return { ...draft, patch };
}
export type RequestDraftHandle = ReturnType<typeof useRequestDraft>;
