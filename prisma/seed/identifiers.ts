/**
 * Synthetic numbers for demonstration data: their check digits are right, their serials are plainly invented
 * (a low running number behind zeros). The same serial always gives the same number.
 */
import { alternatingCheckDigit, kvnrCheckDigit, lanrCheckDigit } from '../../server/kernel/check-digit.ts';

function serialDigits(serial: number, length: number): string {
  const digits = String(serial).padStart(length, '0');
  if (!Number.isInteger(serial) || serial < 1 || digits.length > length) {
    throw new RangeError(`no serial of ${length} digits: ${serial}`);
  }
  return digits;
}

/** Insurance number, e.g. `syntheticKvnr(1)` is X00000001 and its check digit. Serial 1 to 99 999 999. */
export function syntheticKvnr(serial: number, letter = 'X'): string {
  const body = letter + serialDigits(serial, 8);
  return body + kvnrCheckDigit(body);
}

/** Physician number of a speciality group (two digits, KBV Fachgruppencode). Serial 1 to 555 554. */
export function syntheticLanr(serial: number, specialityGroup: string): string {
  const body = serialDigits(serial, 6);
  if (body >= '555555') throw new RangeError('serials from 555555 on are reserved');
  if (!/^\d{2}$/.test(specialityGroup)) throw new RangeError(`no speciality group: ${specialityGroup}`);
  return body + lanrCheckDigit(body) + specialityGroup;
}

/** Practice site number; area 12 = Oldenburg, 13 = Osnabrück, 17 = Lower Saxony. Serial 1 to 99 999. */
export const syntheticBsnr = (serial: number, area = '17'): string => `${area}${serialDigits(serial, 5)}00`;

/** Institution number in Lower Saxony (region 03); class 26 = hospital, 51 = care home, 10 = payer. */
export function syntheticIk(serial: number, kind: '26' | '51' | '10' = '26'): string {
  const body = `03${serialDigits(serial, 4)}`;
  return kind + body + alternatingCheckDigit(body, 2);
}
