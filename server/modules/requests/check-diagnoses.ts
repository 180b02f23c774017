/** Diagnoses as they are stored. Pure. */
import type { Diagnosis } from './contract.ts';
import { checkIcdCode } from './icd.ts';

/** Codes are brought into their written form, marks left off. `fields`: input name → what is wrong; empty when all is well. */
export function checkDiagnoses(entered: readonly Diagnosis[]): {
  diagnoses: Diagnosis[];
  fields: Record<string, string>;
} {
  const fields: Record<string, string> = {};
  const diagnoses = entered.map((diagnosis, at) => {
    const check = checkIcdCode(diagnosis.code);
    if (!check.valid) fields[`diagnoses.${at}.code`] = check.problem;
    return check.valid ? { ...diagnosis, code: check.code } : diagnosis;
  });
  return { diagnoses, fields };
}
