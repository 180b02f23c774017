import type { Bytes } from './base64.ts';
import { type Label, metadataOf } from './frame-sealer.ts';
import { advance, findKey, isPast, type KeyChain, learnKey } from './key-chain.ts';
import { ReplayWindow } from './replay-window.ts';
import { deriveSFrameKey, join, openSFrame, ratchet, type SFrameKey } from './sframe.ts';
import { decodeHeader } from './sframe-header.ts';

/**
 * `no_key`: not known yet, asking helps. `past`: from before one came, not meant for one. `replayed`: was here before.
 * `false`: cut, changed, or of another stream.
 */
export type Refusal = 'no_key' | 'past' | 'replayed' | 'false';
export type Opened = { data: Bytes } | { refused: Refusal };

type Made = { base: Bytes; key: SFrameKey };

/** Opens what one other seat sends. */
export class FrameOpener {
  #chain: KeyChain<Bytes> = [];
  /** Made once each; so many at most as there are steps to the generations that are known. */
  #keys = new Map<bigint, Promise<Made>>();
  /** The newest with which a frame was genuine. */
  #newest = -1n;
  #windows = new Map<Label, ReplayWindow>();

  learn(kid: bigint, baseKey: Bytes): void {
    this.#chain = learnKey(this.#chain, kid, baseKey);
  }

  /** @param clear how many bytes are readable and stand before the sealed part */
  async open(label: Label, clear: number, data: Bytes): Promise<Opened> {
    const head = data.subarray(0, clear);
    const object = data.subarray(clear);
    const header = decodeHeader(object);
    if (!header) return { refused: 'false' };
    const window = this.#window(label);
    if (!window.isNew(header.ctr)) return { refused: 'replayed' };
    const found = await this.#key(header.kid);
    if (!found) return { refused: isPast(this.#chain, header.kid) ? 'past' : 'no_key' };
    try {
      const frame = await openSFrame(found.key, metadataOf(label, head), object);
      if (!window.accept(header.ctr)) return { refused: 'replayed' };
      this.#keep(header.kid, found.base);
      return { data: join(head, frame) };
    } catch {
      return { refused: 'false' };
    }
  }

  #window(label: Label): ReplayWindow {
    const window = this.#windows.get(label) ?? new ReplayWindow();
    this.#windows.set(label, window);
    return window;
  }

  #key(kid: bigint): Promise<Made> | null {
    const known = this.#keys.get(kid);
    if (known) return known;
    const found = findKey(this.#chain, kid);
    if (!found) return null;
    const made = make(kid, found);
    this.#keys.set(kid, made);
    return made;
  }

  /** Earlier steps cannot be made any more; of those that were, the last one serves frames that come late. */
  #keep(kid: bigint, base: Bytes): void {
    if (kid <= this.#newest) return;
    this.#chain = advance(this.#chain, kid, base);
    for (const old of this.#keys.keys()) if (old < this.#newest) this.#keys.delete(old);
    this.#newest = kid;
  }
}

async function make(kid: bigint, found: { base: Bytes; ratchets: number }): Promise<Made> {
  let { base } = found;
  for (let step = 0; step < found.ratchets; step += 1) base = await ratchet(base);
  return { base, key: await deriveSFrameKey(kid, base, 'decrypt') };
}
