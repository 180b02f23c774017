import type { types } from 'mediasoup';
import { conflict, notFound, tooMany } from '../../../kernel/errors.ts';
import {
  type ConsumerOffer,
  type DtlsParameters,
  kindOf,
  type ProducerInfo,
  type RtpCapabilities,
  type RtpParameters,
  type Source,
} from '../media-contract.ts';
import { offerOf, openTransport, type Place } from './connection.ts';
import { HeldPictures } from './held-pictures.ts';
import type { EmitFromPeer, PeerState } from './interface.ts';
import { firstLayers, riseAfterFirstPicture } from './layers.ts';
import { limits } from './limits.ts';
import { asking } from './mediasoup-errors.ts';

type Options = {
  peerId: string;
  participantId: string;
  keyPackage: string;
  place: Place;
  emit: EmitFromPeer;
  lost: () => void;
};
type Entry = { producer: types.Producer; source: Source };
type Layers = { spatialLayer: number; temporalLayer?: number };

/**
 * One stay of one participant in a room: two transports, what is sent over the one and received over the other.
 * Every id is looked up among the peer's own, so a foreign one is not found.
 */
export class Peer {
  readonly peerId: string;
  readonly participantId: string;
  #options: Options;
  #send: types.WebRtcTransport;
  #receive: types.WebRtcTransport;
  #producers = new Map<string, Entry>();
  #consumers = new Map<string, types.Consumer>();
  #held = new HeldPictures();
  /** Sources being set up, so that two requests at once do not both pass the limit. */
  #pending = new Set<Source>();
  #joinedAt = Date.now();
  #connected = false;
  #disconnectedAt: number | undefined;
  #lostTimer: NodeJS.Timeout | undefined;
  #closed = false;

  static async create(options: Options): Promise<Peer> {
    const [send, receive] = await Promise.all([openTransport(options.place), openTransport(options.place)]);
    return new Peer(options, send, receive);
  }

