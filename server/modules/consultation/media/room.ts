import { conflict, notFound } from '../../../kernel/errors.ts';
import type { ConsumerOffer, ProducerInfo, RtpCapabilities } from '../media-contract.ts';
import type { Place } from './connection.ts';
import type { CloseReason, Emit, Joined, LeaveReason, RoomState } from './interface.ts';
import { limits } from './limits.ts';
import { asking } from './mediasoup-errors.ts';
import { Peer } from './peer.ts';

type Options = { roomId: string; place: Place; emit: Emit; closed: () => void };
type Member = { peerId: string; participantId: string; keyPackage: string };

/** One consultation's media: a router on one worker and the peers in it. Closes with its worker. */
export class Room {
  readonly roomId: string;
  #options: Options;
  #peers = new Map<string, Peer>();
  /** Places given to peers that are still being set up. */
  #joining = 0;
  #emptyTimer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    this.roomId = options.roomId;
    options.place.router.on('workerclose', () => this.close('worker_died'));
    this.#watchEmptiness();
  }

  get state(): RoomState {
    return { roomId: this.roomId, peers: [...this.#peers.values()].map((peer) => peer.state) };
  }

  get peers(): Peer[] {
    return [...this.#peers.values()];
  }

  async join(member: Member): Promise<Joined> {
    const known = this.#peers.get(member.peerId);
    if (known) throw conflict('already_joined');
    if (this.#others(member).length + this.#joining >= limits.peersPerRoom) throw conflict('room_full');
    this.#joining += 1;
    try {
      const peer = await asking(() => this.#createPeer(member));
      for (const former of this.peers.filter((other) => other.participantId === member.participantId)) {
        this.#remove(former, 'replaced');
      }
      this.#admit(peer);
      return {
        routerRtpCapabilities: this.#options.place.router.rtpCapabilities,
        ...peer.offers,
        producers: this.#others(member).flatMap((other) => other.producers),
      };
    } finally {
      this.#joining -= 1;
    }
  }

  /** Throws notFound for one who is not (any more) in this room. */
  peer(peerId: string): Peer {
    const peer = this.#peers.get(peerId);
    if (!peer) throw notFound('peer');
    return peer;
  }

  /** Lets a peer receive what another one of this room sends. */
  async consume(
    peerId: string,
    producerId: string,
    rtpCapabilities: RtpCapabilities,
  ): Promise<ConsumerOffer> {
    const receiver = this.peer(peerId);
    return receiver.consume(this.#producerOfOther(receiver, producerId), rtpCapabilities);
  }

  leave(peerId: string): void {
    this.#remove(this.peer(peerId), 'left');
  }

  close(reason: CloseReason): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#emptyTimer);
    for (const peer of this.peers) this.#remove(peer, reason === 'closed' ? 'room_closed' : 'broken');
    this.#options.place.router.close();
    this.#options.closed();
    this.#options.emit({ type: 'roomClosed', roomId: this.roomId, reason });
  }

  #createPeer(member: Member): Promise<Peer> {
    const { place, emit } = this.#options;
    return Peer.create({
      ...member,
      place,
      emit: (event) =>
        emit({ ...event, roomId: this.roomId, peerId: member.peerId, participantId: member.participantId }),
      lost: () => {
        const peer = this.#peers.get(member.peerId);
        if (peer) this.#remove(peer, 'lost');
      },
    });
  }

  #admit(peer: Peer): void {
    if (this.#closed) {
      peer.close();
      throw notFound('room');
    }
    this.#peers.set(peer.peerId, peer);
    this.#watchEmptiness();
    this.#options.emit({ type: 'peerJoined', ...this.#address(peer) });
  }

  #remove(peer: Peer, reason: LeaveReason): void {
    if (!this.#peers.delete(peer.peerId)) return;
    const { lastSeenAt } = peer;
    peer.close();
    this.#options.emit({ type: 'peerLeft', ...this.#address(peer), reason, lastSeenAt });
    this.#watchEmptiness();
  }

  #address({ peerId, participantId }: Peer) {
    return { roomId: this.roomId, peerId, participantId };
  }

  #others({ participantId }: { participantId: string }): Peer[] {
    return this.peers.filter((other) => other.participantId !== participantId);
  }

  #producerOfOther(receiver: Peer, producerId: string): ProducerInfo {
    const found = this.#others(receiver)
      .flatMap((other) => other.producers)
      .find((producer) => producer.producerId === producerId);
    if (!found) throw notFound('producer');
    return found;
  }

  #watchEmptiness(): void {
    clearTimeout(this.#emptyTimer);
    if (this.#closed || this.#peers.size > 0) return;
    this.#emptyTimer = setTimeout(() => this.close('empty'), limits.emptyRoomMs).unref();
  }
}
