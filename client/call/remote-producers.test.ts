import { expect, it } from 'vitest';
import type { ProducerInfo } from '../../server/modules/consultation/media-contract.ts';
import { RemoteProducers } from './remote-producers.ts';

const info = (producerId: string, participantId = 'them'): ProducerInfo => ({
  producerId,
  participantId,
  seatId: 'seat',
  source: 'camera',
  paused: false,
});
const ids = (producers: RemoteProducers) => producers.list('me').map((one) => one.producerId);

it('knows what the answer names and what was told since, without its own', () => {
  const producers = new RemoteProducers();
  producers.begin();
  producers.reset([info('a'), info('mine', 'me')]);
  producers.put(info('b'));
  expect(ids(producers)).toEqual(['a', 'b']);
  producers.remove('a');
  expect(ids(producers)).toEqual(['b']);
});

it('does not take back up what was closed while the answer was under way', () => {
  const producers = new RemoteProducers();
  producers.begin();
  producers.remove('a');
  producers.reset([info('a'), info('b')]);
  expect(ids(producers)).toEqual(['b']);
});

it('keeps what was told while the answer was being worked on', () => {
  const producers = new RemoteProducers();
  producers.begin();
  producers.put(info('b'));
  producers.put({ ...info('a'), paused: true });
  producers.reset([info('a')]);
  expect(ids(producers)).toEqual(['a', 'b']);
  expect(producers.list('me')[0]?.paused).toBe(true);
});

it('forgets what a new answer does not name', () => {
  const producers = new RemoteProducers();
  producers.put(info('a'));
  producers.begin();
  producers.reset([]);
  expect(ids(producers)).toEqual([]);
});
