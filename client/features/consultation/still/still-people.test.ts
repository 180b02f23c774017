import { expect, it } from 'vitest';
import type { Present } from '../use-people.ts';
import { photographers } from './still-people.ts';

const at = '2026-11-23T09:00:00.000Z';
const one = (id: string, role: 'nurse' | 'physician' | 'specialist' | null, isMe = false): Present => ({
  id,
  joinedAt: at,
  isMe,
  person: {
    id,
    name: id,
    role,
    guest: role === null ? 'relative' : null,
    organisation: 'x',
    side: role === 'specialist' ? 'provider' : 'requester',
  },
});
const seats = (...ids: string[]) =>
  ids.map((participantId) => ({
    participantId,
    seatId: `seat ${participantId}`,
    joinedAt: at,
    keyPackage: '',
  }));

it('asks people of the asking side only, never guests, colleagues or oneself', () => {
  const people = [
    one('nurse', 'nurse'),
    one('guest', null),
    one('colleague', 'specialist'),
    one('me', 'nurse', true),
  ];
  const found = photographers(people, seats('nurse', 'guest', 'colleague', 'me'), []);
  expect(found).toEqual([{ participantId: 'nurse', seatId: 'seat nurse', name: 'nurse' }]);
});

it('puts who shows a second camera first, and passes over who has no seat', () => {
  const people = [one('a', 'nurse'), one('b', 'physician'), one('gone', 'nurse')];
  expect(photographers(people, seats('a', 'b'), ['b']).map(({ name }) => name)).toEqual(['b', 'a']);
});
