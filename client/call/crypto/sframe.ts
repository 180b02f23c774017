import type { Bytes } from './base64.ts';
import { decodeHeader, encodeHeader } from './sframe-header.ts';

/** Cipher suites of RFC 9605 §4.5 with their registered numbers; lengths in bytes. Tags are 128 bits. */
export const suites = {
  AES_128_GCM_SHA256_128: { id: 4, hash: 'SHA-256', hashLength: 32, keyLength: 16 },
  AES_256_GCM_SHA512_128: { id: 5, hash: 'SHA-512', hashLength: 64, keyLength: 32 },
} as const;
export type Suite = (typeof suites)[keyof typeof suites];
/** What this program uses. */
export const suite: Suite = suites.AES_128_GCM_SHA256_128;

export type SFrameKey = { kid: bigint; key: CryptoKey; salt: Bytes };

const nonceLength = 12;
const text = new TextEncoder();

async function hkdf({ hash }: Suite, baseKey: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', baseKey, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash, salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8));
}

/** sframe_key and sframe_salt of a base key (RFC 9605 §4.4.2). */
export async function deriveSecrets(
  used: Suite,
  kid: bigint,
  baseKey: Bytes,
): Promise<{ key: Bytes; salt: Bytes }> {
  const label = (words: string) => {
    const letters = text.encode(words);
    const info = new Uint8Array(letters.length + 10);
    info.set(letters);
    const numbers = new DataView(info.buffer, letters.length);
    numbers.setBigUint64(0, kid);
    numbers.setUint16(8, used.id);
    return info;
  };
  const [key, salt] = await Promise.all([
    hkdf(used, baseKey, label('SFrame 1.0 Secret key '), used.keyLength),
    hkdf(used, baseKey, label('SFrame 1.0 Secret salt '), nonceLength),
  ]);
  return { key, salt };
}

/** @param usage a key seals or opens, never both (RFC 9605 §4.4.1) */
export async function deriveSFrameKey(
  kid: bigint,
  baseKey: Bytes,
  usage: 'encrypt' | 'decrypt',
  used = suite,
): Promise<SFrameKey> {
  const { key, salt } = await deriveSecrets(used, kid, baseKey);
  return { kid, salt, key: await crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]) };
}

/** The next base key (RFC 9605 §5.1): who has it cannot go back. */
export function ratchet(baseKey: Bytes, used = suite): Promise<Bytes> {
  return hkdf(used, baseKey, text.encode('SFrame 1.0 Ratchet') as Bytes, used.hashLength);
}

export function nonceOf(salt: Bytes, ctr: bigint): Bytes {
  const nonce = salt.slice();
  const low = new DataView(nonce.buffer, nonceLength - 8);
  low.setBigUint64(0, low.getBigUint64(0) ^ ctr);
  return nonce;
}

/** Seals one frame (RFC 9605 §4.4.3). Refuses nothing: the caller never uses one `ctr` twice with a key. */
export async function sealSFrame(
  { kid, key, salt }: SFrameKey,
  ctr: bigint,
  metadata: Bytes,
  plaintext: Bytes,
): Promise<Bytes> {
  const header = encodeHeader({ kid, ctr });
  const how = { name: 'AES-GCM', iv: nonceOf(salt, ctr), additionalData: join(header, metadata) };
  return join(header, new Uint8Array(await crypto.subtle.encrypt(how, key, plaintext)));
}

/**
 * Opens one frame (RFC 9605 §4.4.4) with the key that its header names.
 * @throws DOMException when anything of it, or of the metadata, is not as it was sealed
 */
export async function openSFrame({ key, salt }: SFrameKey, metadata: Bytes, object: Bytes): Promise<Bytes> {
  const header = decodeHeader(object);
  if (!header) throw new DOMException('cut', 'OperationError');
  const additionalData = join(object.subarray(0, header.length), metadata);
  const how = { name: 'AES-GCM', iv: nonceOf(salt, header.ctr), additionalData };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, object.subarray(header.length)));
}

export function join(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
