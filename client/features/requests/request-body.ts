import type { Given } from '../../../server/kernel/wire.ts';
import { consentWording, type PatientFields } from '../../../server/modules/patients/contract.ts';
import type { bookTime } from '../../../server/modules/scheduling/contract.ts';
import type { enterWaitingList } from '../../../server/modules/scheduling/waiting-contract.ts';
import { chosenTime } from './find/offer.ts';
import type { NewPatient, RequestDraft } from './request-draft.ts';
import { typedDay } from './typed-day.ts';
import { proposedWish, wishBody } from './waiting/wish.ts';
import type { Field } from './what-is-missing.ts';

/** A booking as it is sent; null while something is missing. */
export function bookingBody(draft: RequestDraft): Given<typeof bookTime> | null {
  const { hold } = draft;
  const request = requestPart(draft);
  if (!hold || !request) return null;
  // A hold that has just run out is made up for when the time is still free.
  return { holdId: hold.id, ...chosenTime(hold), ...request };
}

/** A place on the waiting list as it is sent; null while something is missing. */
export function waitingBody(draft: RequestDraft, today: string): Given<typeof enterWaitingList> | null {
  const { specialtyCode } = draft;
  const request = requestPart(draft);
  if (!specialtyCode || !request) return null;
  const wish = wishBody(draft.wish ?? proposedWish(today), draft, today);
  return { specialtyCode, wish, ...request };
}

/** Patient, question and consent. */
function requestPart(draft: RequestDraft) {
  const { giver, form } = draft;
  const patient = draft.newPatient ? patientOf(draft.newPatient) : null;
  if (!giver || !form || (!draft.patient && !patient)) return null;
  return {
    ...(patient ? { patient } : { patientId: draft.patient?.id }),
    ...(draft.requesterId ? { requesterPractitionerId: draft.requesterId } : {}),
    question: draft.question.trim(),
    background: draft.background.trim() || null,
    diagnoses: draft.diagnoses,
    medication: draft.takesNone ? '' : draft.medication.trim(),
    allergies: draft.noneKnown ? '' : draft.allergies.trim() || null,
    consent: {
      giver,
      giverName: giver === 'patient' ? null : draft.giverName.trim(),
      form,
      wording: consentWording,
    },
  };
}

function patientOf(typed: NewPatient): PatientFields | null {
  const birthDate = typedDay(typed.birthDate);
  if (birthDate === null || typed.sex === null) return null;
  return {
    familyName: typed.familyName.trim(),
    givenName: typed.givenName.trim(),
    birthDate,
    sex: typed.sex,
    kvnr: typed.kvnr.trim() || null,
    insuranceKind: typed.insuranceKind,
    payerName: typed.payerName.trim() || null,
    phone: typed.phone.trim() || null,
  };
}

const places: Record<string, Field> = {
  'patient.kvnr': 'kvnr',
  'patient.familyName': 'familyName',
  'patient.givenName': 'givenName',
  'patient.birthDate': 'birthDate',
  'patient.sex': 'sex',
  patientId: 'patient',
  requesterPractitionerId: 'requester',
  question: 'question',
  diagnoses: 'diagnoses',
  medication: 'medication',
  consent: 'giver',
  'consent.giver': 'giver',
  'consent.giverName': 'giverName',
  'consent.form': 'form',
  startAt: 'time',
  holdId: 'time',
  wish: 'wish',
};

/** The server's field errors (code by wire name) at the places of this form; what has no place here is left out. */
export function placedErrors(fields: Record<string, string>): Partial<Record<Field, string>> {
  const placed: Partial<Record<Field, string>> = {};
  for (const [name, code] of Object.entries(fields)) {
    const at = places[name] ?? places[name.split('.')[0] ?? ''];
    if (at) placed[at] ??= code;
  }
  return placed;
}
