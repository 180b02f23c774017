import type { Source } from '../../../server/modules/consultation/media-contract.ts';
import type { Bytes } from './base64.ts';
import { clearBytes } from './clear-bytes.ts';
import type { FrameCounts } from './frame-messages.ts';
import { FrameOpener } from './frame-opener.ts';
import { FrameSealer } from './frame-sealer.ts';

/** How often a seat's key is asked for while its frames cannot be opened, in ms. */
const askEvery = 500;

type Told = {
  missed: (seatId: string) => void;
  /** Keys are there at last: pictures begin with a key frame. */
  readable: (seatId: string) => void;
};

/** All frames of one stay: sealed with the own key, opened with those of the others. */
export class FrameRoom {
  readonly counts: FrameCounts = {
    sealed: 0,
    unsent: 0,
    opened: 0,
    no_key: 0,
    past: 0,
    replayed: 0,
    false: 0,
  };
  #sealer = new FrameSealer();
  #openers = new Map<string, FrameOpener>();
  #askedAt = new Map<string, number>();
  #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

  use(kid: bigint, baseKey: Bytes): Promise<void> {
    return this.#sealer.use(kid, baseKey);
  }

  learn(seatId: string, kid: bigint, baseKey: Bytes): void {
    const opener = this.#openers.get(seatId) ?? new FrameOpener();
    this.#openers.set(seatId, opener);
    opener.learn(kid, baseKey);
    if (this.#askedAt.delete(seatId)) this.#told.readable(seatId);
  }

  forget(seatId: string): void {
    this.#openers.delete(seatId);
    this.#askedAt.delete(seatId);
  }

  /** @returns null where there is no key: a frame goes out sealed or not at all */
  async seal(source: Source, data: Bytes): Promise<Bytes | null> {
    const sealed = await this.#sealer.seal(source, clearBytes(source, data), data);
    this.counts[sealed ? 'sealed' : 'unsent'] += 1;
    return sealed;
  }

  /** @returns null where the frame is not shown, for want of a key or because it is not genuine */
  async open(seatId: string, source: Source, data: Bytes): Promise<Bytes | null> {
    const opener = this.#openers.get(seatId);
    const opened = opener
      ? await opener.open(source, clearBytes(source, data), data)
      : ({ refused: 'no_key' } as const);
    if ('data' in opened) {
      this.counts.opened += 1;
      return opened.data;
    }
    this.counts[opened.refused] += 1;
    if (opened.refused === 'no_key') this.#miss(seatId);
    return null;
  }

  #miss(seatId: string): void {
    const now = performance.now();
    if (now - (this.#askedAt.get(seatId) ?? Number.NEGATIVE_INFINITY) < askEvery) return;
    this.#askedAt.set(seatId, now);
    this.#told.missed(seatId);
  }
}
