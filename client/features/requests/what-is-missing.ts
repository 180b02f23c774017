import { checkInsuranceNumber } from '../../../server/modules/patients/insurance-number.ts';
import type { NewPatient, RequestDraft } from './request-draft.ts';
import { typedDay } from './typed-day.ts';
import { proposedWish, wishProblem } from './waiting/wish.ts';

export const steps = ['who', 'question', 'time'] as const;
export type Step = (typeof steps)[number];

/** Names of what a request needs; each is the id (`request-…`) of the place where it is entered. */
export type Field =
  | 'specialty'
  | 'patient'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'sex'
  | 'kvnr'
  | 'requester'
  | 'question'
  | 'diagnoses'
  | 'medication'
  | 'giver'
  | 'giverName'
  | 'form'
  | 'time'
  | 'wish';

/** What stands beside a field: its error, if any. */
export type ErrorAt = (field: Field) => string | undefined;

export const stepOf = (field: Field): Step =>
  field === 'specialty' ? 'who' : field === 'time' || field === 'wish' ? 'time' : 'question';

export const fieldId = (field: Field): string => `request-${field}`;

/**
 * What is still missing, in the order of the form. Mandatory data after the Telekonsilien-Vereinbarung (§ 367 SGB V);
 * the server checks the same.
 * @param needsRequester somebody else than the physician asks, and the practice has several
 */
export function whatIsMissing(draft: RequestDraft, needsRequester: boolean, today: string): Field[] {
  const missing: Field[] = [];
  const need = (field: Field, isThere: boolean) => {
    if (!isThere) missing.push(field);
  };
  need('specialty', draft.specialtyCode !== null);
  if (draft.newPatient) missing.push(...missingOfPatient(draft.newPatient, today));
  else if (!draft.patient) missing.push('patient');
  else need('kvnr', draft.patient.kvnr !== null || draft.patient.insuranceKind !== 'GKV');
  need('requester', !needsRequester || draft.requesterId !== null);
  need('question', draft.question.trim() !== '');
  need('diagnoses', draft.diagnoses.length > 0);
  need('medication', draft.takesNone || draft.medication.trim() !== '');
  need('giver', draft.giver !== null);
  need('giverName', draft.giver === null || draft.giver === 'patient' || draft.giverName.trim() !== '');
  need('form', draft.form !== null);
  if (draft.way === 'time') need('time', draft.hold !== null && !draft.hold.givenBack);
  else need('wish', wishProblem(draft.wish ?? proposedWish(today), today) === null);
  return missing;
}

function missingOfPatient(patient: NewPatient, today: string): Field[] {
  const born = typedDay(patient.birthDate);
  const kvnr = checkInsuranceNumber(patient.kvnr);
  const needsNumber = patient.insuranceKind === 'GKV';
  const there: [Field, boolean][] = [
    ['familyName', patient.familyName.trim() !== ''],
    ['givenName', patient.givenName.trim() !== ''],
    ['birthDate', born !== null && born <= today && born >= '1890-01-01'],
    ['sex', patient.sex !== null],
    ['kvnr', kvnr.verdict !== 'invalid' || (kvnr.problem === 'kvnr_missing' && !needsNumber)],
  ];
  return there.flatMap(([field, isThere]) => (isThere ? [] : field));
}
