import type { ProducerInfo } from '../../server/modules/consultation/media-contract.ts';

/**
 * What the others send, put together from the answer to a join and the facts around it: facts are heard before and
 * after an answer, in whatever order it is worked on, and what one of them says holds.
 */
export class RemoteProducers {
  #known = new Map<string, ProducerInfo>();
  /** Heard since the last answer was asked for. */
  #told = new Map<string, ProducerInfo>();
  #closed = new Set<string>();

  /** Own streams are told to the whole room too; they are left out. */
  list(ownId: string | null): ProducerInfo[] {
    return [...this.#known.values()].filter((info) => info.participantId !== ownId);
  }

  /** Before a join or resume is asked: from here on facts count. */
  begin(): void {
    this.#told.clear();
    this.#closed.clear();
  }

  /** The server's answer: all there was when it answered. */
  reset(producers: ProducerInfo[]): void {
    const all = [...producers, ...this.#told.values()];
    this.#known = new Map(
      all.filter((info) => !this.#closed.has(info.producerId)).map((info) => [info.producerId, info]),
    );
  }

  put(info: ProducerInfo): void {
    this.#told.set(info.producerId, info);
    if (!this.#closed.has(info.producerId)) this.#known.set(info.producerId, info);
  }

  remove(producerId: string): void {
    this.#known.delete(producerId);
    this.#closed.add(producerId);
  }
}
