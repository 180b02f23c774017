import fc from 'fast-check';
import * as wire from '../../../server/modules/consultation/signalling-contract.ts';

/** What a hostile browser sends once it has a seat; `own` ids of its seat are filled in where the value says so. */
export type Hostile = { name: string; data: unknown };

const names = Object.values(wire).flatMap((one) => ('reply' in one ? [one.name] : []));
/** After these the seat is another or none, and what follows would get no further than to be told so. */
const seating = names.filter((name) => /:(join|resume|leave)$/.test(name));
const named = fc.oneof(
  { weight: 300, arbitrary: fc.constantFrom(...names.filter((name) => !seating.includes(name))) },
  { weight: 1, arbitrary: fc.constantFrom(...seating) },
);

/** Put in for the ids that the attacker has really got, so that its messages reach as deep as can be. */
export const own = {
  send: '$send',
  receive: '$receive',
  seat: '$seat',
  consultation: '$consultation',
  foreign: '$foreign',
} as const;
const id = fc.oneof(fc.constantFrom(...Object.values(own)), fc.uuid(), fc.string());

const text = fc.string({ maxLength: 30 });
/** Mostly a value that the schema lets through to the worker, at times one that it must not. */
const mostly = <T>(fitting: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: fitting }, { weight: 1, arbitrary: wrong });
const odd = fc.oneof(
  fc.constantFrom(-1, 0, 1, 127, 128, 255, 65_536, 2 ** 31, 2 ** 32 - 1, 1e308),
  fc.integer(),
);
const codecSettings = fc.dictionary(
  fc.constantFrom('apt', 'useinbandfec', 'profile-level-id', 'packetization-mode', 'sprop-stereo', 'x'),
  fc.oneof(odd, text, fc.constant(null)),
  { maxKeys: 4 },
);
const codec = fc.record({
  mimeType: mostly(
    fc.constantFrom('audio/opus', 'video/VP8', 'video/rtx', 'video/H264', 'audio/x'),
    fc.constantFrom('video/../x', ''),
  ),
  payloadType: mostly(fc.integer({ min: 0, max: 127 }), odd),
  clockRate: mostly(fc.constantFrom(48_000, 90_000, 1, 8_000, 1_000_000), odd),
  channels: mostly(fc.constantFrom(1, 2, 8), odd),
  parameters: codecSettings,
  rtcpFeedback: fc.array(fc.record({ type: text, parameter: text }), { maxLength: 3 }),
});
const extension = fc.record({
  uri: fc.constantFrom(
    'urn:ietf:params:rtp-hdrext:sdes:mid',
    'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
    'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'urn:3gpp:video-orientation',
  ),
  id: mostly(fc.integer({ min: 1, max: 255 }), odd),
  encrypt: fc.boolean(),
});
const encoding = fc.record(
  {
    ssrc: mostly(fc.constantFrom(0, 1, 2 ** 32 - 1), odd),
    rid: fc.constantFrom('q', 'h', '', 'x'.repeat(32)),
    rtx: fc.record({ ssrc: fc.constantFrom(0, 1, 7) }),
    dtx: fc.boolean(),
    scalabilityMode: fc.constantFrom('L1T3', 'S9T9', 'L99T99_KEY', ''),
    maxBitrate: mostly(fc.integer({ min: 1 }), odd),
  },
  { requiredKeys: [] },
);
const rtpParameters = fc.record(
  {
    mid: fc.constantFrom('0', '1', 'x'.repeat(32), ''),
    codecs: fc.array(codec, { minLength: 1, maxLength: 4 }),
    headerExtensions: fc.array(extension, { maxLength: 6 }),
    encodings: fc.array(encoding, { maxLength: 4 }),
    rtcp: fc.record({ cname: text, reducedSize: fc.boolean() }),
  },
  { requiredKeys: ['codecs'] },
);
const rtpCapabilities = fc.record({
  codecs: fc.array(
    fc.record({
      kind: fc.constantFrom('audio', 'video'),
      preferredPayloadType: fc.integer({ min: 0, max: 127 }),
      mimeType: fc.constantFrom('audio/opus', 'video/VP8', 'video/rtx', 'video/none'),
      clockRate: fc.constantFrom(48_000, 90_000, 1),
      parameters: codecSettings,
    }),
    { maxLength: 5 },
  ),
  headerExtensions: fc.constant([]),
});
const fingerprint = fc.record({
  algorithm: mostly(fc.constantFrom('sha-1', 'sha-256', 'sha-512'), text),
  value: mostly(fc.constantFrom(`${'AB:'.repeat(31)}AB`, `${'00:'.repeat(19)}00`), fc.constantFrom('zz', '')),
});
const field = {
  consultationId: id,
  seatId: id,
  to: fc.oneof(id, fc.constant(null)),
  transportId: id,
  producerId: id,
  consumerId: id,
  keyPackage: fc.oneof(fc.base64String({ maxLength: 900 }), text),
  box: fc.oneof(fc.base64String({ maxLength: 400 }), fc.constant('A'.repeat(40_000))),
  source: mostly(fc.constantFrom('microphone', 'camera', 'detail', 'screen'), text),
  paused: mostly(fc.boolean(), text),
  rtpParameters,
  rtpCapabilities,
  dtlsParameters: fc.record({
    role: mostly(fc.constantFrom('auto', 'client', 'server'), text),
    fingerprints: fc.array(fingerprint, { minLength: 1, maxLength: 3 }),
  }),
  layers: fc.record({ spatialLayer: odd, temporalLayer: odd }),
};
type Field = keyof typeof field;
const isField = (key: string): key is Field => key in field;

/** The fields that the message's schema asks for, each with a value of its kind that is often a wrong one. */
const shaped = (name: string): fc.Arbitrary<unknown> => {
  const message = Object.values(wire).find((one) => 'reply' in one && one.name === name);
  const schema = message && 'data' in message ? message.data : undefined;
  const keys = schema && 'shape' in schema ? Object.keys(schema.shape).filter(isField) : [];
  return fc.record(Object.fromEntries(keys.map((key) => [key, field[key]])));
};

/** Mostly what nearly fits, else anything that JSON can carry. */
export const hostile: fc.Arbitrary<Hostile> = named.chain((name) =>
  fc
    .oneof({ weight: 8, arbitrary: shaped(name) }, { weight: 1, arbitrary: fc.jsonValue() })
    .map((data) => ({ name, data })),
);

/** Datagrams as they come in on a worker's port: by their first byte STUN, DTLS or RTP (RFC 7983), and noise. */
export const datagram: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(0, 1, 20, 22, 23, 63, 64, 127, 128, 144, 191, 255),
    fc.uint8Array({ minLength: 1, maxLength: 1_400 }),
    fc.boolean(),
  )
  .map(([first, bytes, isStun]) => {
    bytes[0] = first;
    // A binding request with the magic cookie gets further into the reader (RFC 8489 §5).
    if (isStun && bytes.length >= 20)
      bytes.set([0, 1, 0, bytes.length - 20 > 255 ? 255 : bytes.length - 20, 0x21, 0x12, 0xa4, 0x42]);
    return bytes;
  });
