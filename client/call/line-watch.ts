import { type LineCounts, type LineQuality, lineQuality } from './line-quality.ts';
import type { ReceivedStats } from './received-stats.ts';

const every = 2_000;

/** Judges the line every two seconds while somebody is in the room. */
export class LineWatch {
  #read: () => Promise<ReceivedStats | undefined>;
  #tell: (quality: LineQuality) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #before: LineCounts | undefined;

  constructor(read: () => Promise<ReceivedStats | undefined>, tell: (quality: LineQuality) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  start(): void {
    this.stop();
    this.#timer = setInterval(() => void this.#sample(), every);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#before = undefined;
  }

  async #sample(): Promise<void> {
    // A transport that closes while it is asked has nothing to say.
    const stats = await this.#read().catch(() => undefined);
    if (!stats || this.#timer === undefined) return;
    if (this.#before) this.#tell(lineQuality(this.#before, stats.counts, every / 1000));
    this.#before = stats.counts;
  }
}
