import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Room } from '../../../../server/modules/consultation/contract.ts';
import { listAttachments } from '../../../../server/modules/patients/attachment-contract.ts';
import type { PicturePurpose } from '../../../call/talk-messages.ts';
import { newKey } from '../../../lib/new-key.ts';
import { keyOf } from '../../../lib/query.ts';
import type { Call } from '../use-call.ts';
import type { Present } from '../use-people.ts';
import { type Photographer, photographers } from './still-people.ts';

/** Somebody asks this person for a picture. */
export type Wish = { id: string; purpose: PicturePurpose; name: string | null; seatId: string };
/** What became of the own wish. */
export type Asked = { id: string; of: Photographer; purpose: PicturePurpose; answer: 'open' | 'agreed' };
/** The end of it, in a word. */
export type Note = { key: 'arrived' | 'sent' | 'declined'; name: string };
/** A picture is being taken: asked for and agreed to, or of one's own accord. */
export type Taking = { purpose: PicturePurpose | null; isAgreed: boolean };

/**
 * Still pictures: one side asks, the other is asked back, takes one, looks at it and sends it. The picture itself
 * goes to the patient's files, never through the room.
 */
export function useStills(room: Room, { client, state }: Call, people: readonly Present[]) {
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [taking, setTaking] = useState<Taking | null>(null);
  const [note, setNote] = useState<Note | null>(null);
  const [unseen, setUnseen] = useState(0);
  const latest = useRef({ people, asked });
  latest.current = { people, asked };
  const { requestId, side } = room;

  useEffect(() => {
    const refresh = () => void queries.invalidateQueries({ queryKey: keyOf(listAttachments, { requestId }) });
    const nameOf = (id: string) => latest.current.people.find((one) => one.id === id)?.person ?? null;
    return client.hearTalk((message, { participantId, seatId }) => {
      const own = latest.current.asked;
      if (message.kind === 'picture-kept') {
        refresh();
        setUnseen((before) => before + 1);
        setAsked(null);
        setNote({ key: 'arrived', name: '' });
      }
      // Only the other side asks, and only who may put it into the files is asked.
      if (message.kind === 'picture-wish' && side === 'requester') {
        const person = nameOf(participantId);
        if (person?.side === 'provider') {
          setWish({ id: message.id, purpose: message.purpose, name: person.name, seatId });
        }
      }
      if (message.kind === 'picture-answer' && message.id === own?.id && seatId === own.of.seatId) {
        setAsked(message.answer === 'agreed' ? { ...own, answer: 'agreed' } : null);
        if (message.answer === 'declined') setNote({ key: 'declined', name: own.of.name });
      }
    });
  }, [client, queries, requestId, side]);

  const showing = state.remotes.filter(({ source }) => source === 'detail').map((one) => one.participantId);
  const answer = (said: 'declined' | 'agreed') => {
    if (!wish) return;
    setWish(null);
    void client
      .say({ kind: 'picture-answer', id: wish.id, answer: said }, wish.seatId)
      .catch(() => undefined);
    if (said === 'agreed') setTaking({ purpose: wish.purpose, isAgreed: true });
  };
  return {
    whom: photographers(people, state.participants, showing),
    asked,
    async ask(of: Photographer, purpose: PicturePurpose) {
      const id = newKey();
      await client.say({ kind: 'picture-wish', id, purpose }, of.seatId);
      setNote(null);
      setAsked({ id, of, purpose, answer: 'open' });
    },
    /** What became of a picture, until it is read or replaced. */
    note,
    dismiss() {
      setNote(null);
      setAsked(null);
    },
    wish,
    answer,
    taking,
    take: () => setTaking({ purpose: null, isAgreed: false }),
    giveUp: () => setTaking(null),
    async kept() {
      setTaking(null);
      await queries.invalidateQueries({ queryKey: keyOf(listAttachments, { requestId }) });
      setNote({ key: 'sent', name: '' });
      await client.say({ kind: 'picture-kept' }).catch(() => undefined);
    },
    /** Pictures that came while the files were not in view. */
    unseen,
    seen: () => setUnseen(0),
  };
}
export type Stills = ReturnType<typeof useStills>;
