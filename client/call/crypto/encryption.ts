import type { RoomParticipant } from '../../../server/modules/consultation/signalling-contract.ts';
import type { FactData, Signalling } from '../signalling.ts';
import type { TalkFrom } from '../talk.ts';
import type { TalkMessage } from '../talk-messages.ts';
import { SeatBoxes } from './seat-boxes.ts';
import { createSeatKeys, type SeatKeys } from './seat-keys.ts';

type Relayed = FactData<'consultation:relayed'>;
type Told = { talk: (message: unknown, from: TalkFrom) => void };
type Place = { seatId: string; line: Signalling; boxes: SeatBoxes };

/** Boxes of seats that this one has not been told of yet; the list of who is here is on its way. */
const longestWait = 64;

/** What one seat seals and opens end to end: the server passes it on and can read none of it. */
export class Encryption {
  #consultationId: string;
  #keys: SeatKeys;
  #told: Told;
  #place: Place | undefined;
  #others = new Map<string, RoomParticipant>();
  #early: Relayed[] = [];
  /** Boxes are opened one after the other, so that they are heard in the order they came in. */
  #opening: Promise<void> = Promise.resolve();

  static async create(consultationId: string, told: Told): Promise<Encryption> {
    return new Encryption(consultationId, await createSeatKeys(), told);
  }

  private constructor(consultationId: string, keys: SeatKeys, told: Told) {
    this.#consultationId = consultationId;
    this.#keys = keys;
    this.#told = told;
  }

  get keyPackage(): string {
    return this.#keys.keyPackage;
  }

  /** The seat is taken. */
  begin(seatId: string, line: Signalling): void {
    const self = { consultationId: this.#consultationId, seatId, keys: this.#keys };
    this.#place = { seatId, line, boxes: new SeatBoxes(self) };
    this.meet([...this.#others.values()]);
  }

  /** Who is in the room now, as the server tells it. */
  meet(participants: readonly RoomParticipant[]): void {
    const others = participants.filter(({ seatId }) => seatId !== this.#place?.seatId);
    const former = [...this.#others.keys()];
    this.#others = new Map(others.map((other) => [other.seatId, other]));
    for (const seatId of former) if (!this.#others.has(seatId)) this.#place?.boxes.forget(seatId);
    for (const fact of this.#early.splice(0)) this.hear(fact);
  }

  /** Something was relayed to this seat, or to the room. */
  hear(fact: Relayed): void {
    const place = this.#place;
    const sender = this.#others.get(fact.from);
    if (place && fact.from === place.seatId) return;
    if (!place || !sender) {
      this.#early = [...this.#early, fact].slice(-longestWait);
      return;
    }
    // What does not open was not meant for this seat, or was changed on its way: as if it had not come.
    this.#opening = this.#opening.then(() => this.#open(place, sender, fact.box).catch(() => undefined));
  }

  /** @throws an Error with code `seat_not_found` when that seat is gone, `network_lost` when the line is down */
  async say(message: TalkMessage, toSeat?: string): Promise<void> {
    const others = [...this.#others.values()].filter(({ seatId }) => !toSeat || seatId === toSeat);
    await Promise.all(others.map((other) => this.#send(other, { kind: 'talk', message })));
  }

  async #send(to: RoomParticipant, content: unknown): Promise<void> {
    const { boxes, line } = this.#place ?? notSeated();
    await line.ask('consultation:relay', { to: to.seatId, box: await boxes.seal(to, content) });
  }

  async #open({ boxes }: Place, sender: RoomParticipant, box: string): Promise<void> {
    const content = await boxes.open(sender, box);
    if (typeof content !== 'object' || content === null || !('kind' in content)) return;
    const { seatId, participantId } = sender;
    if (content.kind === 'talk' && 'message' in content)
      this.#told.talk(content.message, { seatId, participantId });
  }
}

function notSeated(): never {
  throw new Error('not in the room');
}
