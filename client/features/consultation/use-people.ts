import { useEffect } from 'react';
import { listParticipants, type RoomPerson } from '../../../server/modules/consultation/contract.ts';
import { useLoad } from '../../lib/query.ts';
import type { CallState } from './media/call-state.ts';

export type Present = { id: string; joinedAt: string; person: RoomPerson | null; isMe: boolean };

/** Who is in the room now, with names as soon as they are known. */
export function usePeople(consultationId: string, { participants, participantId }: CallState): Present[] {
  const { data, refetch } = useLoad(listParticipants, { id: consultationId });
  const unknown = participants.some((one) => !data?.people.some(({ id }) => id === one.participantId));
  useEffect(() => {
    // Somebody came whom this list does not have yet.
    if (unknown && data) void refetch();
  }, [unknown, data, refetch]);
  return participants.map(({ participantId: id, joinedAt }) => ({
    id,
    joinedAt,
    person: data?.people.find((one) => one.id === id) ?? null,
    isMe: id === participantId,
  }));
}
