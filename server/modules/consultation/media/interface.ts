/**
 * The one interface between the web server and the media process: calls one way, events the other, as lines of
 * JSON over a local socket. The same interface later reaches media hosts on other machines.
 */
import { z } from 'zod';
import {
  ConsumerOffer,
  DtlsParameters,
  IceParameters,
  KeyPackage,
  Layers,
  ProducerInfo,
  RtpCapabilities,
  RtpParameters,
  Source,
  TransportOffer,
} from '../media-contract.ts';

/** Raised when an older server could not talk to this process any more. */
export const protocol = 3;

const done = z.strictObject({});
const Room = z.strictObject({ roomId: z.uuid() });
/** One stay of one participant in one room; a re-join is a new peer, so an outdated tab can do nothing. */
const PeerAddress = Room.extend({ peerId: z.uuid() });
export type PeerAddress = z.infer<typeof PeerAddress>;
const OfProducer = PeerAddress.extend({ producerId: z.uuid() });
const OfConsumer = PeerAddress.extend({ consumerId: z.uuid() });
const OfTransport = PeerAddress.extend({ transportId: z.uuid() });

const PeerState = z.object({
  peerId: z.uuid(),
  participantId: z.uuid(),
  /** Milliseconds since the epoch. */
  joinedAt: z.number(),
  keyPackage: KeyPackage,
  connected: z.boolean(),
  producers: z.array(ProducerInfo),
});
export type PeerState = z.infer<typeof PeerState>;

const RoomState = z.object({ roomId: z.uuid(), peers: z.array(PeerState) });
export type RoomState = z.infer<typeof RoomState>;

const Joined = z.object({
  routerRtpCapabilities: RtpCapabilities,
  sendTransport: TransportOffer,
  receiveTransport: TransportOffer,
  producers: z.array(ProducerInfo),
});
export type Joined = z.infer<typeof Joined>;

/** Numbers only, no addresses. Bytes and packets are counted since the stream began, bitrates in bit/s. */
const StreamStats = z.object({
  participantId: z.uuid(),
  direction: z.enum(['in', 'out']),
  source: Source,
  packets: z.number(),
  bytes: z.number(),
  bitrate: z.number(),
  packetsLost: z.number(),
  fractionLost: z.number(),
  jitter: z.number(),
  roundTripMs: z.number().nullable(),
  score: z.number(),
});

const Health = z.object({
  pid: z.int(),
  rooms: z.int(),
  peers: z.int(),
  workers: z.array(z.object({ pid: z.int().nullable(), rooms: z.int(), cpuMs: z.number().nullable() })),
});
export type Health = z.infer<typeof Health>;

export const calls = {
  /** Says who is there; a server of another protocol or with other settings learns it here. */
  hello: {
    input: z.strictObject({ protocol: z.int() }),
    output: z.object({ protocol: z.int(), settings: z.string(), pid: z.int(), connectedPeers: z.int() }),
  },
  /** Repeating it changes nothing. */
  openRoom: { input: Room, output: done },
  /** Opens the room where it is not. An earlier peer of the same participant is closed first. */
  join: {
    input: PeerAddress.extend({ participantId: z.uuid(), keyPackage: KeyPackage }),
    output: Joined,
  },
  connectTransport: { input: OfTransport.extend({ dtlsParameters: DtlsParameters }), output: done },
  restartIce: { input: OfTransport, output: z.object({ iceParameters: IceParameters }) },
  produce: {
    input: PeerAddress.extend({ source: Source, rtpParameters: RtpParameters, paused: z.boolean() }),
    output: z.object({ producerId: z.uuid() }),
  },
  pauseProducer: { input: OfProducer, output: done },
  resumeProducer: { input: OfProducer, output: done },
  closeProducer: { input: OfProducer, output: done },
  consume: {
    input: OfProducer.extend({ rtpCapabilities: RtpCapabilities }),
    output: ConsumerOffer,
  },
  resumeConsumer: { input: OfConsumer, output: done },
  pauseConsumer: { input: OfConsumer, output: done },
  setConsumerLayers: { input: OfConsumer.extend({ layers: Layers }), output: done },
  /** What a peer says of its line: whether it bears sound alone, and whether much of what is sent there gets lost. */
  followLine: {
    input: PeerAddress.extend({ soundAlone: z.boolean(), losing: z.boolean() }),
    output: done,
  },
  leave: { input: PeerAddress, output: done },
  closeRoom: { input: Room, output: done },
  /** The room as it is now; one that is not open has no peers. */
  room: { input: Room, output: RoomState },
  /** All rooms as they are now: what a restarted web server needs to go on. */
  rooms: { input: done, output: z.array(RoomState) },
  stats: { input: Room, output: z.array(StreamStats) },
  health: { input: done, output: Health },
  /** Ends the process, whatever runs. */
  shutdown: { input: done, output: done },
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
/** Who answers: one function per call. */
export type Handlers = {
  [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> | CallOutput<N>;
};

const ofPeer = { roomId: z.uuid(), peerId: z.uuid(), participantId: z.uuid() };
/** Milliseconds since the epoch, by the clock of the media process. */
const at = z.number();
/** `lost`: the browser's connection did not come back; `broken`: ours went (worker, process). */
const Reason = z.enum(['left', 'replaced', 'lost', 'broken', 'room_closed']);
export type LeaveReason = z.infer<typeof Reason>;
const CloseReason = z.enum(['closed', 'empty', 'worker_died', 'shutdown']);
export type CloseReason = z.infer<typeof CloseReason>;

export const MediaEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('peerJoined'), at, ...ofPeer }),
  /** `lastSeenAt`: when the connection was lost that did not come back, else the same as `at`. */
  z.object({ type: z.literal('peerLeft'), at, ...ofPeer, reason: Reason, lastSeenAt: z.number() }),
  z.object({ type: z.literal('peerConnection'), at, ...ofPeer, connected: z.boolean() }),
  z.object({ type: z.literal('producerAdded'), at, ...ofPeer, producer: ProducerInfo }),
  z.object({ type: z.literal('producerChanged'), at, ...ofPeer, producer: ProducerInfo }),
  z.object({ type: z.literal('producerClosed'), at, ...ofPeer, producerId: z.uuid() }),
  z.object({ type: z.literal('roomClosed'), at, roomId: z.uuid(), reason: CloseReason }),
  z.object({ type: z.literal('workerDied'), at, pid: z.int() }),
  /** A line of the process's own log, pino's level names; the web server writes it. */
  z.object({
    type: z.literal('log'),
    at,
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
]);
export type MediaEvent = z.infer<typeof MediaEvent>;
/** An event as a room or peer tells it; the process adds the instant. */
export type Untimed<E = MediaEvent> = E extends MediaEvent ? Omit<E, 'at'> : never;
export type Emit = (event: Untimed) => void;
/** An event as a peer tells it; its room adds who and where. */
type FromPeer<E = MediaEvent> = E extends { peerId: string }
  ? Omit<E, 'at' | 'roomId' | 'peerId' | 'participantId'>
  : never;
export type EmitFromPeer = (event: FromPeer) => void;

export const Request = z.object({ id: z.int(), call: z.string(), input: z.unknown() });
/** The error comes first: it is what tells the two apart. */
export const Response = z.union([
  z.object({ id: z.int(), error: z.object({ kind: z.string(), code: z.string(), message: z.string() }) }),
  z.object({ id: z.int(), output: z.unknown() }),
]);
