import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import type { Figure } from '../../server/setup/figures.ts';
import { openPage, type RoomServer, startRooms } from '../media/support/harness.ts';
import { openBrowser } from '../support/browser.ts';
import { datagram, type Hostile, hostile, own } from './support/hostile-messages.ts';
import { flows } from './support/pages.ts';

const messages = Number(process.env.BENCH_MESSAGES ?? 80_000);
const datagrams = Number(process.env.BENCH_DATAGRAMS ?? 20_000);
const seed = Number(process.env.BENCH_SEED ?? 20_261_123);
/** One socket may send so many at once before it is slowed down. */
const perSocket = 90;
const atOnce = 4;

/**
 * Browsers that mean harm, each with a seat of its own, and datagrams on the media's ports, while two people talk in
 * a room beside: no worker dies, every message is answered, and the two lose nothing.
 */
export const bench = async (): Promise<Figure[]> => {
  const [rooms, browser] = await Promise.all([startRooms(), openBrowser()]);
  try {
    const room = randomUUID();
    const pages = [
      await openPage(browser, rooms.url, room, randomUUID()),
      await openPage(browser, rooms.url, room, randomUUID()),
    ];
    for (const page of pages) await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
    await Promise.all(pages.map((page) => flows(page)));
    const victim = await victimOf(rooms, room);
    const before = await Promise.all(pages.map(received));
    const answers = new Map<string, number>();
    await attackBySockets(rooms, victim.producerId, answers);
    await attackByDatagrams(victim.port);
    // Still there, and going on.
    await Promise.all(pages.map((page) => flows(page)));
    const after = await Promise.all(pages.map(received));
    const disturbed = after.reduce((sum, { lost }, at) => sum + lost - (before[at]?.lost ?? 0), 0);
    const died = rooms.harness.events.filter(({ type }) => type === 'workerDied').length;
    const count = (code: string) => answers.get(code) ?? 0;
    return [
      { name: 'hostile.messages', value: [...answers.values()].reduce((a, b) => a + b, 0), unit: 'messages' },
      { name: 'hostile.taken', value: count('ok'), unit: 'messages' },
      { name: 'hostile.datagrams', value: datagrams, unit: 'datagrams' },
      { name: 'hostile.unanswered', value: count('unanswered'), unit: 'messages', goal: { atMost: 0 } },
      {
        name: 'hostile.failed_inside',
        value: count('internal_error'),
        unit: 'messages',
        goal: { atMost: 0 },
      },
      { name: 'hostile.workers_died', value: died, unit: 'workers', goal: { atMost: 0 } },
      { name: 'hostile.packets_lost_beside', value: disturbed, unit: 'packets', goal: { atMost: 0 } },
    ];
  } finally {
    await browser.close();
    await rooms.close();
  }
};

const received = (page: Page) =>
  page.evaluate(async () => ({ lost: (await window.call.stats())?.counts.packetsLost ?? 0 }));

/** What is known of the room beside to somebody who has heard of it: a stream's id, and the worker's port. */
async function victimOf({ harness }: RoomServer, roomId: string) {
  const state = await harness.media.call('room', { roomId });
  const producerId = state.peers[0]?.producers[0]?.producerId;
  if (!producerId) throw new Error('nobody in the room');
  const seat = {
    roomId: randomUUID(),
    peerId: randomUUID(),
    participantId: randomUUID(),
    keyPackage: 'BA==',
  };
  const { sendTransport } = await harness.media.call('join', seat);
  await harness.media.call('leave', { roomId: seat.roomId, peerId: seat.peerId });
  const port = sendTransport.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port;
  if (!port) throw new Error('no port');
  return { producerId, port };
}

async function attackBySockets(
  { url }: RoomServer,
  foreign: string,
  answers: Map<string, number>,
): Promise<void> {
  const count = Math.ceil(messages / perSocket);
  let next = 0;
  const attacker = async () => {
    while (next < count) {
      const at = next++;
      await attackOnce(url, foreign, fc.sample(hostile, { numRuns: perSocket, seed: seed + at }), answers);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, attacker));
}

/** Sits down in a room of its own and sends everything at once. */
async function attackOnce(
  url: string,
  foreign: string,
  wanted: readonly Hostile[],
  answers: Map<string, number>,
): Promise<void> {
  const socket = io(url, {
    auth: { participantId: randomUUID() },
    transports: ['websocket'],
    forceNew: true,
  });
  const consultationId = randomUUID();
  try {
    const joined = await ask(socket, 'consultation:join', { consultationId, keyPackage: 'BA==' });
    const seat = joined.data as {
      seatId: string;
      sendTransport: { id: string };
      receiveTransport: { id: string };
    };
    const ids: Record<string, string> = {
      [own.send]: seat.sendTransport.id,
      [own.receive]: seat.receiveTransport.id,
      [own.seat]: seat.seatId,
      [own.consultation]: consultationId,
      [own.foreign]: foreign,
    };
    await Promise.all(
      wanted.map(async ({ name, data }) => {
        const filled: unknown = JSON.parse(JSON.stringify(data), (_, value) =>
          typeof value === 'string' ? (ids[value] ?? value) : value,
        );
        const answer = await ask(socket, name, filled);
        answers.set(answer.code, (answers.get(answer.code) ?? 0) + 1);
      }),
    );
  } finally {
    socket.disconnect();
  }
}

async function ask(socket: Socket, name: string, data: unknown): Promise<{ code: string; data?: unknown }> {
  try {
    const answer = await socket.timeout(20_000).emitWithAck(name, data);
    return answer.ok ? { code: 'ok', data: answer.data } : { code: String(answer.error.code) };
  } catch {
    return { code: 'unanswered' };
  }
}

async function attackByDatagrams(port: number): Promise<void> {
  const socket = createSocket('udp4');
  for (const bytes of fc.sample(datagram, { numRuns: datagrams, seed })) {
    await new Promise<void>((sent, failed) =>
      socket.send(bytes, port, '127.0.0.1', (error) => (error ? failed(error) : sent())),
    );
  }
  await new Promise<void>((closed) => socket.close(closed));
}
