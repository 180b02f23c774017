import type { Input } from '../../../kernel/wire.ts';
import type { bookTime, RequestFields } from '../contract.ts';

type Entered = Pick<Input<typeof bookTime>, Exclude<keyof typeof RequestFields, 'patientId' | 'patient'>>;

/** What an input says of the question, as a new request takes it; the patient comes beside it. */
export const whatIsAsked = (entered: Entered) => ({
  requesterPractitionerId: entered.requesterPractitionerId,
  question: entered.question,
  background: entered.background ?? null,
  diagnoses: entered.diagnoses,
  medication: entered.medication,
  allergies: entered.allergies ?? null,
  consent: entered.consent ?? null,
});
