import { type Bytes, fromBase64, toBase64 } from './base64.ts';
import { openBox, sealBox } from './box.ts';
import { derivePairKeys, type Other, type PairKeys, type Self } from './pair-keys.ts';

const text = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

/** What one seat seals for, and opens from, each of the others. Keys are derived once per other seat. */
export class SeatBoxes {
  #self: Self;
  #pairs = new Map<string, { keyPackage: string; keys: Promise<PairKeys> }>();

  constructor(self: Self) {
    this.#self = self;
  }

  /** @returns base64, for `relay` */
  async seal(to: Other, content: unknown): Promise<string> {
    const { seal } = await this.#pair(to);
    return toBase64(await sealBox(seal, text.encode(JSON.stringify(content)) as Bytes));
  }

  /** @throws when it is not from this seat for this one, or was changed */
  async open(from: Other, box: string): Promise<unknown> {
    const { open } = await this.#pair(from);
    return JSON.parse(words.decode(await openBox(open, fromBase64(box))));
  }

  /** Who has gone can be sealed for no more. */
  forget(seatId: string): void {
    this.#pairs.delete(seatId);
  }

  #pair(other: Other): Promise<PairKeys> {
    const known = this.#pairs.get(other.seatId);
    if (known?.keyPackage === other.keyPackage) return known.keys;
    const keys = derivePairKeys(this.#self, other);
    this.#pairs.set(other.seatId, { keyPackage: other.keyPackage, keys });
    return keys;
  }
}
