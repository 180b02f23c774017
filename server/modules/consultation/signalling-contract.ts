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
/** This person's own seat is gone: taken by another tab, or its media broke off and wants a new join. */
export const seatLost = fact({
  name: 'consultation:seat-lost',
  data: z.object({ seatId: Id, reason: z.enum(['replaced', 'broken']) }),
});
export const roomClosed = fact({
  name: 'consultation:room-closed',
  data: z.object({ consultationId: Id }),
});
