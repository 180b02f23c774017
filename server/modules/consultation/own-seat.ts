import { notFound } from '../../kernel/errors.ts';
import type { Media } from './media/client.ts';
import type { PeerAddress } from './media/interface.ts';
import { participantsOf } from './media-facts.ts';
import type { RoomNow } from './signalling-contract.ts';

/** The room as it is now, for who sits in it. @throws notFound: somebody else's seat is as good as none */
export async function ownSeat(
  media: Media,
  participantId: string,
  { roomId, peerId }: PeerAddress,
): Promise<RoomNow> {
  const state = await media.call('room', { roomId });
  const own = state.peers.some((peer) => peer.peerId === peerId && peer.participantId === participantId);
  if (!own) throw notFound('seat');
  return { participants: participantsOf(state), producers: state.peers.flatMap((peer) => peer.producers) };
}
