/** No line is called stalled earlier, in ms: a burst of loss or a busy device passes by itself. */
const least = 600;
/** Nor later: by then even a pause in speech has brought several packets. */
const most = 1_500;
/** Gaps that are remembered: about the last ten seconds. */
const remembered = 80;

/**
 * Finds from the count of received packets that nothing comes any more. What is normal differs: a picture comes all
 * the time, a pause in speech brings a packet every 400 ms (Opus DTX, RFC 6716 §2.1.9), a muted room none at all. So
 * a silence counts when it is far longer than those just before it. Pure; instants in ms, never going back.
 */
export class Stall {
  #count = 0;
  #changedAt = 0;
  #gaps: number[] = [];
  /** Told once; only what arrives afterwards makes it possible again. */
  #told = false;

  /** Whether the line has just stalled, with so many packets received until `now`. */
  read(count: number, now: number): boolean {
    if (count !== this.#count) {
      // A stall itself is not what is normal.
      if (this.#count > 0 && !this.#told)
        this.#gaps = [...this.#gaps.slice(1 - remembered), now - this.#changedAt];
      this.#count = count;
      this.#changedAt = now;
      this.#told = false;
      return false;
    }
    // Too few to know what is normal.
    if (this.#told || this.#gaps.length < 5) return false;
    const normal = Math.max(...this.#gaps);
    this.#told = now - this.#changedAt > Math.min(most, Math.max(least, 2.5 * normal));
    return this.#told;
  }
}
