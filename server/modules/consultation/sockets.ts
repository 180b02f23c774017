import type { Line } from '../../kernel/socket.ts';
import { enterRoom } from './enter-room.ts';
import type { Media } from './media/client.ts';
import { ownSeat } from './own-seat.ts';
import { recordQuality } from './quality/record-quality.ts';
import { roomIceServers } from './room-ice-servers.ts';
import { mountSignalling } from './signalling.ts';

/** One socket's messages about a consultation's room. */
export function consultationSockets(line: Line, media: Media): void {
  const { deps, actor } = line;
  mountSignalling(line, media, {
    enter: (consultationId, keyPackage) => enterRoom(deps, media, actor, { consultationId, keyPackage }),
    resume: (address) => ownSeat(media, actor.accountId, address),
    leave: async (address) => {
      await media.call('leave', address);
    },
    iceServers: () => roomIceServers(deps),
    report: (address, report) => recordQuality(deps, address, report),
  });
}
