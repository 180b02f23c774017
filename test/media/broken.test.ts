import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../server/modules/consultation/media/limits.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { callState, hearsAndSees, rejoined } from './support/watch.ts';

let rooms: RoomServer;
let browser: Browser;

beforeAll(async () => {
  [rooms, browser] = await Promise.all([startRooms(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await rooms?.close();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function enter(consultation: string, participant: string): Promise<Page> {
  const page = await openPage(browser, rooms.url, consultation, participant);
  await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
  return page;
}

async function pair(consultation = randomUUID()): Promise<[Page, Page]> {
  const pages = await Promise.all([enter(consultation, randomUUID()), enter(consultation, randomUUID())]);
  await Promise.all(pages.map((page) => hearsAndSees(page)));
  return pages;
}

async function backInTheRoom(pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => rejoined(page)));
  await Promise.all(
    pages.map((page) => callState(page, "state.phase === 'joined' && state.remotes.length === 2")),
  );
  await Promise.all(pages.map((page) => hearsAndSees(page)));
}

const workerPid = async () => {
  const health = await rooms.harness.media.health();
  const pid = health.state === 'up' ? health.workers[0]?.pid : undefined;
  if (!pid) throw new Error('no worker');
  return pid;
};

describe('what breaks comes back by itself', { timeout: 120_000 }, () => {
  it('a killed worker: it is reported, replaced, and the room is built anew', async () => {
    const pages = await pair();
    const pid = await workerPid();
    process.kill(pid, 'SIGKILL');
    await rooms.harness.event((event) => event.type === 'workerDied' && event.pid === pid);
    await rooms.harness.event((event) => event.type === 'roomClosed' && event.reason === 'worker_died');
    await backInTheRoom(pages);
    expect(await workerPid()).not.toBe(pid);
  });

  it('a killed media process: it is started again and everyone rejoins', async () => {
    const pages = await pair();
    const health = await rooms.harness.media.health();
    if (health.state !== 'up') throw new Error('media is down');
    process.kill(health.pid, 'SIGKILL');
    await backInTheRoom(pages);
  });

  it('a lost socket: media flows on, and the same seat goes on', async () => {
    const consultation = randomUUID();
    const [left, right] = await pair(consultation);
    const seat = rooms.harness.events.filter(
      (event) => event.type === 'peerJoined' && event.roomId === consultation,
    );
    rooms.dropSockets();
    await left.waitForFunction(() => window.socket.connected);
    await left.evaluate(() => window.call.setMicrophone(false));
    await callState(right, 'state.remotes.some((remote) => remote.muted)');
    await hearsAndSees(left);
    const after = rooms.harness.events.filter(
      (event) => event.type === 'peerJoined' && event.roomId === consultation,
    );
    expect(after).toEqual(seat);
  });

  it('a restarted web server: pictures and sound never stop, and the same seats go on', async () => {
    const consultation = randomUUID();
    const [left, right] = await pair(consultation);
    const joins = () =>
      rooms.harness.events.filter((event) => event.type === 'peerJoined' && event.roomId === consultation);
    const before = joins();
    const start = await rooms.stop();
    // For longer than a media process without people waits for the web server.
    const enough = Date.now() + limits.idleExitMs;
    while (Date.now() <= enough) await Promise.all([hearsAndSees(left), hearsAndSees(right)]);
    await start();
    await left.waitForFunction(() => window.socket.connected);
    await left.evaluate(() => window.call.setMicrophone(false));
    await callState(right, 'state.remotes.some((remote) => remote.muted)');
    expect(joins()).toEqual(before);
    const phases = await Promise.all(
      [left, right].map((page) => page.evaluate(() => window.call.snapshot().phase)),
    );
    expect(phases).toEqual(['joined', 'joined']);
  });

  it('a second tab: it takes the seat, the first one is told, and nobody sees a ghost', async () => {
    const consultation = randomUUID();
    const me = randomUUID();
    const [first, other] = await Promise.all([enter(consultation, me), enter(consultation, randomUUID())]);
    await hearsAndSees(other);
    const second = await enter(consultation, me);
    await callState(first, "state.phase === 'replaced'");
    await callState(other, 'state.participants.length === 2 && state.remotes.length === 2');
    await Promise.all([hearsAndSees(second), hearsAndSees(other)]);
  });

  it('a closed tab: the other one sees the seat empty', async () => {
    const [left, right] = await pair();
    await left.close();
    await callState(right, 'state.participants.length === 1 && state.remotes.length === 0');
  });
});
