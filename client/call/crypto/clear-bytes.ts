import type { Source } from '../../../server/modules/consultation/media-contract.ts';
import type { Bytes } from './base64.ts';

/** VP8 (RFC 6386 §9.1): a frame tag, in a key frame also start code and size; its lowest bit is 0 in a key frame. */
const vp8 = { keyFrame: 10, delta: 3 };
/** Opus (RFC 6716 §3.1): the byte that tells mode, bandwidth and count of frames. */
const opus = 1;

/**
 * How many bytes at the beginning stay readable, for the server that looks for key frames and pauses in speech. Told
 * from the bytes themselves, so that both sides say the same; they are authenticated.
 */
export function clearBytes(source: Source, data: Bytes): number {
  if (source === 'microphone') return opus;
  const [first = 1] = data;
  return (first & 1) === 0 ? vp8.keyFrame : vp8.delta;
}
