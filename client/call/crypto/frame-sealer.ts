import type { Bytes } from './base64.ts';
import { deriveSFrameKey, join, type SFrameKey, sealSFrame } from './sframe.ts';

/** What a frame belongs to, as one byte that is authenticated with it: a frame of another stream does not open. */
export const labels = { microphone: 1, camera: 2, detail: 3, screen: 4, talk: 5 } as const;
export type Label = keyof typeof labels;

/** What is authenticated beside the frame: which stream it is of, and the bytes that stay clear. */
export const metadataOf = (label: Label, clear: Bytes): Bytes => join(Uint8Array.of(labels[label]), clear);

/** Seals what one seat sends. Without a key there is nothing to send. */
export class FrameSealer {
  #key: SFrameKey | undefined;
  /** Goes on over all keys: no key ever sees one count twice. */
  #ctr = 0n;

  /** From here on it is sealed with this key. Older keys than the present one are passed over. */
  async use(kid: bigint, baseKey: Bytes): Promise<void> {
    const key = await deriveSFrameKey(kid, baseKey, 'encrypt');
    if (!this.#key || key.kid > this.#key.kid) this.#key = key;
  }

  /** @param clear how many bytes stay readable; @returns null while there is no key */
  async seal(label: Label, clear: number, data: Bytes): Promise<Bytes | null> {
    if (!this.#key || data.length === 0) return null;
    const ctr = this.#ctr;
    this.#ctr += 1n;
    const head = data.subarray(0, clear);
    return join(head, await sealSFrame(this.#key, ctr, metadataOf(label, head), data.subarray(clear)));
  }
}
