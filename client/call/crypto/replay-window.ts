/** How far frames may come out of order: at the most frames a seat sends in a second, about six seconds. */
const size = 1024n;

/**
 * Lets each count through once (as RFC 4303 §3.4.3 does for packets). What is older than the window is refused,
 * since nobody remembers whether it came.
 */
export class ReplayWindow {
  #highest = -1n;
  #seen = new Set<bigint>();

  /** Whether it may be new; only {@link accept} decides, when the frame has proved genuine. */
  isNew(ctr: bigint): boolean {
    return ctr > this.#highest || (ctr > this.#highest - size && !this.#seen.has(ctr));
  }

  /** Takes it as seen. False when it was, also while this one was being opened. */
  accept(ctr: bigint): boolean {
    if (!this.isNew(ctr)) return false;
    this.#seen.add(ctr);
    if (ctr > this.#highest) {
      this.#highest = ctr;
      // Insertion is nearly in order: what fell out of the window stands at the front.
      for (const old of this.#seen) {
        if (old > ctr - size) break;
        this.#seen.delete(old);
      }
    }
    return true;
  }
}
