/** Fewest characters of a password that a person chooses. */
export const passwordLength = 12;

export type PasswordProblem = 'password_too_short' | 'password_too_simple' | 'password_contains_name';

/**
 * Whether a chosen password is good enough. Length and the absence of the obvious, no composition rules
 * (NIST SP 800-63B, 3.1.1.2; BSI ORP.4.A22).
 * @returns the code of what is wrong, or null.
 */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const letters = [...password];
  if (letters.length < passwordLength) return 'password_too_short';
  if (new Set(letters).size < 5 || isSequence(letters)) return 'password_too_simple';
  const name = email.split('@')[0]?.toLowerCase() ?? '';
  if (name.length >= 4 && password.toLowerCase().includes(name)) return 'password_contains_name';
  return null;
}

/** "123456789012" or "abcdefghijkl": nearly every character follows the one before it. */
function isSequence(letters: string[]): boolean {
  const steps = letters.slice(1).filter((letter, at) => {
    const step = (letter.codePointAt(0) ?? 0) - (letters[at]?.codePointAt(0) ?? 0);
    return Math.abs(step) === 1;
  });
  return steps.length >= letters.length - 2;
}
