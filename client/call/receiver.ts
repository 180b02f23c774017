import type { types } from 'mediasoup-client';
import type { ProducerInfo } from '../../server/modules/consultation/media-contract.ts';
import type { RemoteStream } from './call-state.ts';
import type { FrameCryptor } from './crypto/frame-cryptor.ts';
import { codeOf, type Signalling } from './signalling.ts';

type Received = { info: ProducerInfo; consumer: types.Consumer };

/** Receives what the others send over one transport. */
export class Receiver {
  #device: types.Device;
  #transport: types.Transport;
  #signalling: Signalling;
  #frames: FrameCryptor;
  #changed: (remotes: RemoteStream[]) => void;
  #received = new Map<string, Received>();
  /** What is to be received, also while it is being set up. */
  #wanted = new Map<string, ProducerInfo>();

  constructor(
    device: types.Device,
    transport: types.Transport,
    signalling: Signalling,
    frames: FrameCryptor,
    changed: (remotes: RemoteStream[]) => void,
  ) {
    this.#device = device;
    this.#transport = transport;
    this.#signalling = signalling;
    this.#frames = frames;
    this.#changed = changed;
  }

  /** Receives exactly these; what is no longer among them ends. Rejects when the server refuses one. */
  async follow(producers: ProducerInfo[]): Promise<void> {
    const ids = new Set(producers.map((info) => info.producerId));
    for (const id of [...this.#wanted.keys()]) if (!ids.has(id)) this.#drop(id);
    const added = producers.filter((info) => !this.#wanted.has(info.producerId));
    for (const info of producers) {
      this.#wanted.set(info.producerId, info);
      const received = this.#received.get(info.producerId);
      if (received) received.info = info;
    }
    this.#tell();
    await Promise.all(added.map((info) => this.#consume(info)));
  }

  getStats(): Promise<RTCStatsReport> {
    return this.#transport.getStats();
  }

  async #consume({ producerId, seatId, source }: ProducerInfo): Promise<void> {
    try {
      const rtpCapabilities = this.#device.recvRtpCapabilities;
      const offer = await this.#signalling.ask('consultation:consume', { producerId, rtpCapabilities });
      const { consumerId: id, kind, rtpParameters, participantId } = offer;
      // Picture and sound of one person in one stream: the browser then keeps the lips in time.
      const consumer = await this.#transport.consume({
        id,
        producerId,
        kind,
        rtpParameters: rtpParameters as types.RtpParameters,
        streamId: participantId,
        onRtpReceiver: (receiver) => this.#frames.open(receiver, seatId, source),
      });
      const info = this.#wanted.get(producerId);
      if (!info || this.#transport.closed) return consumer.close();
      this.#received.set(producerId, { info, consumer });
      this.#tell();
      await this.#signalling.ask('consultation:resume-consumer', { consumerId: id });
    } catch (error) {
      const isWanted = this.#wanted.delete(producerId);
      // Gone before it was received: the fact that says so is on its way, or came already.
      const isGone = codeOf(error) === 'producer_not_found';
      if (isWanted && !isGone && !this.#transport.closed) throw error;
    }
  }

  #drop(producerId: string): void {
    this.#wanted.delete(producerId);
    this.#received.get(producerId)?.consumer.close();
    this.#received.delete(producerId);
  }

  #tell(): void {
    this.#changed(
      [...this.#received.values()].map(({ info, consumer }) => ({
        producerId: info.producerId,
        participantId: info.participantId,
        source: info.source,
        muted: info.paused,
        track: consumer.track,
      })),
    );
  }
}
