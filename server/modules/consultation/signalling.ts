import type { z } from 'zod';
import { AppError, conflict, notFound, tooMany } from '../../kernel/errors.ts';
import { type OpenLine, on, tell } from '../../kernel/socket.ts';
import type { Message } from '../../kernel/wire.ts';
import type { Media } from './media/client.ts';
import type { PeerAddress } from './media/interface.ts';
import type { IceServer } from './media-contract.ts';
import { messageBudget } from './message-budget.ts';
import * as wire from './signalling-contract.ts';

/** What `join` answers, but for who and what is there. */
export type Entry = Omit<z.input<(typeof wire.joinRoom)['reply']>, keyof wire.RoomNow>;

/** Who may sit in which room, decided by the module's use cases. */
export type RoomAccess = {
  enter: (consultationId: string, keyPackage: string) => Promise<Entry>;
  /** Throws notFound when the seat is gone. */
  resume: (address: PeerAddress) => Promise<wire.RoomNow>;
  leave: (address: PeerAddress) => Promise<void>;
  iceServers: () => IceServer[];
  /** Keeps what a seat measured of its line. */
  report: (address: PeerAddress, report: wire.QualityReport) => Promise<void>;
};

/** The socket was lost for so long: the seat is freed, or looked at again while its media still flows. In ms. */
const grace = 15_000;
const budget = { burst: 100, perSecond: 30 };
/** Each is a row; a change of rung is told at once, the rest every ten seconds. */
const reports = { burst: 6, perSecond: 0.5 };

/** Share of packets beyond which a line does not carry what is sent there. */
const muchLost = 0.1;

export const roomOf = (consultationId: string) => `consultation:${consultationId}`;
export const seatRoomOf = (seatId: string) => `seat:${seatId}`;
/** The seat that a room of {@link seatRoomOf} stands for. */
export const seatIn = (room: string) => (room.startsWith('seat:') ? room.slice('seat:'.length) : undefined);

/**
 * Media signalling of one socket. Each message acts on the seat that this socket holds, and there only on what
 * that peer itself has made; everything else is not found.
 */
export function mountSignalling(line: OpenLine, media: Media, access: RoomAccess): void {
  const { socket } = line;
  const spend = messageBudget(budget, Date.now());
  const spendReport = messageBudget(reports, Date.now());
  let seat: PeerAddress | undefined;

  const hear = <D extends z.ZodType, R extends z.ZodType>(
    message: Message<D, R>,
    handle: (data: z.output<D>) => Promise<z.input<R>>,
  ) =>
    on(line, message, (data) => {
      if (!spend(Date.now())) throw tooMany('too_many_messages');
      return handle(data);
    });
  /** For messages that need a seat: adds whose it is. */
  const own = <T extends object>(data: T): T & PeerAddress => {
    if (!seat) throw conflict('not_joined');
    return { ...data, ...seat };
  };
  const sit = async (address: PeerAddress) => {
    seat = address;
    await socket.join([roomOf(address.roomId), seatRoomOf(address.peerId)]);
    // Gone before it sat: nobody will say so again.
    if (socket.disconnected) freeLater(line, media, access, address);
  };
  const stand = async (address: PeerAddress) => {
    seat = undefined;
    await Promise.all([socket.leave(roomOf(address.roomId)), socket.leave(seatRoomOf(address.peerId))]);
  };

  hear(wire.joinRoom, async ({ consultationId, keyPackage }) => {
    if (seat) await stand(seat);
    const entry = await access.enter(consultationId, keyPackage);
    const address = { roomId: consultationId, peerId: entry.seatId };
    await sit(address);
    // Asked again now that this socket hears the room: what began in between is in the answer.
    return { ...entry, ...(await access.resume(address)) };
  });
  hear(wire.resumeSeat, async ({ consultationId, seatId }) => {
    const address = { roomId: consultationId, peerId: seatId };
    await access.resume(address);
    await sit(address);
    // Asked again, as in `join`: what changed before this socket heard the room was told to nobody.
    return access.resume(address);
  });
  hear(wire.leaveRoom, async () => {
    const address = own({});
    await stand(address);
    await access.leave(address);
    return {};
  });
  hear(wire.relay, async ({ to, box }) => {
    const { roomId, peerId: from } = own({});
    const { peers } = await media.call('room', { roomId });
    const sender = peers.find(({ peerId }) => peerId === from);
    const hearer = peers.find(({ peerId }) => peerId === to);
    if (!sender || (to && !hearer)) throw notFound('seat');
    const { participantId } = sender;
    const whom = hearer ? seatRoomOf(hearer.peerId) : roomOf(roomId);
    tell(line.io, [whom], wire.relayed, { consultationId: roomId, from, participantId, box });
    return {};
  });
  hear(wire.reportQuality, async (report) => {
    const address = own({});
    if (!spendReport(Date.now())) throw tooMany('too_many_messages');
    const { roomId: consultationId, peerId: seatId } = address;
    tell(line.io, [roomOf(consultationId)], wire.lineChanged, { consultationId, seatId, rung: report.rung });
    const losing = (report.lossIn ?? 0) > muchLost;
    await media.call('followLine', { ...address, soundAlone: report.rung === 'sound', losing });
    await access.report(address, report);
    return {};
  });
  hear(wire.connectTransport, (data) => media.call('connectTransport', own(data)));
  hear(wire.restartIce, async (data) => ({
    ...(await media.call('restartIce', own(data))),
    iceServers: access.iceServers(),
  }));
  hear(wire.produce, (data) => media.call('produce', own(data)));
  hear(wire.pauseProducer, (data) => media.call('pauseProducer', own(data)));
  hear(wire.resumeProducer, (data) => media.call('resumeProducer', own(data)));
  hear(wire.closeProducer, (data) => media.call('closeProducer', own(data)));
  hear(wire.consume, (data) => media.call('consume', own(data)));
  hear(wire.resumeConsumer, (data) => media.call('resumeConsumer', own(data)));
  hear(wire.pauseConsumer, (data) => media.call('pauseConsumer', own(data)));
  hear(wire.setLayers, (data) => media.call('setConsumerLayers', own(data)));

  socket.on('disconnect', () => {
    if (seat) freeLater(line, media, access, seat);
  });
}

/** Nothing is lost when the server stops meanwhile: the media process itself misses a peer that does not come back. */
function freeLater(line: OpenLine, media: Media, access: RoomAccess, seat: PeerAddress): void {
  setTimeout(async () => {
    try {
      const back = await line.io.in(seatRoomOf(seat.peerId)).fetchSockets();
      if (back.length > 0) return;
      const { peers } = await media.call('room', { roomId: seat.roomId });
      const peer = peers.find(({ peerId }) => peerId === seat.peerId);
      if (peer?.connected) freeLater(line, media, access, seat);
      else if (peer) await access.leave(seat);
    } catch (error) {
      if (!(error instanceof AppError)) line.deps.log.error({ seatId: seat.peerId }, 'a seat was not freed');
    }
  }, grace).unref();
}
