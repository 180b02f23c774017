import type { Source } from '../../../server/modules/consultation/media-contract.ts';
import type { Bytes } from './base64.ts';
import type { FrameCounts, FromWorker, ToWorker, TransformOptions } from './frame-messages.ts';

type Told = {
  /** A seat's frames cannot be opened for want of its key. */
  missed: (seatId: string) => void;
  /** The worker could not be started: nothing is sent and nothing shown. */
  broken: () => void;
};

/** The page's hand on the worker that seals and opens frames. One for a call, over all its stays. */
export class FrameCryptor {
  #worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' });
  #stay = 0;
  #counting: ((counts: FrameCounts) => void)[] = [];

  constructor(told: Told) {
    this.#worker.addEventListener('error', told.broken);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'counted') for (const resolve of this.#counting.splice(0)) resolve(data.counts);
      else if (data.stay === this.#stay) told.missed(data.seatId);
    });
  }

  /** A seat is being taken: former keys are forgotten, and former streams pass nothing any more. */
  begin(): void {
    this.#stay += 1;
    this.#tell({ kind: 'begin', stay: this.#stay });
  }

  /** From here on the own frames are sealed with this key. Before the first one nothing is sent. */
  use(kid: bigint, baseKey: Bytes): void {
    this.#tell({ kind: 'use', stay: this.#stay, kid, baseKey });
  }

  learn(seatId: string, kid: bigint, baseKey: Bytes): void {
    this.#tell({ kind: 'learn', stay: this.#stay, seatId, kid, baseKey });
  }

  forget(seatId: string): void {
    this.#tell({ kind: 'forget', stay: this.#stay, seatId });
  }

  /** Has all be sealed that goes out there. To be set before the stream is negotiated. */
  seal(sender: RTCRtpSender, source: Source): void {
    sender.transform = this.#transform({ way: 'seal', stay: this.#stay, source });
  }

  /** Has all be opened that comes in there, with the key of that seat. To be set before the stream flows. */
  open(receiver: RTCRtpReceiver, seatId: string, source: Source): void {
    receiver.transform = this.#transform({ way: 'open', stay: this.#stay, seatId, source });
  }

  /** Frames since the seat was taken. */
  counts(): Promise<FrameCounts> {
    return new Promise((resolve) => {
      this.#counting.push(resolve);
      this.#tell({ kind: 'count' });
    });
  }

  close(): void {
    this.#worker.terminate();
  }

  #transform(options: TransformOptions): RTCRtpScriptTransform {
    return new RTCRtpScriptTransform(this.#worker, options);
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}
