import type { RoomParticipant } from '../../../server/modules/consultation/signalling-contract.ts';
import type { FactData, Signalling } from '../signalling.ts';
import type { TalkFrom } from '../talk.ts';
import type { TalkMessage } from '../talk-messages.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isContent, type KeyMessage } from './contents.ts';
import type { FrameCryptor } from './frame-cryptor.ts';
import { OwnKeys } from './own-keys.ts';
import { Post } from './post.ts';
import { ReplayWindow } from './replay-window.ts';
import { type Safety, SafetyCode } from './safety-code.ts';
import { createSeatKeys, type SeatKeys } from './seat-keys.ts';

/** What of the frames' worker is told about keys. */
export type FrameKeys = Pick<FrameCryptor, 'begin' | 'use' | 'learn' | 'forget'>;
type Told = {
  talk: (message: unknown, from: TalkFrom) => void;
  safety: (safety: Safety) => void;
};

/** How often what got lost is asked for again, in ms. */
const tickEvery = 2_000;

/** The end-to-end encryption of one stay: whose keys are known, who is given the own ones, and the safety code. */
export class Encryption {
  readonly keyPackage: string;
  #frames: FrameKeys;
  #told: Told;
  #post: Post;
  #keys: OwnKeys;
  #safety: SafetyCode | undefined;
  #seatId: string | undefined;
  #participants: readonly RoomParticipant[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  /** How much was said here, and what of that of the others was heard: nothing is heard twice. */
  #said = 0;
  #heard = new Map<string, ReplayWindow>();
  #closed = false;

  /** Makes the keys of a stay. Nothing of the one before can be opened any more. */
  static async create(consultationId: string, frames: FrameKeys, told: Told): Promise<Encryption> {
    return new Encryption(consultationId, await createSeatKeys(), frames, told);
  }

  private constructor(consultationId: string, keys: SeatKeys, frames: FrameKeys, told: Told) {
    this.keyPackage = keys.keyPackage;
    this.#frames = frames;
    this.#told = told;
    const missed = (from: string) => this.missed(from);
    this.#post = new Post(consultationId, keys, { came: (...all) => this.#came(...all), missed });
    frames.begin();
    this.#keys = new OwnKeys({
      give: (to, kid, { media, talk }, ask) =>
        this.#post.send(to, {
          kind: 'key',
          kid: Number(kid),
          media: toBase64(media),
          talk: toBase64(talk),
          ask,
        }),
      use: (kid, { media, talk }) => {
        frames.use(kid, media);
        return this.#post.use(kid, talk);
      },
      forget: (seatId) => {
        frames.forget(seatId);
        this.#post.forget(seatId);
      },
    });
  }

  /** The seat is taken. */
  begin(seatId: string, line: Signalling): void {
    // Given up while the seat was still being taken.
    if (this.#closed) return;
    this.#seatId = seatId;
    this.#post.begin(seatId, line);
    this.#safety = new SafetyCode(
      { seatId, keyPackage: this.keyPackage },
      {
        // What is lost is told again.
        send: (to, message) => void this.#post.send(to, message).catch(() => undefined),
        changed: this.#told.safety,
      },
    );
    this.meet(this.#participants);
    this.#timer = setInterval(() => this.#tick(), tickEvery);
  }

  /** Who is in the room now, as the server tells it. */
  meet(participants: readonly RoomParticipant[]): void {
    this.#participants = participants;
    if (!this.#seatId) return;
    const others = participants.filter(({ seatId }) => seatId !== this.#seatId);
    this.#post.meet(others);
    this.#keys.happen({ type: 'members', seats: others.map(({ seatId }) => seatId) });
    void this.#safety?.meet(others);
  }

  /** Something was relayed to this seat, or to the room. */
  hear(fact: FactData<'consultation:relayed'>): void {
    this.#post.hear(fact);
  }

  /** The line was away. */
  resumed(): void {
    this.#keys.happen({ type: 'resumed' });
    this.#tick();
  }

  /** A frame of that seat came whose key is not there. */
  missed(seatId: string): void {
    this.#keys.happen({ type: 'missed', from: seatId });
  }

  /** Tells all, or one seat. Rejects as {@link Signalling} does. */
  async say(message: TalkMessage, toSeat?: string): Promise<void> {
    const content = { kind: 'talk', count: this.#said, message };
    this.#said += 1;
    if (toSeat !== undefined) return this.#post.send(toSeat, content);
    await this.#keys.settled();
    await this.#post.sendAll(content);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }

  #tick(): void {
    this.#keys.happen({ type: 'tick' });
    void this.#safety?.tick();
  }

  #came(content: unknown, { seatId, participantId }: RoomParticipant, direct: boolean): void {
    if (!isContent(content)) return;
    if (content.kind === 'talk') {
      const heard = this.#heard.get(seatId) ?? new ReplayWindow();
      this.#heard.set(seatId, heard);
      if (heard.accept(BigInt(content.count))) this.#told.talk(content.message, { seatId, participantId });
    }
    // Between browsers only what was sealed for this very seat counts: the sender's key others have too.
    else if (!direct) return;
    else if (content.kind === 'key') this.#learn(content, seatId);
    else void this.#safety?.hear(content, seatId);
  }

  #learn({ kid, media, talk, ask }: KeyMessage, seatId: string): void {
    this.#frames.learn(seatId, BigInt(kid), fromBase64(media));
    this.#post.learn(seatId, BigInt(kid), fromBase64(talk));
    this.#keys.happen({ type: 'told', from: seatId });
    if (ask) this.#keys.happen({ type: 'asked', from: seatId });
  }
}
