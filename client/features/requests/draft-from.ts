import type { ConsultRequest } from '../../../server/modules/requests/contract.ts';
import { emptyDraft, type RequestDraft } from './request-draft.ts';

/**
 * A new request with the words of an earlier one. Whom to ask and the consent are asked anew: the first may be why it
 * did not take place, the second is given for each consult.
 */
export function draftFrom(request: ConsultRequest): RequestDraft {
  const { medication, allergies } = request;
  return {
    ...emptyDraft,
    specialtyCode: request.specialty.code,
    patient: request.patient,
    requesterId: request.requester.practitioner?.id ?? null,
    question: request.question,
    background: request.background ?? '',
    diagnoses: request.diagnoses,
    medication: medication ?? '',
    takesNone: medication === '',
    allergies: allergies ?? '',
    noneKnown: allergies === '',
  };
}
