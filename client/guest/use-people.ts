import { useEffect, useState } from 'preact/hooks';
import type { GuestSeesPerson } from '../../server/modules/consultation/guests-contract.ts';
import type { CallState } from '../call/call-state.ts';
import { listPeople } from './ask-server.ts';

export type Present = { id: string; person: GuestSeesPerson | null; isMe: boolean };

const again = 400;

/** Who is in the room now, with names as soon as they are known. */
export function usePeople({ participants, participantId }: CallState): Present[] {
  const [people, setPeople] = useState<GuestSeesPerson[]>([]);
  const [asked, setAsked] = useState(0);
  const isMissing = participants.some((one) => !people.some(({ id }) => id === one.participantId));
  useEffect(() => {
    if (!isMissing) return;
    let isOver = false;
    // The room tells of a seat before it is in the books.
    const timer = setTimeout(
      async () => {
        const found = await listPeople().catch(() => null);
        if (isOver) return;
        if (found) setPeople(found);
        setAsked(asked + 1);
      },
      asked === 0 ? 0 : again,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isMissing, asked]);
  return participants.map(({ participantId: id }) => ({
    id,
    person: people.find((one) => one.id === id) ?? null,
    isMe: id === participantId,
  }));
}
