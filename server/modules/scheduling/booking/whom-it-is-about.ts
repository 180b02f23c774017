import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { AppError, invalid } from '../../../kernel/errors.ts';
import type { PatientFields } from '../../patients/contract.ts';
import { takeUpPatient } from '../../patients/index.ts';

type Given = { patientId?: string | undefined; patient?: PatientFields | undefined };

/** One way to name the patient: what is wrong, by input name. */
export const patientProblems = ({ patientId, patient }: Given): Record<string, string> => ({
  ...(!patientId && !patient ? { patientId: 'required' } : {}),
  ...(patientId && patient ? { patientId: 'choose_one' } : {}),
});

/**
 * The id of a known patient (whether the actor's organisation keeps it is for the request to say), or of the new one
 * that is taken up. @throws what is wrong stands under `patient.…`
 */
export async function patientOf(deps: Deps, tx: Tx, actor: Actor, input: Given): Promise<string> {
  if (input.patientId) return input.patientId;
  if (!input.patient) throw invalid('request_incomplete', { fields: { patientId: 'required' } });
  try {
    return (await takeUpPatient(deps, tx, actor, input.patient)).id;
  } catch (error) {
    throw error instanceof AppError ? beneathPatient(error) : error;
  }
}

/** In this form the patient is a part: `kvnr` becomes `patient.kvnr`. */
function beneathPatient(error: AppError): AppError {
  if (!error.fields) return error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([name, code]) => [`patient.${name}`, code]),
  );
  return new AppError(error.kind, error.code, { fields, data: error.data });
}
