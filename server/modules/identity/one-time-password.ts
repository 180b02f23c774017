import { randomInt } from 'node:crypto';
import { hashPassword } from './password.ts';

/** Days that a one-time password waits to be used. */
const validDays = 7;
// No characters that look alike, as it is read aloud or copied from paper. 16 of 31 characters: 79 bits.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What the administrator hands over, once. */
export type Invitation = { password: string; expiresAt: Date };

/** A new one-time password and what is stored of it. */
export async function oneTimePassword(now: Date) {
  const letters = Array.from({ length: 16 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  const password = letters.replace(/(.{4})(?=.)/g, '$1-');
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000);
  const invitation: Invitation = { password, expiresAt };
  return {
    invitation,
    stored: { passwordHash: await hashPassword(password), passwordExpiresAt: expiresAt },
  };
}
