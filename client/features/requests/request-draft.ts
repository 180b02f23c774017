import { useCallback } from 'react';
import type { PatientBanner } from '../../../server/modules/patients/contract.ts';
import type { Diagnosis } from '../../../server/modules/requests/contract.ts';
import { draftName, readDraft, writeDraft } from '../../lib/drafts.ts';
import { useUser } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { anyTime, type Find } from './find/find.ts';
import type { Held } from './hold/hold.ts';
import type { WishDraft } from './waiting/wish.ts';

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

/** Everything that is entered on the way to a consult; kept on the device at every keystroke. */
export type RequestDraft = {
  version: 2;
  specialtyCode: string | null;
  /** Null: whoever has time first. */
  departmentId: string | null;
  /** Of the department, one of them at most. */
  poolId: string | null;
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
  find: Find;
  /** A fixed time, or a place on the waiting list. */
  way: 'time' | 'waiting';
  /** Null: as it is proposed. */
  wish: WishDraft | null;
};

export const emptyDraft: RequestDraft = {
  version: 2,
  specialtyCode: null,
  departmentId: null,
  poolId: null,
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
  find: anyTime,
  way: 'time',
  wish: null,
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
  value.version === 2 &&
  'takesNone' in value;

const key = 'request.new';

/** The one consult that this person is requesting on this device. */
export function useRequestDraft() {
  const draft = useDraft<RequestDraft>(key, emptyDraft, isDraft);
  const { value, set } = draft;
  const patch = useCallback((change: Partial<RequestDraft>) => set({ ...value, ...change }), [set, value]);
  const name = draftName(useUser().id, key);
  /** The page is going: written to the storage alone, and never into one that a sign-out has emptied. */
  const markGivenBack = useCallback(() => {
    const kept = readDraft(name);
    if (isDraft(kept) && kept.hold) writeDraft(name, { ...kept, hold: { ...kept.hold, givenBack: true } });
  }, [name]);
  return { ...draft, patch, markGivenBack };
}
export type RequestDraftHandle = ReturnType<typeof useRequestDraft>;
