import { Stall } from './stall.ts';

const every = 120;

/** Looks at what a connection receives many times a second, and tells at once when nothing comes any more. */
export class StallWatch {
  #timer: ReturnType<typeof setInterval>;
  #stall = new Stall();
  #reading = false;

  /** @param packets received so far by the whole connection */
  constructor(packets: () => Promise<number>, stalled: () => void) {
    this.#timer = setInterval(async () => {
      if (this.#reading) return;
      this.#reading = true;
      // A connection that closes while it is asked has nothing to say.
      const count = await packets().catch(() => null);
      this.#reading = false;
      if (count !== null && this.#stall.read(count, performance.now())) stalled();
    }, every);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
