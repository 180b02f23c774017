import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Media } from '../media/client.ts';
import { EchoRooms } from './echo-room.ts';

const closed: unknown[] = [];
const media: Media = {
  call: async (_name, input) => {
    closed.push(input);
    return {} as never;
  },
  listen: () => () => undefined,
  watch: () => () => undefined,
  health: async () => ({ state: 'down', cause: '' }),
  close: async () => undefined,
};
const place = { roomId: 'the-room', peerId: 'p', transportId: 't' };
const places = { send: place, receive: place, udp: place, tcp: place, relay: place };
const refused = (code: string) => expect.objectContaining({ code });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  closed.length = 0;
});

it('is gone after its time, with its room', async () => {
  const rooms = new EchoRooms();
  rooms.add(media, 'one', places, 60_000);
  expect(rooms.place('one', 'udp')).toEqual(place);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closed).toEqual([{ roomId: 'the-room' }]);
  expect(() => rooms.place('one', 'udp')).toThrow(refused('connection_test_not_found'));
});

it('ends once, before its time too', async () => {
  const rooms = new EchoRooms();
  rooms.add(media, 'one', places, 60_000);
  await rooms.end(media, 'one');
  await expect(rooms.end(media, 'one')).rejects.toEqual(refused('connection_test_not_found'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(closed).toHaveLength(1);
});

it('holds a few at once, those that are just being opened among them', async () => {
  const rooms = new EchoRooms();
  const never = new Promise<never>(() => undefined);
  for (let test = 0; test < 5; test += 1) rooms.add(media, `${test}`, places, 60_000);
  void rooms.starting(() => never);
  await expect(rooms.starting(() => never)).rejects.toEqual(refused('too_many_tests'));
  await rooms.end(media, '0');
  await expect(rooms.starting(async () => 'opened')).resolves.toBe('opened');
});

it('is not held by one that did not open', async () => {
  const rooms = new EchoRooms();
  const fails = async () => {
    throw new Error('no media');
  };
  for (let test = 0; test < 9; test += 1) await expect(rooms.starting(fails)).rejects.toThrow('no media');
});
