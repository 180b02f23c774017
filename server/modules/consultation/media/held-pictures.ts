import type { types } from 'mediasoup';

/** What matters here of a consumer. */
type Flow = Pick<types.Consumer, 'kind' | 'paused' | 'closed' | 'pause' | 'resume'>;

/**
 * Keeps pictures back from somebody whose line bears nothing but sound: the estimate of what the line carries comes
 * down too slowly, and what does not fit would push the sound out. They flow again with the line.
 */
export class HeldPictures {
  #held = false;
  /** Those that flow as soon as nothing is held back. */
  #waiting = new Set<Flow>();

  /** @param consumers all that this peer receives */
  async follow(consumers: Iterable<Flow>, soundAlone: boolean, losing: boolean): Promise<void> {
    // A line may be weak upwards only: pictures stop where they do not arrive.
    const held = soundAlone && (this.#held || losing);
    if (held === this.#held) return;
    this.#held = held;
    if (held) {
      const flowing = [...consumers].filter(({ kind, paused }) => kind === 'video' && !paused);
      await Promise.all(flowing.map((consumer) => this.#pause(consumer)));
    } else {
      const waiting = [...this.#waiting].filter(({ closed }) => !closed);
      this.#waiting.clear();
      await Promise.all(waiting.map((consumer) => consumer.resume()));
    }
  }

  /** Its receiver wants it now; true when it has to wait. */
  keeps(consumer: Flow): boolean {
    if (!this.#held || consumer.kind !== 'video') return false;
    this.#waiting.add(consumer);
    return true;
  }

  /** Its receiver does not want it any more. */
  forget(consumer: Flow): void {
    this.#waiting.delete(consumer);
  }

  async #pause(consumer: Flow): Promise<void> {
    this.#waiting.add(consumer);
    await consumer.pause();
  }
}