  private constructor(options: Options, send: types.WebRtcTransport, receive: types.WebRtcTransport) {
    this.#options = options;
    this.peerId = options.peerId;
    this.participantId = options.participantId;
    this.#send = send;
    this.#receive = receive;
    for (const transport of [send, receive]) {
      transport.on('icestatechange', () => this.#watchConnection());
      transport.on('dtlsstatechange', (state) => {
        this.#watchConnection();
        // Its browser has closed it, which only a page does that is going; a line that is lost says nothing.
        if (state === 'closed' && !this.#closed) options.lost();
      });
    }
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** When the connection was lost that is not back, else now; ms since the epoch. */
  get lastSeenAt(): number {
    return this.#disconnectedAt ?? Date.now();
  }

  get offers() {
    return { sendTransport: offerOf(this.#send), receiveTransport: offerOf(this.#receive) };
  }

  get state(): PeerState {
    const { peerId, participantId, connected, producers } = this;
    const { keyPackage } = this.#options;
    return { peerId, participantId, joinedAt: this.#joinedAt, keyPackage, connected, producers };
  }

  get producers(): ProducerInfo[] {
    return [...this.#producers.values()].map((entry) => this.#describe(entry));
  }

  /** The peer's transport answers the browser's; a second time is refused. */
  async connectTransport(transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    const transport = this.#transport(transportId);
    if (transport.dtlsState !== 'new') throw conflict('transport_connected');
    await asking(() => transport.connect({ dtlsParameters }));
  }

  async restartIce(transportId: string): Promise<types.IceParameters> {
    const transport = this.#transport(transportId);
    return asking(() => transport.restartIce());
  }

  async produce(source: Source, rtpParameters: RtpParameters, paused: boolean): Promise<string> {
    if (this.#pending.has(source) || this.producers.some((other) => other.source === source)) {
      throw conflict('source_taken');
    }
    this.#pending.add(source);
    try {
      const producer = await asking(() =>
        this.#send.produce({ kind: kindOf[source], rtpParameters, paused }),
      );
      this.#adopt({ producer, source });
      return producer.id;
    } finally {
      this.#pending.delete(source);
    }
  }

  #adopt(entry: Entry): void {
    const { producer } = entry;
    this.#producers.set(producer.id, entry);
    producer.observer.on('close', () => {
      this.#producers.delete(producer.id);
      this.#options.emit({ type: 'producerClosed', producerId: producer.id });
    });
    this.#options.emit({ type: 'producerAdded', producer: this.#describe(entry) });
  }

  async setProducerPaused(producerId: string, paused: boolean): Promise<void> {
    const entry = this.#producers.get(producerId);
    if (!entry) throw notFound('producer');
    if (entry.producer.paused === paused) return;
    await asking(() => (paused ? entry.producer.pause() : entry.producer.resume()));
    this.#options.emit({ type: 'producerChanged', producer: this.#describe(entry) });
  }

  closeProducer(producerId: string): void {
    const entry = this.#producers.get(producerId);
    if (!entry) throw notFound('producer');
    entry.producer.close();
  }

  /** Starts paused: the receiver resumes when its side is ready, so that the first key frame is not lost. */
  async consume(from: ProducerInfo, rtpCapabilities: RtpCapabilities): Promise<ConsumerOffer> {
    if (this.#consumers.size >= limits.consumersPerPeer) throw tooMany('too_many_streams');
    const { producerId, participantId, source } = from;
    const consumer = await asking(() =>
      this.#receive.consume({
        producerId,
        rtpCapabilities,
        paused: true,
        preferredLayers: firstLayers,
        // Sound too is sent again when it got lost; by itself mediasoup does so for pictures only.
        enableRtx: true,
      }),
    );
    riseAfterFirstPicture(consumer);
    this.#consumers.set(consumer.id, consumer);
    consumer.observer.on('close', () => this.#consumers.delete(consumer.id));
    const { id: consumerId, kind, rtpParameters, producerPaused } = consumer;
    return { consumerId, producerId, participantId, source, kind, rtpParameters, producerPaused };
  }

  async setConsumerPaused(consumerId: string, paused: boolean): Promise<void> {
    const consumer = this.#consumer(consumerId);
    if (paused) this.#held.forget(consumer);
    else if (this.#held.keeps(consumer)) return;
    await asking(() => (paused ? consumer.pause() : consumer.resume()));
  }

  /** Sends nothing but sound while the peer's line bears no more. */
  async followLine(soundAlone: boolean, losing: boolean): Promise<void> {
    await asking(() => this.#held.follow(this.#consumers.values(), soundAlone, losing));
  }

  async setConsumerLayers(consumerId: string, layers: Layers): Promise<void> {
    const consumer = this.#consumer(consumerId);
    // The receiver's own choice ends the rise by itself.
    consumer.removeAllListeners('layerschange');
    await asking(() => consumer.setPreferredLayers(layers));
  }

  /** The live streams, for reading their statistics. */
  streams() {
    return {
      sent: [...this.#producers.values()],
      received: [...this.#consumers.values()],
    };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#lostTimer);
    this.#send.close();
    this.#receive.close();
  }

  #transport(transportId: string): types.WebRtcTransport {
    const transport = [this.#send, this.#receive].find((own) => own.id === transportId);
    if (!transport) throw notFound('transport');
    return transport;
  }

  #consumer(consumerId: string): types.Consumer {
    const consumer = this.#consumers.get(consumerId);
    if (!consumer) throw notFound('consumer');
    return consumer;
  }

  #describe({ producer, source }: Entry): ProducerInfo {
    const { participantId, peerId: seatId } = this;
    return { producerId: producer.id, participantId, seatId, source, paused: producer.paused };
  }

  #watchConnection(): void {
    if (this.#closed) return;
    const connected = isUp(this.#send) || isUp(this.#receive);
    if (connected === this.#connected) return;
    this.#connected = connected;
    this.#disconnectedAt = connected ? undefined : Date.now();
    clearTimeout(this.#lostTimer);
    if (!connected) this.#lostTimer = setTimeout(this.#options.lost, limits.lostAfterMs).unref();
    this.#options.emit({ type: 'peerConnection', connected });
  }
}

/** A browser that closes its page mostly says so by DTLS; one that vanishes is missed by ICE after half a minute. */
function isUp({ iceState, dtlsState }: types.WebRtcTransport): boolean {
  return ['connected', 'completed'].includes(iceState) && !['closed', 'failed'].includes(dtlsState);
}
