/**
 * Health insurance number (Krankenversichertennummer, KVNR): a letter and nine digits, the last a check digit
 * (KVDT data set description, FK 3119). Pure and browser-safe.
 */
import { kvnrCheckDigit } from './check-digit.ts';

/**
 * Numbers that test data of HL7, gematik and KBV use although their check digit is wrong, and the test number
 * that KBV forbids in billing. Care may go on with them; billing may not.
 */
const exampleNumbers = new Set(['A123456789', 'X234567890', 'G995030567', 'A303011979', 'T555558879']);

export type InsuranceNumberCheck =
  | { verdict: 'valid'; kvnr: string }
  /** Usable for care, refused by billing. */
  | { verdict: 'warn'; kvnr: string; problem: 'kvnr_example' }
  | { verdict: 'invalid'; problem: 'kvnr_missing' | 'kvnr_format' | 'kvnr_check_digit' };

/** Checks what somebody typed; spaces and lower case are forgiven, and `kvnr` is the number as it is stored. */
export function checkInsuranceNumber(typed: string | null | undefined): InsuranceNumberCheck {
  const kvnr = (typed ?? '').replace(/\s+/g, '').toUpperCase();
  if (kvnr === '') return { verdict: 'invalid', problem: 'kvnr_missing' };
  if (!/^[A-Z]\d{9}$/.test(kvnr)) return { verdict: 'invalid', problem: 'kvnr_format' };
  if (exampleNumbers.has(kvnr)) return { verdict: 'warn', kvnr, problem: 'kvnr_example' };
  if (kvnrCheckDigit(kvnr.slice(0, 9)) !== Number(kvnr[9])) {
    return { verdict: 'invalid', problem: 'kvnr_check_digit' };
  }
  return { verdict: 'valid', kvnr };
}
