import { useEffect, useRef, useState } from 'react';
import type { Call } from '../use-call.ts';
import type { Present } from '../use-people.ts';

/**
 * "I go on at the telephone", said by one side to the other. `from`: whose word arrived, null for a name that is not
 * known; `isSaid`: one's own word is out, `isLost`: it could not be said, because nothing gets through any more.
 */
export function useByPhone({ client }: Call, people: readonly Present[]) {
  const [from, setFrom] = useState<{ name: string | null } | null>(null);
  const [own, setOwn] = useState<'unsaid' | 'said' | 'lost'>('unsaid');
  const latest = useRef(people);
  latest.current = people;
  useEffect(
    () =>
      client.hearTalk((message, { participantId }) => {
        if (message.kind !== 'by-phone') return;
        const name = latest.current.find(({ id }) => id === participantId)?.person?.name ?? null;
        setFrom({ name });
      }),
    [client],
  );
  const say = () => {
    setOwn('said');
    client.say({ kind: 'by-phone' }).catch(() => setOwn('lost'));
  };
  return { from, dismiss: () => setFrom(null), own, say };
}
export type ByPhone = ReturnType<typeof useByPhone>;
