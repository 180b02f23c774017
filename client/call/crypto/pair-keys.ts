import { fromBase64 } from './base64.ts';
import { curve, type SeatKeys } from './seat-keys.ts';

/** Two keys between two seats, one for each direction, so that nothing can be sent back to who sent it. */
export type PairKeys = { seal: CryptoKey; open: CryptoKey };
export type Self = { consultationId: string; seatId: string; keys: SeatKeys };
export type Other = { seatId: string; keyPackage: string };

const text = new TextEncoder();

/**
 * ECDH (P-256), then HKDF-SHA-256 (RFC 5869) with the consultation as salt and both seats as info: a box of another
 * room or for another seat does not open.
 * @throws DOMException when the key package is no point of the curve
 */
export async function derivePairKeys(self: Self, other: Other): Promise<PairKeys> {
  const { subtle } = crypto;
  const theirs = await subtle.importKey('raw', fromBase64(other.keyPackage), curve, false, []);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, self.keys.pair.privateKey, 256);
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = (from: string, to: string, usage: 'encrypt' | 'decrypt') =>
    subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: text.encode(self.consultationId),
        info: text.encode(`TelKonNet box 1 ${from} ${to}`),
      },
      secret,
      { name: 'AES-GCM', length: 256 },
      false,
      [usage],
    );
  const [seal, open] = await Promise.all([
    key(self.seatId, other.seatId, 'encrypt'),
    key(other.seatId, self.seatId, 'decrypt'),
  ]);
  return { seal, open };
}
