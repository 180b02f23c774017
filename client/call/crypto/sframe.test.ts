import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveSecrets,
  deriveSFrameKey,
  nonceOf,
  openSFrame,
  ratchet,
  sealSFrame,
  suites,
} from './sframe.ts';
import { decodeHeader, encodeHeader } from './sframe-header.ts';
import { headerVectors, sframeVectors } from './sframe-vectors.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');

describe('the header', () => {
  it.each(headerVectors)('of key %s and count %s is that of the RFC', (kid, ctr, encoded) => {
    expect(hex(encodeHeader({ kid, ctr }))).toBe(encoded);
    expect(decodeHeader(bytes(encoded))).toEqual({ kid, ctr, length: encoded.length / 2 });
  });

  it('is read back as it was written, whatever follows', () => {
    const number = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(number, number, fc.uint8Array(), (kid, ctr, rest) => {
        const header = encodeHeader({ kid, ctr });
        const object = Uint8Array.from([...header, ...rest]);
        expect(decodeHeader(object)).toEqual({ kid, ctr, length: header.length });
        for (let cut = 0; cut < header.length; cut += 1)
          expect(decodeHeader(header.subarray(0, cut))).toBeNull();
      }),
    );
  });
});

describe.each(sframeVectors)('$suite', (vector) => {
  const suite = suites[vector.suite];
  const { kid, ctr } = vector;
  const [baseKey, metadata, plaintext] = [vector.baseKey, vector.metadata, vector.plaintext].map(bytes) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];

  it('derives key, salt and nonce as the RFC does', async () => {
    const { key, salt } = await deriveSecrets(suite, kid, baseKey);
    expect([hex(key), hex(salt), hex(nonceOf(salt, ctr))]).toEqual([vector.key, vector.salt, vector.nonce]);
  });

  it('seals and opens as the RFC does', async () => {
    const sealing = await deriveSFrameKey(kid, baseKey, 'encrypt', suite);
    expect(hex(await sealSFrame(sealing, ctr, metadata, plaintext))).toBe(vector.ciphertext);
    const opening = await deriveSFrameKey(kid, baseKey, 'decrypt', suite);
    expect(hex(await openSFrame(opening, metadata, bytes(vector.ciphertext)))).toBe(vector.plaintext);
  });

  it('opens nothing of which one bit was changed, nor what was cut', async () => {
    const opening = await deriveSFrameKey(kid, baseKey, 'decrypt', suite);
    const sealed = bytes(vector.ciphertext);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(openSFrame(opening, metadata, changed)).rejects.toThrow();
    }
    for (let length = 0; length < sealed.length; length += 1)
      await expect(openSFrame(opening, metadata, sealed.slice(0, length))).rejects.toThrow();
    await expect(openSFrame(opening, metadata.subarray(1), sealed)).rejects.toThrow();
  });

  it('ratchets to a base key as long as the hash, of which no step repeats', async () => {
    const steps = [baseKey];
    for (let step = 0; step < 4; step += 1)
      steps.push(await ratchet(steps.at(-1) as Uint8Array<ArrayBuffer>, suite));
    expect(steps.slice(1).map((key) => key.length)).toEqual(Array(4).fill(suite.hashLength));
    expect(new Set(steps.map(hex)).size).toBe(5);
  });
});
