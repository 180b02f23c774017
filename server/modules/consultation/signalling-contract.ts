/**
 * Media signalling of a consultation's room: what a browser may ask over the socket, and what it hears.
 * Everything concerns the one seat that this socket took by `join` or kept by `resume`.
 */
import { z } from 'zod';
import { fact, Id, Instant, message } from '../../kernel/wire.ts';
import {
  ConsumerOffer,
  DtlsParameters,
  IceParameters,
  IceServer,
  KeyPackage,
  Layers,
  ProducerInfo,
  RtpCapabilities,
  RtpParameters,
  Sealed,
  Source,
  TransportOffer,
} from './media-contract.ts';

const done = z.strictObject({});
const Consultation = z.strictObject({ consultationId: Id });
const Producer = z.strictObject({ producerId: Id });
const Consumer = z.strictObject({ consumerId: Id });
const Transport = z.strictObject({ transportId: Id });

/** How much of the picture somebody's line lets through: all sizes, without the largest, the smallest, stills, sound alone. */
export const Rung = z.enum(['full', 'half', 'low', 'still', 'sound']);
const Share = z.number().min(0).max(1).nullable();
const Milliseconds = z.int().min(0).max(60_000);
const Bitrate = z.int().min(0).max(100_000_000);

/** Somebody who is in the room now. `participantId` is the account, stable over re-joins; `seatId` is this stay. */
export const RoomParticipant = z.object({
  participantId: Id,
  seatId: Id,
  joinedAt: Instant,
  keyPackage: KeyPackage,
});
export type RoomParticipant = z.infer<typeof RoomParticipant>;

const RoomNow = z.object({ participants: z.array(RoomParticipant), producers: z.array(ProducerInfo) });
export type RoomNow = z.infer<typeof RoomNow>;

/** Takes a seat. A seat of the same person elsewhere (another tab) is lost. */
export const joinRoom = message({
  name: 'consultation:join',
  data: Consultation.extend({ keyPackage: KeyPackage }),
  reply: RoomNow.extend({
    /** This stay; `resume` names it. */
    seatId: Id,
    participantId: Id,
    routerRtpCapabilities: RtpCapabilities,
    sendTransport: TransportOffer,
    receiveTransport: TransportOffer,
    iceServers: z.array(IceServer),
  }),
});
/** Goes on with a seat after the socket came back, while media never stopped. */
export const resumeSeat = message({
  name: 'consultation:resume',
  data: Consultation.extend({ seatId: Id }),
  reply: RoomNow,
});
export const connectTransport = message({
  name: 'consultation:connect-transport',
  data: Transport.extend({ dtlsParameters: DtlsParameters }),
  reply: done,
});
/** New credentials for a connection whose path has changed. */
export const restartIce = message({
  name: 'consultation:restart-ice',
  data: Transport,
  reply: z.object({ iceParameters: IceParameters, iceServers: z.array(IceServer) }),
});
export const produce = message({
  name: 'consultation:produce',
  data: z.strictObject({ source: Source, rtpParameters: RtpParameters, paused: z.boolean() }),
  reply: z.object({ producerId: Id }),
});
export const pauseProducer = message({ name: 'consultation:pause-producer', data: Producer, reply: done });
export const resumeProducer = message({ name: 'consultation:resume-producer', data: Producer, reply: done });
export const closeProducer = message({ name: 'consultation:close-producer', data: Producer, reply: done });
export const consume = message({
  name: 'consultation:consume',
  data: Producer.extend({ rtpCapabilities: RtpCapabilities }),
  reply: ConsumerOffer,
});
export const resumeConsumer = message({ name: 'consultation:resume-consumer', data: Consumer, reply: done });
export const pauseConsumer = message({ name: 'consultation:pause-consumer', data: Consumer, reply: done });
export const setLayers = message({
  name: 'consultation:set-layers',
  data: Consumer.extend({ layers: Layers }),
  reply: done,
});
/**
 * Passes on to one seat, or to all others, what only they can read (keys, chat, a pointer). Arrives once or, when
 * the other's line is down, not at all; refused where the seat is not in this room.
 */
export const relay = message({
  name: 'consultation:relay',
  data: z.strictObject({ to: Id.nullable(), box: Sealed(24_000) }),
  reply: done,
});
/** What a browser measured of its line since its last report: numbers only. The others hear of the rung. */
export const reportQuality = message({
  name: 'consultation:report-quality',
  data: z.strictObject({
    seconds: z.int().min(1).max(60),
    rung: Rung,
    /** Shares, 0 to 1: of lost packets in either direction, of heard samples that were made up for lost ones. */
    lossIn: Share,
    lossOut: Share,
    concealed: Share,
    jitterMs: Milliseconds.nullable(),
    roundTripMs: Milliseconds.nullable(),
    /** How long received pictures stood still, all together. */
    frozenMs: Milliseconds,
    /** In bit/s. */
    sentBitrate: Bitrate,
    receivedBitrate: Bitrate,
  }),
  reply: done,
});
export type QualityReport = z.infer<typeof reportQuality.data>;
export const leaveRoom = message({ name: 'consultation:leave', data: done, reply: done });

export const participantsChanged = fact({
  name: 'consultation:participants-changed',
  data: z.object({ consultationId: Id, participants: z.array(RoomParticipant) }),
});
export const producerAdded = fact({
  name: 'consultation:producer-added',
  data: z.object({ consultationId: Id, producer: ProducerInfo }),
});
export const producerChanged = fact({
  name: 'consultation:producer-changed',
  data: z.object({ consultationId: Id, producer: ProducerInfo }),
});
export const producerClosed = fact({
  name: 'consultation:producer-closed',
  data: z.object({ consultationId: Id, producerId: Id }),
});
/** Who sent it is the server's word: nobody can speak for another seat. */
export const relayed = fact({
  name: 'consultation:relayed',
  data: z.object({ consultationId: Id, from: Id, participantId: Id, box: Sealed(24_000) }),
});
/** A seat's line bears more or less of its picture than before. */
export const lineChanged = fact({
  name: 'consultation:line-changed',
  data: z.object({ consultationId: Id, seatId: Id, rung: Rung }),
});
/** This person's own seat is gone: taken by another tab, or its media broke off and wants a new join. */
export const seatLost = fact({
  name: 'consultation:seat-lost',
  data: z.object({ seatId: Id, reason: z.enum(['replaced', 'broken']) }),
});
export const roomClosed = fact({
  name: 'consultation:room-closed',
  data: z.object({ consultationId: Id }),
});
