import type { Server } from 'socket.io';
import { tell } from '../../kernel/socket.ts';
import type { Media } from './media/client.ts';
import type { MediaEvent, RoomState } from './media/interface.ts';
import { roomOf, seatIn, seatRoomOf } from './signalling.ts';
import * as wire from './signalling-contract.ts';

/** Passes on to the people in a room what happens to its media. */
export async function tellMediaEvent(io: Server, media: Media, event: MediaEvent): Promise<void> {
  if (!('roomId' in event)) return;
  const consultationId = event.roomId;
  const room = [roomOf(consultationId)];
  switch (event.type) {
    case 'producerAdded':
      return tell(io, room, wire.producerAdded, { consultationId, producer: event.producer });
    case 'producerChanged':
      return tell(io, room, wire.producerChanged, { consultationId, producer: event.producer });
    case 'producerClosed':
      return tell(io, room, wire.producerClosed, { consultationId, producerId: event.producerId });
    case 'peerLeft': {
      const reason = {
        replaced: 'replaced',
        lost: 'broken',
        broken: 'broken',
        room_closed: null,
        // Who went by themselves has left the seat's room and hears nothing; who was put out does.
        left: 'broken',
      } as const;
      const seatId = event.peerId;
      const told = reason[event.reason];
      if (told) tell(io, [seatRoomOf(seatId)], wire.seatLost, { seatId, reason: told });
      if (event.reason === 'left') io.in(seatRoomOf(seatId)).socketsLeave([...room, seatRoomOf(seatId)]);
      return tellParticipants(io, media, consultationId);
    }
    case 'peerJoined':
      return tellParticipants(io, media, consultationId);
    default:
      return;
  }
}

/** The media process is gone and its rooms with it: everyone on this server joins anew. */
export function tellMediaLost(io: Server): void {
  for (const room of io.sockets.adapter.rooms.keys()) {
    const seatId = seatIn(room);
    if (seatId) tell(io, [room], wire.seatLost, { seatId, reason: 'broken' });
  }
}

async function tellParticipants(io: Server, media: Media, consultationId: string): Promise<void> {
  // Without media there is nobody left to tell of: everyone loses the seat and joins anew.
  const state = await media.call('room', { roomId: consultationId }).catch(() => null);
  if (!state) return;
  tell(io, [roomOf(consultationId)], wire.participantsChanged, {
    consultationId,
    participants: participantsOf(state),
  });
}

/** Who is in the room, in the order of joining. */
export function participantsOf({ peers }: RoomState): wire.RoomParticipant[] {
  return peers
    .toSorted((a, b) => a.joinedAt - b.joinedAt)
    .map(({ participantId, peerId: seatId, joinedAt, keyPackage }) => ({
      participantId,
      seatId,
      joinedAt: new Date(joinedAt).toISOString(),
      keyPackage,
    }));
}
