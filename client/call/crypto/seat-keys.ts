import { toBase64 } from './base64.ts';

/** The key pair of one stay; the private half cannot be taken out of the browser. */
export type SeatKeys = { pair: CryptoKeyPair; keyPackage: string };

export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A fresh key pair (NIST P-256, in every browser); the key package is its public point, uncompressed, as base64. */
export async function createSeatKeys(): Promise<SeatKeys> {
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { pair, keyPackage: toBase64(point) };
}
