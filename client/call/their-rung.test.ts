import { expect, it } from 'vitest';
import { type CallState, initialCallState, type RemoteStream } from './call-state.ts';
import { theirRung, weakLine } from './their-rung.ts';

const person = (id: string) => ({
  participantId: id,
  seatId: `seat-${id}`,
  joinedAt: '2026-11-23T09:00:00Z',
  keyPackage: '',
});
const picture = (participantId: string, muted = false): RemoteStream => ({
  producerId: `of-${participantId}`,
  participantId,
  source: 'camera',
  muted,
  track: {} as MediaStreamTrack,
});
const seen = (rungs: CallState['rungs'], remotes = [picture('b'), picture('c')]) =>
  theirRung({ participantId: 'a', participants: ['a', 'b', 'c'].map(person), rungs, remotes });

it('is the lowest of the others', () => {
  expect(seen({})).toBe('full');
  expect(seen({ 'seat-b': 'low', 'seat-c': 'still' })).toBe('still');
});

it('is neither the own one, nor that of a seat that is gone, nor of somebody without a picture', () => {
  expect(seen({ 'seat-a': 'sound', 'seat-old': 'sound' })).toBe('full');
  expect(seen({ 'seat-b': 'sound' }, [picture('b', true), picture('c')])).toBe('full');
});

it('is told of the own line first, and only by who sends a picture', () => {
  const state = {
    ...initialCallState,
    participantId: 'a',
    participants: ['a', 'b'].map(person),
    remotes: [picture('b')],
    rungs: { 'seat-b': 'still' as const },
    rung: 'sound' as const,
  };
  expect(weakLine(state)).toEqual({ side: 'theirs', rung: 'still' });
  const sending = { ...state, camera: { ...state.camera, wanted: true } };
  expect(weakLine(sending)).toEqual({ side: 'own', rung: 'sound' });
  expect(weakLine({ ...sending, rung: 'half', rungs: {} })).toBeNull();
});
