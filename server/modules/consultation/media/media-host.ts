import { notFound, unavailable } from '../../../kernel/errors.ts';
import type { Emit, Handlers } from './interface.ts';
import { asking } from './mediasoup-errors.ts';
import { Room } from './room.ts';
import { roomStats } from './room-stats.ts';
import type { Workers } from './workers.ts';

/** All rooms of this process, and what may be done with them. */
export class MediaHost {
  #workers: Workers;
  #emit: Emit;
  #rooms = new Map<string, Room>();
  /** Rooms being opened: two joins at once share one. */
  #opening = new Map<string, Promise<Room>>();
  #closed = false;

  constructor(workers: Workers, emit: Emit) {
    this.#workers = workers;
    this.#emit = emit;
  }

  /** What concerns rooms; the rest belongs to the process. */
  readonly handlers: Omit<Handlers, 'hello' | 'shutdown'> = {
    openRoom: async ({ roomId }) => {
      await this.#open(roomId);
      return {};
    },
    join: async ({ roomId, ...member }) => {
      const room = await this.#open(roomId);
      return room.join(member);
    },
    connectTransport: async ({ transportId, dtlsParameters, ...address }) => {
      await this.#peer(address).connectTransport(transportId, dtlsParameters);
      return {};
    },
    restartIce: async ({ transportId, ...address }) => ({
      iceParameters: await this.#peer(address).restartIce(transportId),
    }),
    produce: async ({ source, rtpParameters, paused, ...address }) => ({
      producerId: await this.#peer(address).produce(source, rtpParameters, paused),
    }),
    pauseProducer: async ({ producerId, ...address }) => {
      await this.#peer(address).setProducerPaused(producerId, true);
      return {};
    },
    resumeProducer: async ({ producerId, ...address }) => {
      await this.#peer(address).setProducerPaused(producerId, false);
      return {};
    },
    closeProducer: ({ producerId, ...address }) => {
      this.#peer(address).closeProducer(producerId);
      return {};
    },
    consume: ({ roomId, peerId, producerId, rtpCapabilities }) =>
      this.#room(roomId).consume(peerId, producerId, rtpCapabilities),
    resumeConsumer: async ({ consumerId, ...address }) => {
      await this.#peer(address).setConsumerPaused(consumerId, false);
      return {};
    },
    pauseConsumer: async ({ consumerId, ...address }) => {
      await this.#peer(address).setConsumerPaused(consumerId, true);
      return {};
    },
    setConsumerLayers: async ({ consumerId, layers, ...address }) => {
      await this.#peer(address).setConsumerLayers(consumerId, layers);
      return {};
    },
    followLine: async ({ soundAlone, losing, ...address }) => {
      await this.#peer(address).followLine(soundAlone, losing);
      return {};
    },
    leave: ({ roomId, peerId }) => {
      this.#room(roomId).leave(peerId);
      return {};
    },
    closeRoom: ({ roomId }) => {
      this.#rooms.get(roomId)?.close('closed');
      return {};
    },
    room: ({ roomId }) => this.#rooms.get(roomId)?.state ?? { roomId, peers: [] },
    rooms: () => [...this.#rooms.values()].map((room) => room.state),
    stats: ({ roomId }) => roomStats(this.#room(roomId).peers),
    health: async () => {
      const peers = [...this.#rooms.values()].flatMap((room) => room.peers).length;
      return { pid: process.pid, rooms: this.#rooms.size, peers, workers: await this.#workers.health() };
    },
  };

  get connectedPeers(): number {
    return [...this.#rooms.values()].flatMap((room) => room.peers).filter((peer) => peer.connected).length;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const room of this.#rooms.values()) room.close('shutdown');
    this.#workers.close();
  }

  #room(roomId: string): Room {
    const room = this.#rooms.get(roomId);
    if (!room) throw notFound('room');
    return room;
  }

  #peer({ roomId, peerId }: { roomId: string; peerId: string }) {
    return this.#room(roomId).peer(peerId);
  }

  async #open(roomId: string): Promise<Room> {
    if (this.#closed) throw unavailable('media');
    const open = this.#rooms.get(roomId) ?? this.#opening.get(roomId);
    if (open) return open;
    const opening = this.#create(roomId).finally(() => this.#opening.delete(roomId));
    this.#opening.set(roomId, opening);
    return opening;
  }

  async #create(roomId: string): Promise<Room> {
    const place = await asking(() => this.#workers.place());
    const room = new Room({
      roomId,
      place,
      emit: this.#emit,
      closed: () => this.#rooms.delete(roomId),
    });
    this.#rooms.set(roomId, room);
    return room;
  }
}
