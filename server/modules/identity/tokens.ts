import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, safe in a cookie or header. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in hex. Enough for random tokens; passwords are hashed by argon2id. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Compares in the same time wherever the texts differ. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
