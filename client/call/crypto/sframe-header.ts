import type { Bytes } from './base64.ts';

/** `kid`: which key; `ctr`: how many were sealed before. Both up to 64 bits. */
export type SFrameHeader = { kid: bigint; ctr: bigint };

/** Numbers below this stand in the first byte itself. */
const short = 8n;
const isLong = 0b1000;

/** The header of RFC 9605 §4.3: one byte with both lengths or short values, then the longer ones, big-endian. */
export function encodeHeader({ kid, ctr }: SFrameHeader): Bytes {
  const [kidBits, kidBytes] = encodeNumber(kid);
  const [ctrBits, ctrBytes] = encodeNumber(ctr);
  return Uint8Array.from([(kidBits << 4) | ctrBits, ...kidBytes, ...ctrBytes]);
}

/** Reads the header that an SFrame object begins with; null when it is cut. */
export function decodeHeader(object: Bytes): (SFrameHeader & { length: number }) | null {
  const [config] = object;
  if (config === undefined) return null;
  const kid = decodeNumber(config >> 4, object, 1);
  const ctr = kid && decodeNumber(config & 0b1111, object, kid.end);
  return ctr && { kid: kid.value, ctr: ctr.value, length: ctr.end };
}

/** Four bits for the first byte, and the bytes that follow. */
function encodeNumber(value: bigint): [number, number[]] {
  if (value < short) return [Number(value), []];
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  return [isLong | (bytes.length - 1), bytes];
}

function decodeNumber(bits: number, object: Bytes, start: number): { value: bigint; end: number } | null {
  if (!(bits & isLong)) return { value: BigInt(bits), end: start };
  const end = start + (bits & 0b111) + 1;
  if (end > object.length) return null;
  let value = 0n;
  for (const byte of object.subarray(start, end)) value = (value << 8n) | BigInt(byte);
  return { value, end };
}
