import type { Bytes } from './base64.ts';
import { openBox, sealBox } from './box.ts';
import { derivePairKeys, type Other, type PairKeys, type Self } from './pair-keys.ts';

/** What one seat seals for, and opens from, each of the others. Keys are derived once per other seat. */
export class SeatBoxes {
  #self: Self;
  #pairs = new Map<string, Promise<PairKeys>>();

  constructor(self: Self) {
    this.#self = self;
  }

  async seal(to: Other, content: Bytes): Promise<Bytes> {
    const { seal } = await this.#pair(to);
    return sealBox(seal, content);
  }

  /** @throws when it is not from this seat for this one, or was changed */
  async open(from: Other, box: Bytes): Promise<Bytes> {
    const { open } = await this.#pair(from);
    return openBox(open, box);
  }

  /** Who has gone is sealed for no more. */
  forget(seatId: string): void {
    this.#pairs.delete(seatId);
  }

  #pair(other: Other): Promise<PairKeys> {
    // The first key package counts: a seat has one as long as it lasts.
    const keys = this.#pairs.get(other.seatId) ?? derivePairKeys(this.#self, other);
    this.#pairs.set(other.seatId, keys);
    return keys;
  }
}
