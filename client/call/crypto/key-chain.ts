import { keyAge, kidOf } from './kid.ts';

/**
 * What one has of another seat's keys: the oldest step that is still kept of the last two generations. `Base` is a
 * base key; rules do not look into it.
 */
export type KeyChain<Base> = readonly { generation: number; step: number; base: Base }[];

/** So many generations are kept: frames sealed with the one before may still be on their way. */
const kept = 2;

/**
 * Takes a key that its sender has told. What is older than what one has says nothing new: the server can repeat a
 * message, and gains nothing by it.
 */
export function learnKey<Base>(chain: KeyChain<Base>, kid: bigint, base: Base): KeyChain<Base> {
  const { generation, step } = keyAge(kid);
  const newest = chain.at(-1);
  if (newest && generation < newest.generation) return chain;
  if (newest?.generation === generation) return step > newest.step ? advance(chain, kid, base) : chain;
  return [...chain, { generation, step, base }].slice(-kept);
}

/** From which base key, and by how many ratchet steps, the key of a frame is made; null when it cannot be known. */
export function findKey<Base>(chain: KeyChain<Base>, kid: bigint): { base: Base; ratchets: number } | null {
  const { generation, step } = keyAge(kid);
  const held = chain.find((key) => key.generation === generation);
  return held && step >= held.step ? { base: held.base, ratchets: step - held.step } : null;
}

/** A frame of that step was genuine: one that is older cannot be made any more. */
export function advance<Base>(chain: KeyChain<Base>, kid: bigint, base: Base): KeyChain<Base> {
  const { generation, step } = keyAge(kid);
  return chain.map((key) =>
    key.generation === generation && step > key.step ? { generation, step, base } : key,
  );
}

/** Whether that key is from before one was told of the sender's: it will never come. */
export function isPast<Base>(chain: KeyChain<Base>, kid: bigint): boolean {
  const newest = chain.at(-1);
  return newest !== undefined && kid < kidOf(newest) && findKey(chain, kid) === null;
}
