import { useEffect, useRef, useState } from 'react';
import { newKey } from '../../../lib/new-key.ts';
import type { Call } from '../use-call.ts';
import type { Present } from '../use-people.ts';

/** `name` is null while it is unknown, and for oneself. */
export type ChatLine = {
  id: string;
  isMine: boolean;
  name: string | null;
  text: string;
  /** ms since 1970, by this device. */
  at: number;
  state: 'sending' | 'there' | 'failed';
};

/**
 * What the people in the room write to each other. It is kept in this window's memory and nowhere else: with the
 * window or the consultation it is gone. `isRead`: the lines are in view now.
 */
export function useChat({ client }: Call, people: readonly Present[], isRead: boolean) {
  const [lines, setLines] = useState<readonly ChatLine[]>([]);
  const [readUpTo, setReadUpTo] = useState(0);
  const [words, setWords] = useState('');
  const latest = useRef(people);
  latest.current = people;
  if (isRead && readUpTo !== lines.length) setReadUpTo(lines.length);

  useEffect(
    () =>
      client.hearTalk((message, from) => {
        if (message.kind !== 'chat') return;
        const { id, text } = message;
        const name = latest.current.find((one) => one.id === from.participantId)?.person?.name ?? null;
        const line = { id, isMine: false, name, text, at: Date.now(), state: 'there' } as const;
        setLines((before) => (before.some((one) => one.id === id) ? before : [...before, line]));
      }),
    [client],
  );

  const send = async (id: string, text: string) => {
    const put = (state: ChatLine['state']) =>
      setLines((before) => before.map((one) => (one.id === id ? { ...one, state } : one)));
    put('sending');
    try {
      await client.say({ kind: 'chat', id, text });
      put('there');
    } catch {
      put('failed');
    }
  };
  const say = () => {
    const text = words.trim();
    if (text === '') return;
    const id = newKey();
    setWords('');
    setLines((before) => [
      ...before,
      { id, isMine: true, name: null, text, at: Date.now(), state: 'sending' },
    ]);
    void send(id, text);
  };
  return {
    lines,
    /** What is being written. */
    words,
    setWords,
    say,
    again: (line: ChatLine) => void send(line.id, line.text),
    unread: lines.slice(readUpTo).filter(({ isMine }) => !isMine).length,
  };
}
export type Chat = ReturnType<typeof useChat>;
