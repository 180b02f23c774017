import { Device, type types } from 'mediasoup-client';
import type { ProducerInfo, Source } from '../../server/modules/consultation/media-contract.ts';
import type { Rung } from './bandwidth-ladder.ts';
import type { OwnMedia, RemoteStream } from './call-state.ts';
import type { FrameCryptor } from './crypto/frame-cryptor.ts';
import { PathKeeper } from './path-keeper.ts';
import type { LineReading } from './quality-report.ts';
import { receivedStats } from './received-stats.ts';
import { Receiver } from './receiver.ts';
import { Sender } from './sender.ts';
import { sentStats } from './sent-stats.ts';
import type { MessageReply, Signalling } from './signalling.ts';
import { StallWatch } from './stall-watch.ts';

type Joined = MessageReply<'consultation:join'>;
type Told = { remotes: (remotes: RemoteStream[]) => void; gone: () => void };

/** In ms: between two tries of another path because nothing arrives. */
const hurryEvery = 4_000;

/** One stay in the room: both transports and what flows over them. A re-join is a new one. */
export class Seat {
  readonly seatId: string;
  #transports: types.Transport[];
  #keepers: PathKeeper[];
  #stall: StallWatch;
  #sender: Sender;
  #receiver: Receiver;
  #since = performance.now();
  #rung: Rung = 'full';
  #hurriedAt = Number.NEGATIVE_INFINITY;
  #closed = false;

  /** @param told.gone the server has forgotten this seat */
  static async create(
    joined: Joined,
    signalling: Signalling,
    frames: FrameCryptor,
    told: Told,
  ): Promise<Seat> {
    const device = await Device.factory();
    // The server's library knows a header extension more than the browser's types do; it is passed over.
    await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities as types.RtpCapabilities });
    return new Seat(device, joined, signalling, frames, told);
  }

  private constructor(
    device: types.Device,
    joined: Joined,
    signalling: Signalling,
    frames: FrameCryptor,
    told: Told,
  ) {
    const { iceServers, sendTransport, receiveTransport } = joined;
    const sending = device.createSendTransport({ ...sendTransport, iceServers });
    const receiving = device.createRecvTransport({ ...receiveTransport, iceServers });
    this.seatId = joined.seatId;
    this.#transports = [sending, receiving];
    for (const transport of this.#transports) connectBy(signalling, transport);
    this.#keepers = this.#transports.map(
      (transport) =>
        new PathKeeper(transport, signalling, {
          gone: told.gone,
          restarted: () => void this.#sender.refit(),
        }),
    );
    this.#stall = new StallWatch(
      async () =>
        (await Promise.all(this.#transports.map(packetsReceived))).reduce((sum, one) => sum + one, 0),
      () => this.#hurry(),
    );
    this.#sender = new Sender(device, sending, signalling, frames);
    this.#receiver = new Receiver(device, receiving, signalling, frames, told.remotes);
  }

  /** Milliseconds since it was taken. */
  get age(): number {
    return performance.now() - this.#since;
  }

  send(source: Source, media: OwnMedia): Promise<void> {
    return this.#sender.follow(source, media);
  }

  receive(producers: ProducerInfo[]): Promise<void> {
    return this.#receiver.follow(producers);
  }

  /** Both directions since the seat was taken. */
  async stats(): Promise<LineReading> {
    const [received, sent] = await Promise.all([this.#receiver.getStats(), this.#sender.getStats()]);
    return { at: performance.now(), received: receivedStats(received), sent: sentStats(sent) };
  }

  /** Sends no more than a rung allows. */
  limit(rung: Rung): Promise<void> {
    this.#rung = rung;
    return this.#sender.limit(rung);
  }

  /** Sends sound for the narrowest lines, or as usual again. */
  narrowSound(on: boolean): Promise<void> {
    return this.#sender.narrow(on);
  }

  /** Looks after the connections at once, e.g. when the computer woke up. */
  check(): void {
    for (const keeper of this.#keepers) keeper.check();
  }

  /** A line that is known to be weak stalls by itself, and trying other paths all the time would fill it. */
  #hurry(): void {
    const now = performance.now();
    if (this.#rung === 'still' || this.#rung === 'sound' || now - this.#hurriedAt < hurryEvery) return;
    this.#hurriedAt = now;
    for (const keeper of this.#keepers) keeper.hurry();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stall.close();
    for (const keeper of this.#keepers) keeper.close();
    for (const transport of this.#transports) transport.close();
  }
}

/**
 * Of every kind, the other side's reports among them: a line that still brings some is slow, and one of which only
 * the streams stop belongs to somebody who is silent. Firefox does not tell; there ICE itself notices.
 */
async function packetsReceived(transport: types.Transport): Promise<number> {
  let sum = 0;
  for (const [, stat] of (await transport.getStats()).entries()) {
    if (stat.type === 'transport') sum += Number(stat.packetsReceived ?? 0);
  }
  return sum;
}

function connectBy(signalling: Signalling, transport: types.Transport): void {
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    signalling
      .ask('consultation:connect-transport', { transportId: transport.id, dtlsParameters })
      .then(done, (error: unknown) => failed(error instanceof Error ? error : new Error(String(error))));
  });
}
