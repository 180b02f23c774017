import { expect, it } from 'vitest';
import { lightOf } from './integrity-light.ts';

const last = { id: '1', firstId: '1', lastId: '9', sealedAt: '2026-11-23T09:00:00.000Z', hash: 'a' };
const found = { sound: true, seals: 1, last, waitingSince: null, checkedAt: '2026-11-23T09:10:00.000Z' };

it('is green while the newest events wait a little', () => {
  expect(lightOf(found)).toBe('sound');
  expect(lightOf({ ...found, waitingSince: '2026-11-23T09:09:00.000Z' })).toBe('sound');
});
it('is amber when sealing stands still', () => {
  const later = { ...found, checkedAt: '2026-11-23T10:00:00.000Z' };
  expect(lightOf({ ...later, waitingSince: '2026-11-23T09:01:00.000Z' })).toBe('stalled');
  expect(lightOf(later)).toBe('sound');
});
it('is red when the chain is broken, whatever else', () => {
  expect(lightOf({ ...found, sound: false })).toBe('broken');
});
it('is grey before the first seal', () => {
  expect(lightOf({ ...found, last: null, waitingSince: '2026-10-01T09:00:00.000Z' })).toBe('nothing');
});
