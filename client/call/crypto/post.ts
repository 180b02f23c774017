import type { RoomParticipant } from '../../../server/modules/consultation/signalling-contract.ts';
import type { FactData, Signalling } from '../signalling.ts';
import { type Bytes, fromBase64, toBase64 } from './base64.ts';
import { FrameOpener } from './frame-opener.ts';
import { FrameSealer } from './frame-sealer.ts';
import { SeatBoxes } from './seat-boxes.ts';
import type { SeatKeys } from './seat-keys.ts';
import { join } from './sframe.ts';

type Relayed = FactData<'consultation:relayed'>;
type Place = { seatId: string; line: Signalling; boxes: SeatBoxes };
type Told = {
  /** Something came from that seat, for this one alone (`direct`) or for the whole room. */
  came: (content: unknown, from: RoomParticipant, direct: boolean) => void;
  /** Something came for the room, whose key is not there. */
  missed: (seatId: string) => void;
};

/** The first byte of what is relayed: for one seat, or sealed with the sender's key for all. */
const forOne = 1;
const forAll = 2;
/** So many boxes wait for the list that names their sender, or for a sender's key. */
const longestWait = 64;

const text = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });
const pack = (content: unknown) => text.encode(JSON.stringify(content)) as Bytes;
const unpack = (data: Bytes): unknown => JSON.parse(words.decode(data));

/** What one seat and the others send each other through the server, which can read none of it. */
export class Post {
  #consultationId: string;
  #keys: SeatKeys;
  #told: Told;
  #place: Place | undefined;
  #others = new Map<string, RoomParticipant>();
  #sealer = new FrameSealer();
  #openers = new Map<string, FrameOpener>();
  #waiting: Relayed[] = [];
  /** Opened one after the other, so that they are heard in the order they came in. */
  #opening: Promise<void> = Promise.resolve();

  constructor(consultationId: string, keys: SeatKeys, told: Told) {
    this.#consultationId = consultationId;
    this.#keys = keys;
    this.#told = told;
  }

  begin(seatId: string, line: Signalling): void {
    const self = { consultationId: this.#consultationId, seatId, keys: this.#keys };
    this.#place = { seatId, line, boxes: new SeatBoxes(self) };
  }

  /** Who is in the room now but for this seat. */
  meet(others: readonly RoomParticipant[]): void {
    this.#others = new Map(others.map((other) => [other.seatId, other]));
    this.#tryAgain();
  }

  use(kid: bigint, baseKey: Bytes): Promise<void> {
    return this.#sealer.use(kid, baseKey);
  }

  learn(seatId: string, kid: bigint, baseKey: Bytes): void {
    const opener = this.#openers.get(seatId) ?? new FrameOpener();
    this.#openers.set(seatId, opener);
    opener.learn(kid, baseKey);
    this.#tryAgain();
  }

  forget(seatId: string): void {
    this.#place?.boxes.forget(seatId);
    this.#openers.delete(seatId);
  }

  hear(fact: Relayed): void {
    if (fact.from === this.#place?.seatId) return;
    // What does not open was not meant for this seat, or was changed on its way: as if it had not come.
    this.#opening = this.#opening.then(() => this.#open(fact).catch(() => undefined));
  }

  /** To one seat. Rejects as {@link Signalling} does; one that has gone meanwhile gets nothing. */
  async send(to: string, content: unknown): Promise<void> {
    const other = this.#others.get(to);
    if (!other || !this.#place) return;
    const box = await this.#place.boxes.seal(other, pack(content));
    await this.#relay(to, join(Uint8Array.of(forOne), box));
  }

  /** To everybody in the room. */
  async sendAll(content: unknown): Promise<void> {
    const sealed = await this.#sealer.seal('talk', 0, pack(content));
    if (sealed && this.#others.size > 0) await this.#relay(null, join(Uint8Array.of(forAll), sealed));
  }

  async #relay(to: string | null, box: Bytes): Promise<void> {
    await this.#place?.line.ask('consultation:relay', { to, box: toBase64(box) });
  }

  async #open(fact: Relayed): Promise<void> {
    const sender = this.#others.get(fact.from);
    if (!sender || !this.#place) return this.#wait(fact);
    const data = fromBase64(fact.box);
    const sealed = data.subarray(1);
    if (data[0] === forOne)
      this.#told.came(unpack(await this.#place.boxes.open(sender, sealed)), sender, true);
    if (data[0] !== forAll) return;
    // What came before waits for a key: this stands behind it.
    if (this.#waiting.some(({ from }) => from === fact.from)) return this.#wait(fact);
    const opened = await this.#openers.get(fact.from)?.open('talk', 0, sealed);
    if (opened && 'data' in opened) this.#told.came(unpack(opened.data), sender, false);
    else if (!opened || opened.refused === 'no_key') {
      this.#wait(fact);
      this.#told.missed(fact.from);
    }
  }

  #wait(fact: Relayed): void {
    this.#waiting = [...this.#waiting, fact].slice(-longestWait);
  }

  #tryAgain(): void {
    for (const fact of this.#waiting.splice(0)) this.hear(fact);
  }
}
