/** Which key of a sender: a new generation is a new random key, a step is the key before it ratcheted once. */
export type KeyAge = { generation: number; step: number };

/** R of RFC 9605 §5.1: so many of a KID's low bits tell the step. */
const stepBits = 4;
/** After it comes a new generation: steps are never told twice. */
export const lastStep = 2 ** stepBits - 1;

export function kidOf({ generation, step }: KeyAge): bigint {
  return (BigInt(generation) << BigInt(stepBits)) | BigInt(step);
}

export function keyAge(kid: bigint): KeyAge {
  return { generation: Number(kid >> BigInt(stepBits)), step: Number(kid & BigInt(lastStep)) };
}
