import { isTalkMessage, type TalkMessage } from './talk-messages.ts';

/** Who said it: the seat is this stay, the participant the person. */
export type TalkFrom = { seatId: string; participantId: string };
export type HearTalk = (message: TalkMessage, from: TalkFrom) => void;

/** Who hears what the others say, over all seats of one call. */
export class TalkHearers {
  #hearers = new Set<HearTalk>();

  add(hear: HearTalk): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  /** What this version does not understand is passed over. */
  readonly tell = (message: unknown, from: TalkFrom): void => {
    if (!isTalkMessage(message)) return;
    for (const hear of this.#hearers) hear(message, from);
  };
}
