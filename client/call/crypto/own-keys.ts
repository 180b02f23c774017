import { pause } from '../pause.ts';
import type { Bytes } from './base64.ts';
import { firstKey, type KeyEvent, type KeyState, type KeyStep, planKeys } from './key-plan.ts';
import { type KeyAge, kidOf } from './kid.ts';
import { ratchet } from './sframe.ts';

/** Base keys of one age: of sound and pictures, and of what is said. Two, as each key counts for itself. */
export type BaseKeys = { media: Bytes; talk: Bytes };

type Told = {
  give: (to: string, kid: bigint, keys: BaseKeys, ask: boolean) => Promise<void>;
  /** From here on the own frames and words are sealed with these. */
  use: (kid: bigint, keys: BaseKeys) => Promise<void>;
  forget: (seatId: string) => void;
};

/** A new key is used when everybody has it, or after this time: who was removed reads no longer. In ms. */
const patience = 200;
const length = 32;

/** The keys of what one seat sends, and who gets them: does what {@link planKeys} says. */
export class OwnKeys {
  #state: KeyState = firstKey;
  #keys: BaseKeys = fresh();
  #told: Told;
  /** Steps are done one after the other, as ratcheting takes a moment. */
  #doing: Promise<void> = Promise.resolve();
  /** The latest key is with the others, as far as it could be told, and in use. */
  #using: Promise<void>;

  constructor(told: Told) {
    this.#told = told;
    this.#using = told.use(kidOf(firstKey), this.#keys);
  }

  /** Resolves when what happened so far has its effect: what is sealed then is for those who are in the room now. */
  async settled(): Promise<void> {
    await this.#doing;
    await this.#using;
  }

  happen(event: KeyEvent): void {
    const [state, steps] = planKeys(this.#state, event);
    this.#state = state;
    if (steps.length > 0) this.#doing = this.#doing.then(() => this.#do(state, steps));
  }

  async #do(age: KeyAge, steps: readonly KeyStep[]): Promise<void> {
    const kid = kidOf(age);
    const given: Promise<void>[] = [];
    let used = this.#using;
    for (const step of steps) {
      if (step.do === 'forget') this.#told.forget(step.seat);
      if (step.do === 'renew') this.#keys = fresh();
      if (step.do === 'ratchet') {
        const { media, talk } = this.#keys;
        this.#keys = { media: await ratchet(media), talk: await ratchet(talk) };
        used = this.#told.use(kid, this.#keys);
      }
      // What does not arrive is asked for.
      if (step.do === 'give')
        given.push(this.#told.give(step.to, kid, this.#keys, step.ask).catch(() => undefined));
    }
    const keys = this.#keys;
    const isNew = steps.some((step) => step.do === 'renew');
    this.#using = Promise.race([Promise.all(given), pause(patience)]).then(() =>
      isNew ? this.#told.use(kid, keys) : used,
    );
  }
}

const random = () => crypto.getRandomValues(new Uint8Array(length));
const fresh = (): BaseKeys => ({ media: random(), talk: random() });
