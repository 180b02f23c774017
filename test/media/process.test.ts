import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../server/kernel/log.ts';
import { createMedia } from '../../server/modules/consultation/media/client.ts';
import { type MediaHarness, startMedia } from './support/harness.ts';

let harness: MediaHarness;
const silent = createLog('silent');

beforeAll(async () => {
  harness = await startMedia(2);
});
afterAll(() => harness?.close());

const seat = (roomId = randomUUID()) => ({
  roomId,
  peerId: randomUUID(),
  participantId: randomUUID(),
  keyPackage: 'BA==',
});
const join = (given: ReturnType<typeof seat>) => harness.media.call('join', given);
const refused = (code: string) => expect.objectContaining({ code });

describe('the media process', () => {
  it('lets only its own user in', async () => {
    await harness.media.health();
    expect(statSync(harness.settings.socketPath).mode & 0o777).toBe(0o600);
  });

  it('spreads rooms over its workers', async () => {
    await Promise.all([join(seat()), join(seat())]);
    const health = await harness.media.health();
    expect(health).toMatchObject({ state: 'up', workers: [{ rooms: 1 }, { rooms: 1 }] });
  });

  it('opens each worker on one port, UDP and TCP', async () => {
    const { sendTransport, receiveTransport } = await join(seat());
    const ports = (offer: typeof sendTransport) =>
      offer.iceCandidates.map((one) => `${one.protocol} ${one.port}`);
    expect(ports(sendTransport)).toEqual(ports(receiveTransport));
    expect(sendTransport.iceCandidates.map((one) => one.protocol)).toEqual(['udp', 'tcp']);
  });

  it('holds eight people in a room and refuses the ninth', async () => {
    const roomId = randomUUID();
    const joined = await Promise.allSettled(Array.from({ length: 9 }, () => join(seat(roomId))));
    expect(joined.filter((one) => one.status === 'rejected')).toEqual([
      { status: 'rejected', reason: refused('room_full') },
    ]);
  });

  it('gives a participant one seat: the newer one', async () => {
    const first = seat();
    await join(first);
    const second = { ...first, peerId: randomUUID() };
    await join(second);
    const { peers } = await harness.media.call('room', { roomId: first.roomId });
    expect(peers.map((peer) => peer.peerId)).toEqual([second.peerId]);
    await expect(harness.media.call('leave', { roomId: first.roomId, peerId: first.peerId })).rejects.toEqual(
      refused('peer_not_found'),
    );
  });

  it('closes a room with everyone in it, and closing again changes nothing', async () => {
    const member = seat();
    await join(member);
    const { roomId, peerId } = member;
    await harness.media.call('closeRoom', { roomId });
    await harness.media.call('closeRoom', { roomId });
    await harness.event((event) => event.type === 'peerLeft' && event.peerId === peerId);
    await expect(harness.media.call('leave', { roomId, peerId })).rejects.toEqual(refused('room_not_found'));
  });

  it('refuses what the interface does not describe', async () => {
    const wrong = { roomId: 'x' };
    await expect(harness.media.call('closeRoom', wrong)).rejects.toEqual(refused('invalid_input'));
  });

  it('outlives its web server: the next one finds the rooms, and hears what happened in between', async () => {
    const { settings } = harness;
    const member = seat();
    await join(member);
    const before = await harness.media.health();
    const next = createMedia({ settings, log: silent });
    const rooms = await next.call('rooms', {});
    expect(rooms.map((room) => room.roomId)).toContain(member.roomId);
    expect(await next.health()).toMatchObject({ pid: before.state === 'up' ? before.pid : 0 });
    await next.close();
  });
});

describe('without a worker', () => {
  it('says so and refuses calls, and the rest of the server lives', async () => {
    const media = createMedia({ settings: null, log: silent });
    await expect(media.call('openRoom', { roomId: randomUUID() })).rejects.toEqual(
      refused('media_unavailable'),
    );
    expect(await media.health()).toMatchObject({
      state: 'down',
      cause: expect.stringContaining('MEDIASOUP_WORKER_BIN'),
    });
  });

  it('names the cause when the worker does not start', async () => {
    const settings = {
      ...harness.settings,
      socketPath: `${harness.settings.socketPath}2`,
      workerBin: '/nonexistent',
    };
    const media = createMedia({ settings, log: silent });
    await expect(media.call('openRoom', { roomId: randomUUID() })).rejects.toEqual(
      refused('media_unavailable'),
    );
    expect(await media.health()).toMatchObject({ state: 'down', cause: expect.stringContaining('ENOENT') });
    await media.close();
  });
});
