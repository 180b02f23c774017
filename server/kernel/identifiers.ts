/**
 * Numbers by which German health care knows physicians, practices and institutions. Pure and browser-safe.
 */
import { alternatingCheckDigit, lanrCheckDigit } from './check-digit.ts';

export type IdentifierProblem =
  | 'lanr_missing'
  | 'lanr_format'
  | 'lanr_check_digit'
  /** 555555nff: hospital and ASV physicians without a number of their own (KVDT rule 063). */
  | 'lanr_pseudo'
  /** 999999900: stands for "unknown". */
  | 'lanr_substitute'
  | 'bsnr_missing'
  | 'bsnr_format'
  /** The first two digits name no known KV area. */
  | 'bsnr_area_unknown'
  | 'ik_missing'
  | 'ik_format'
  | 'ik_check_digit';

export type IdentifierCheck =
  | { verdict: 'valid'; value: string }
  /** May be stored; `problem` says what it is not good for. */
  | { verdict: 'warn'; value: string; problem: IdentifierProblem }
  | { verdict: 'invalid'; problem: IdentifierProblem };

const digitsOnly = (typed: string | null | undefined): string => (typed ?? '').replace(/\s+/g, '');

/**
 * Lifelong physician number nnnnnnPff: P the check digit (KVDT rule 050), ff the speciality group.
 * Pseudo and substitute numbers are warned about: they identify nobody and bill nothing.
 */
export function checkLanr(typed: string | null | undefined): IdentifierCheck {
  const value = digitsOnly(typed);
  if (value === '') return { verdict: 'invalid', problem: 'lanr_missing' };
  if (!/^\d{9}$/.test(value)) return { verdict: 'invalid', problem: 'lanr_format' };
  if (value === '999999900') return { verdict: 'warn', value, problem: 'lanr_substitute' };
  if (value.startsWith('555555')) return { verdict: 'warn', value, problem: 'lanr_pseudo' };
  if (lanrCheckDigit(value.slice(0, 6)) !== Number(value[6])) {
    return { verdict: 'invalid', problem: 'lanr_check_digit' };
  }
  return { verdict: 'valid', value };
}

/** Speciality group (Fachgruppencode) of a LANR: its last two digits. */
export const specialityGroupOf = (lanr: string): string => lanr.slice(7, 9);

// KV areas as the first two digits of a BSNR (KBV Arztnummern-Richtlinie, Anlage 1; 74 = KBV, 35 = hospitals),
// and the district offices of Lower Saxony 06–16, whose numbers are older than the joint 17 and still in use.
const areas = new Set(
  '01 02 03 06 07 08 09 10 11 12 13 14 15 16 17 20 35 38 46 51 52 71 72 73 74 78 83 88 93 98'.split(' '),
);

/**
 * Practice site number (Betriebsstättennummer): nine digits without a check digit. Other regions still use
 * numbers of former district offices, so an unknown area is a warning and no refusal.
 */
export function checkBsnr(typed: string | null | undefined): IdentifierCheck {
  const value = digitsOnly(typed);
  if (value === '') return { verdict: 'invalid', problem: 'bsnr_missing' };
  if (!/^\d{9}$/.test(value) || /^0+$/.test(value)) return { verdict: 'invalid', problem: 'bsnr_format' };
  if (!areas.has(value.slice(0, 2))) return { verdict: 'warn', value, problem: 'bsnr_area_unknown' };
  return { verdict: 'valid', value };
}

/**
 * Institutionskennzeichen: two digits class, two region, four serial, one check digit over digits 3 to 8
 * (circular of the ARGE IK).
 */
export function checkIk(typed: string | null | undefined): IdentifierCheck {
  const value = digitsOnly(typed);
  if (value === '') return { verdict: 'invalid', problem: 'ik_missing' };
  if (!/^\d{9}$/.test(value)) return { verdict: 'invalid', problem: 'ik_format' };
  if (alternatingCheckDigit(value.slice(2, 8), 2) !== Number(value[8])) {
    return { verdict: 'invalid', problem: 'ik_check_digit' };
  }
  return { verdict: 'valid', value };
}
