import { createHash } from 'node:crypto';

/** The same name gives the same id (RFC 9562, version 8), so that references need no look-up and a repeat is seen. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`telkonnet demonstration: ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
