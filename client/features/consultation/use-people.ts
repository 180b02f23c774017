import { useEffect } from 'react';
import { listParticipants, type RoomPerson } from '../../../server/modules/consultation/contract.ts';
import type { CallState } from '../../call/call-state.ts';
import { useLoad } from '../../lib/query.ts';

export type Present = { id: string; joinedAt: string; person: RoomPerson | null; isMe: boolean };

const again = 400;

/** Who is in the room now, with names as soon as they are known. */
export function usePeople(consultationId: string, { participants, participantId }: CallState): Present[] {
  const { data, dataUpdatedAt, refetch } = useLoad(listParticipants, { id: consultationId });
  const unknown = participants.some((one) => !data?.people.some(({ id }) => id === one.participantId));
  useEffect(() => {
    // Somebody came whom this list does not have yet. The room tells of a seat before it is in the books, so the
    // first answer may still be without.
    if (!unknown || dataUpdatedAt === 0) return;
    const timer = window.setTimeout(() => void refetch(), again);
    return () => window.clearTimeout(timer);
  }, [unknown, dataUpdatedAt, refetch]);
  return participants.map(({ participantId: id, joinedAt }) => ({
    id,
    joinedAt,
    person: data?.people.find((one) => one.id === id) ?? null,
    isMe: id === participantId,
  }));
}
