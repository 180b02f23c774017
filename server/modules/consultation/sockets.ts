import { notFound } from '../../kernel/errors.ts';
import type { Line } from '../../kernel/socket.ts';
import { enterRoom } from './enter-room.ts';
import type { Media } from './media/client.ts';
import type { PeerAddress } from './media/interface.ts';
import { participantsOf } from './media-facts.ts';
import { roomIceServers } from './room-ice-servers.ts';
import { mountSignalling } from './signalling.ts';

/** One socket's messages about a consultation's room. */
export function consultationSockets(line: Line, media: Media): void {
  const { deps, actor } = line;
  mountSignalling(line, media, {
    enter: (consultationId, keyPackage) => enterRoom(deps, media, actor, { consultationId, keyPackage }),
    resume: async ({ roomId, peerId }: PeerAddress) => {
      const state = await media.call('room', { roomId });
      // Somebody else's seat is as good as none.
      const own = state.peers.some(
        (peer) => peer.peerId === peerId && peer.participantId === actor.accountId,
      );
      if (!own) throw notFound('seat');
      return {
        participants: participantsOf(state),
        producers: state.peers.flatMap((peer) => peer.producers),
      };
    },
    leave: async (address) => {
      await media.call('leave', address);
    },
    iceServers: () => roomIceServers(deps),
  });
}
