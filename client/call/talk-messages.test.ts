import { expect, it } from 'vitest';
import { isTalkMessage, longestLine } from './talk-messages.ts';

it.each([
  { kind: 'chat', id: 'a', text: 'Bitte die Kamera näher.' },
  { kind: 'pointer', participantId: 'p', source: 'detail', at: { x: 0, y: 1 } },
  { kind: 'pointer', participantId: 'p', source: 'screen', at: null },
  { kind: 'picture-wish', id: 'a', purpose: 'wound' },
  { kind: 'picture-answer', id: 'a', answer: 'declined' },
  { kind: 'picture-kept' },
  { kind: 'by-phone' },
])('understands %j', (message) => {
  expect(isTalkMessage(message)).toBe(true);
});

it.each([
  null,
  'chat',
  [],
  {},
  { kind: 'constructor' },
  { kind: 'chat', id: 'a', text: '  ' },
  { kind: 'chat', id: 'a', text: 'x'.repeat(longestLine + 1) },
  { kind: 'chat', id: 7, text: 'x' },
  { kind: 'pointer', participantId: 'p', source: 'camera', at: { x: 0, y: 0 } },
  { kind: 'pointer', participantId: 'p', source: 'detail', at: { x: 1.01, y: 0 } },
  { kind: 'pointer', participantId: 'p', source: 'detail', at: { x: Number.NaN, y: 0 } },
  { kind: 'pointer', participantId: 'p', source: 'detail' },
  { kind: 'picture-wish', id: 'a', purpose: 'fun' },
  { kind: 'picture-answer', id: '', answer: 'agreed' },
])('passes over %j', (message) => {
  expect(isTalkMessage(message)).toBe(false);
});
