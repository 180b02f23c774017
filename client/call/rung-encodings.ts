import type { types } from 'mediasoup-client';
import type { Source } from '../../server/modules/consultation/media-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import { sendingOptions } from './sending-options.ts';

type Encoding = NonNullable<types.ProducerOptions['encodings']>[number];
export type Sent = Pick<Encoding, 'maxBitrate' | 'maxFramerate'> & { active: boolean };

/** How many of its sizes, the smallest first, each kind of picture keeps. */
const sizes = {
  camera: { full: 3, half: 2, low: 1, still: 1, sound: 0 },
  detail: { full: 2, half: 1, low: 1, still: 1, sound: 0 },
  screen: { full: 2, half: 1, low: 1, still: 1, sound: 0 },
} as const satisfies Record<Exclude<Source, 'microphone'>, Record<Rung, number>>;

/** One picture a second, the least that a browser's encoder can be asked for: below 1 it sends none at all. */
const still = { maxBitrate: 40_000, maxFramerate: 1 };
/** Of the second camera and the screen where there is little to spare. */
const slow = { maxBitrate: 90_000, maxFramerate: 3 };
/** Speech stays clear; at this rate Opus leaves more of its packets to the repair of the one before. */
const frugalVoice = { maxBitrate: 24_000 };

/** What each encoding of a source may send on a rung, in the order of `sendingOptions`. */
export function encodingsOn(source: Source, rung: Rung): Sent[] {
  const encodings = sendingOptions[source].encodings ?? [];
  if (source === 'microphone') {
    const isShort = rung === 'still' || rung === 'sound';
    return encodings.map((one) => ({ ...capsOf(one), ...(isShort ? frugalVoice : {}), active: true }));
  }
  const kept = sizes[source][rung];
  return encodings.map((one, index) => ({
    ...capsOf(one),
    ...(rung === 'still' && still),
    ...(rung === 'low' && source !== 'camera' && slow),
    active: index < kept,
  }));
}

function capsOf({ maxBitrate, maxFramerate }: Encoding): Omit<Sent, 'active'> {
  return { ...(maxBitrate ? { maxBitrate } : {}), ...(maxFramerate ? { maxFramerate } : {}) };
}

/** Brings a live sender to a rung. One that has been stopped meanwhile has nothing to send. */
export async function fitToRung(sender: RTCRtpSender, source: Source, rung: Rung): Promise<void> {
  const parameters = sender.getParameters();
  const before = JSON.stringify(parameters.encodings);
  const wanted = encodingsOn(source, rung);
  for (const [index, encoding] of parameters.encodings.entries()) {
    const { active, maxBitrate, maxFramerate } = wanted[index] ?? { active: true };
    encoding.active = active;
    if (maxBitrate) encoding.maxBitrate = maxBitrate;
    else delete encoding.maxBitrate;
    if (maxFramerate) encoding.maxFramerate = maxFramerate;
    else delete encoding.maxFramerate;
  }
  if (JSON.stringify(parameters.encodings) === before) return;
  await sender.setParameters(parameters).catch(() => undefined);
}
