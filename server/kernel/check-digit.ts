/** Check digits of German health care. Pure and browser-safe. */

const digitSum = (of: number): number => (of > 9 ? Math.floor(of / 10) + (of % 10) : of);

/**
 * Sum of the digit sums of each digit times its weight, modulo 10; the weights alternate, beginning with `first`.
 * Used by the insurance number (KVDT, FK 3119) and the Institutionskennzeichen (ARGE IK).
 */
export function alternatingCheckDigit(digits: string, first: 1 | 2): number {
  const second = first === 1 ? 2 : 1;
  const sum = [...digits].reduce(
    (so, digit, at) => so + digitSum(Number(digit) * (at % 2 === 0 ? first : second)),
    0,
  );
  return sum % 10;
}

/** Ten's complement of the weighted sum 4, 9, 4, 9, 4, 9 (physician number; KVDT rule 050). */
export function lanrCheckDigit(sixDigits: string): number {
  const sum = [...sixDigits].reduce((so, digit, at) => so + Number(digit) * (at % 2 === 0 ? 4 : 9), 0);
  return (10 - (sum % 10)) % 10;
}

/** Check digit of an insurance number's letter (A = 01 … Z = 26) and eight digits. */
export function kvnrCheckDigit(letterAndEightDigits: string): number {
  const letter = String(letterAndEightDigits.charCodeAt(0) - 64).padStart(2, '0');
  return alternatingCheckDigit(letter + letterAndEightDigits.slice(1), 1);
}
