/** Rules for what somebody entered about a patient. Pure. */
import { checkIk } from '../../kernel/identifiers.ts';
import { checkInsuranceNumber } from '../../kernel/insurance-number.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PatientFields } from './contract.ts';

const earliestBirth = '1890-01-01';

export type PatientProblem = 'kvnr_invalid' | 'ik_invalid' | 'birth_date_future' | 'birth_date_too_early';

type Entered = { [name in keyof PatientFields]?: PatientFields[name] | undefined };
/** As it is stored: what was not entered is left out, empty text of identifiers and addresses is null. */
export type CheckedPatient = {
  [name in Exclude<keyof PatientFields, 'birthDate'>]?: Exclude<PatientFields[name], undefined>;
} & { birthDate?: Date };

/** Texts in which '' says something: "none known". */
const meaningfulWhenEmpty: readonly string[] = ['allergies', 'medication'];

/**
 * Checks entered fields and brings them into the shape in which they are stored.
 * @param today calendar day in the region's zone
 * @returns `fields`: what is wrong with which input; empty when all is well
 */
export function checkPatient(
  entered: Entered,
  today: LocalDate,
): { patient: CheckedPatient; fields: { [name: string]: PatientProblem } } {
  const fields: { [name: string]: PatientProblem } = {};
  const { birthDate, ...rest } = entered;
  const patient: CheckedPatient = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value === '' && !meaningfulWhenEmpty.includes(name) ? null : value]),
  );
  if (birthDate !== undefined) {
    if (birthDate > today) fields.birthDate = 'birth_date_future';
    if (birthDate < earliestBirth) fields.birthDate = 'birth_date_too_early';
    patient.birthDate = new Date(`${birthDate}T00:00:00Z`);
  }
  if (patient.kvnr) {
    const check = checkInsuranceNumber(patient.kvnr);
    if (check.verdict === 'invalid') fields.kvnr = 'kvnr_invalid';
    else patient.kvnr = check.kvnr;
  }
  if (patient.payerIk) {
    const check = checkIk(patient.payerIk);
    if (check.verdict === 'invalid') fields.payerIk = 'ik_invalid';
    else patient.payerIk = check.value;
  }
  return { patient, fields };
}
