import { type Ladder, nextRung, type Rung, topOfLadder } from './bandwidth-ladder.ts';
import { type LineQuality, lineQuality } from './line-quality.ts';
import { type LineReading, type QualityReport, qualityReport } from './quality-report.ts';

const every = 2_000;
/** Readings between two reports; a change of rung is reported at once. */
const perReport = 5;

type Told = {
  quality: (quality: LineQuality) => void;
  /** What the own line bears now; said with every reading, as negotiations undo what it was told before. */
  rung: (rung: Rung) => void;
  report: (report: QualityReport) => void;
};

/** Judges the line every two seconds while somebody is in the room: both ways, each by its own end. */
export class LineWatch {
  #read: () => Promise<LineReading | undefined>;
  #told: Told;
  #timer: ReturnType<typeof setInterval> | undefined;
  #before: LineReading | undefined;
  #reported: LineReading | undefined;
  #ladder: Ladder | undefined;
  #sinceReport = 0;

  constructor(read: () => Promise<LineReading | undefined>, told: Told) {
    this.#read = read;
    this.#told = told;
  }

  start(): void {
    this.stop();
    this.#timer = setInterval(() => void this.#sample(), every);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#before = undefined;
    this.#reported = undefined;
    this.#ladder = undefined;
    this.#sinceReport = 0;
  }

  async #sample(): Promise<void> {
    const timer = this.#timer;
    // A transport that closes while it is asked has nothing to say.
    const now = await this.#read().catch(() => undefined);
    if (!now || timer === undefined || timer !== this.#timer) return;
    const before = this.#before;
    this.#before = now;
    this.#reported ??= now;
    if (before) {
      const seconds = (now.at - before.at) / 1000;
      this.#told.quality(lineQuality(before.received.counts, now.received.counts, seconds));
    }
    const hasMoved = this.#climb(now);
    this.#sinceReport += 1;
    if (!before || (!hasMoved && this.#sinceReport < perReport)) return;
    this.#told.report(qualityReport(this.#reported, now, this.#ladder?.rung ?? 'full'));
    this.#reported = now;
    this.#sinceReport = 0;
  }

  /** Whether the line bears more or less than before. */
  #climb({ at, sent }: LineReading): boolean {
    const before = this.#ladder ?? topOfLadder(at);
    this.#ladder = nextRung(before, { at, ...sent });
    const { rung } = this.#ladder;
    this.#told.rung(rung);
    return rung !== before.rung;
  }
}
