/** Shapes of WebRTC parameters on the wire, as mediasoup and mediasoup-client define them. Unknown fields are dropped. */
import { z } from 'zod';

export const MediaKind = z.enum(['audio', 'video']);
/** What a stream shows or carries; a peer sends at most one of each. `detail`: a second camera, on a wound or a paper. */
export const Source = z.enum(['microphone', 'camera', 'detail', 'screen']);
export type Source = z.infer<typeof Source>;
export const kindOf = {
  microphone: 'audio',
  camera: 'video',
  detail: 'video',
  screen: 'video',
} as const satisfies Record<Source, string>;

/** Base64 of what browsers tell each other; the server passes it on unread. */
export const Sealed = (longest: number) => z.base64().min(1).max(longest);
/** What a seat tells of itself for the exchange of keys: made anew for each stay. */
export const KeyPackage = Sealed(600);

const PayloadType = z.int().min(0).max(127);
const Ssrc = z.int().min(0).max(0xffffffff);
const Text = z.string().max(200);
/** Of a codec's own making; mediasoup refuses values that a codec cannot have. */
const CodecSettings = z.record(Text, z.unknown());
const RtcpFeedback = z.object({ type: Text, parameter: Text.exactOptional() });

const codec = {
  mimeType: z.string().regex(/^(audio|video)\/[\w.-]{1,40}$/i),
  clockRate: z.int().min(1).max(1_000_000),
  channels: z.int().min(1).max(8).exactOptional(),
  parameters: CodecSettings.exactOptional(),
  rtcpFeedback: z.array(RtcpFeedback).max(16).exactOptional(),
};

const HeaderExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'urn:ietf:params:rtp-hdrext:toffset',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

export const RtpCapabilities = z.object({
  codecs: z
    .array(z.object({ kind: MediaKind, preferredPayloadType: PayloadType, ...codec }))
    .max(64)
    .exactOptional(),
  headerExtensions: z
    .array(
      z.object({
        kind: MediaKind,
        uri: HeaderExtensionUri,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

export const RtpParameters = z.object({
  mid: z.string().max(32).exactOptional(),
  codecs: z
    .array(z.object({ payloadType: PayloadType, ...codec }))
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: HeaderExtensionUri,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().exactOptional(),
        parameters: CodecSettings.exactOptional(),
      }),
    )
    .max(32)
    .exactOptional(),
  encodings: z
    .array(
      z.object({
        ssrc: Ssrc.exactOptional(),
        rid: z.string().max(32).exactOptional(),
        codecPayloadType: PayloadType.exactOptional(),
        rtx: z.object({ ssrc: Ssrc }).exactOptional(),
        dtx: z.boolean().exactOptional(),
        scalabilityMode: z.string().max(32).exactOptional(),
        maxBitrate: z.int().min(1).exactOptional(),
      }),
    )
    .max(4)
    .exactOptional(),
  rtcp: z.object({ cname: Text.exactOptional(), reducedSize: z.boolean().exactOptional() }).exactOptional(),
  msid: Text.exactOptional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^([0-9a-f]{2}:){19,63}[0-9a-f]{2}$/i),
      }),
    )
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

export const IceParameters = z.object({
  usernameFragment: Text,
  password: Text,
  iceLite: z.boolean().exactOptional(),
});

const IceCandidate = z.object({
  foundation: Text,
  priority: z.number(),
  ip: Text,
  address: Text,
  protocol: z.enum(['udp', 'tcp']),
  port: z.int(),
  type: z.literal('host'),
  tcpType: z.literal('passive').exactOptional(),
});

/** What a browser needs to open one side (sending or receiving) of its connection. */
export const TransportOffer = z.object({
  id: z.uuid(),
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate),
  dtlsParameters: DtlsParameters,
});
export type TransportOffer = z.infer<typeof TransportOffer>;

export const IceServer = z.object({
  urls: z.array(Text),
  username: Text.exactOptional(),
  credential: Text.exactOptional(),
});
export type IceServer = z.infer<typeof IceServer>;

/** A stream that a peer sends into the room; `seatId` is the stay whose key it is sealed with. */
export const ProducerInfo = z.object({
  producerId: z.uuid(),
  participantId: z.uuid(),
  seatId: z.uuid(),
  source: Source,
  paused: z.boolean(),
});
export type ProducerInfo = z.infer<typeof ProducerInfo>;

/** A stream as one receiver gets it; it starts paused and flows after `resume-consumer`. */
export const ConsumerOffer = z.object({
  consumerId: z.uuid(),
  producerId: z.uuid(),
  participantId: z.uuid(),
  source: Source,
  kind: MediaKind,
  rtpParameters: RtpParameters,
  producerPaused: z.boolean(),
});
export type ConsumerOffer = z.infer<typeof ConsumerOffer>;

/** Preferred simulcast layer, 0 = smallest picture respectively lowest frame rate. */
export const Layers = z.strictObject({
  spatialLayer: z.int().min(0).max(3),
  temporalLayer: z.int().min(0).max(3).exactOptional(),
});
