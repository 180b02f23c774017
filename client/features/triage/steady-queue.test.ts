import { expect, test } from 'vitest';
import type { QueueItem } from '../../../server/modules/triage/queue-contract.ts';
import { mergeQueue, notShown } from './steady-queue.ts';

const item = (requestId: string, change: Partial<QueueItem> = {}): QueueItem => ({
  requestId,
  number: 1,
  urgency: 'today',
  raisedAt: '2026-11-23T10:00:00.000Z',
  targetAt: '2026-11-23T14:00:00.000Z',
  question: 'Frage',
  situations: ['fever'],
  onset: null,
  wanted: null,
  values: {},
  department: { id: 'd', name: 'Abteilung' },
  level: 1,
  oxygenScale: 1,
  pregnant: false,
  step: 'primary',
  stepDueAt: null,
  ringing: false,
  ownAnswer: null,
  ownHelp: null,
  promised: [],
  cameBack: null,
  override: null,
  openQuestions: 0,
  ambulanceCalledAt: null,
  added: null,
  patient: {
    id: 'p',
    familyName: 'Test',
    givenName: 'A',
    birthDate: '1940-01-01',
    sex: 'female',
    room: null,
    allergies: null,
  },
  requester: { organisation: 'Heim', person: 'Pflege', phone: '0' },
  news2: null,
  news2Before: null,
  before: null,
  ...change,
});
const view = (shown: ReturnType<typeof mergeQueue>) =>
  shown.map((held) => held.item.requestId + (held.gone ? ' (gone)' : '')).join(', ');

test('what is in view keeps its place; what is new waits and is announced', () => {
  const shown = mergeQueue([], [item('a'), item('b')]);
  const items = [item('c', { urgency: 'immediate' }), item('b', { question: 'neu' }), item('a')];
  const next = mergeQueue(shown, items);
  expect(view(next)).toBe('a, b');
  expect(next[1]?.item.question).toBe('neu');
  expect(notShown(next, items)).toEqual({ fresh: 1, immediate: true, reordered: true });
});

test('what was taken leaves a note at its place, so that the next one does not slip under the finger', () => {
  const shown = mergeQueue(mergeQueue([], [item('a'), item('b')]), [item('b')]);
  expect(view(shown)).toBe('a (gone), b');
  expect(notShown(shown, [item('b')])).toEqual({ fresh: 0, immediate: false, reordered: false });
});

test('an empty view shows what comes at once, below the note of what was taken', () => {
  expect(view(mergeQueue([], [item('a')]))).toBe('a');
  expect(view(mergeQueue(mergeQueue([], [item('a')]), [item('b')]))).toBe('a (gone), b');
});
