import { randomBytes } from 'node:crypto';
import { argon2id, hash, needsRehash, verify } from 'argon2';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. About 40 ms on the smallest host.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id as a PHC string. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { type: argon2id, ...cost });

/** Whether the hash was made with an older cost. */
export const isOutdated = (passwordHash: string): boolean => needsRehash(passwordHash, cost);

let nobodysHash: Promise<string> | undefined;

/** Compares in the same time whether the account exists (`passwordHash`) or not (null, always false). */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(24).toString('base64url'));
  const matches = await verify(passwordHash ?? (await nobodysHash), password);
  return passwordHash !== null && matches;
}
