import type { Bytes } from './base64.ts';
import { join } from './sframe.ts';

/** A frame of sound and where it belongs in time, in units of 1/48,000 s (RFC 7587 §4.1), modulo 2³². */
export type SoundFrame = { timestamp: number; data: Bytes };

/** No frame repeats more former ones than this, and none that are older than this, in units of 1/48,000 s. */
const mostFrames = 3;
const oldest = 4_800;
/** Enough to know again what comes late. */
const remembered = 64;

const since = (from: number, to: number): number => (to - from) >>> 0;

/**
 * Repeats former frames inside the next ones, before they are sealed: what the line loses comes once more, a moment
 * later (the idea of RFC 2198, inside the encryption). After the frame's first byte, which stays readable, stand the
 * number of former frames, each with its age and length in two bytes, and then the frame's own rest.
 */
export class RepeatedSound {
  /** How many former frames each one repeats, 0 to 3. */
  frames = 0;
  #former: SoundFrame[] = [];

  pack(timestamp: number, data: Bytes): Bytes {
    const near = this.#former.filter((one) => since(one.timestamp, timestamp) <= oldest);
    const chosen = near.slice(Math.max(0, near.length - this.frames));
    this.#former = [...this.#former.slice(1 - mostFrames), { timestamp, data: data.slice() }];
    const parts = chosen.flatMap((one) => [head(since(one.timestamp, timestamp), one.data.length), one.data]);
    return join(data.subarray(0, 1), Uint8Array.of(chosen.length), ...parts, data.subarray(1));
  }
}

function head(age: number, length: number): Bytes {
  return Uint8Array.of(age >> 8, age & 0xff, length >> 8, length & 0xff);
}

/** Takes repeated frames apart again, and gives each one once. */
export class RepairedSound {
  #seen: number[] = [];

  /** In the order of time, the frame itself last; null for what was not packed like this. */
  unpack(timestamp: number, packed: Bytes): SoundFrame[] | null {
    const frames = read(timestamp, packed);
    if (!frames) return null;
    const fresh = frames.filter((one) => !this.#seen.includes(one.timestamp));
    this.#seen = [...this.#seen, ...fresh.map((one) => one.timestamp)].slice(-remembered);
    return fresh;
  }
}

function read(timestamp: number, packed: Bytes): SoundFrame[] | null {
  const [, count] = packed;
  if (count === undefined || count > mostFrames) return null;
  const former: SoundFrame[] = [];
  let at = 2;
  for (let index = 0; index < count; index += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = packed.subarray(at, at + 4);
    const end = at + 4 + (c << 8) + d;
    if (end > packed.length) return null;
    former.push({ timestamp: (timestamp - ((a << 8) + b)) >>> 0, data: packed.slice(at + 4, end) });
    at = end;
  }
  return [...former, { timestamp, data: join(packed.subarray(0, 1), packed.subarray(at)) }];
}
