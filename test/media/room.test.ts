import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { callState, hearsAndSees } from './support/watch.ts';

let rooms: RoomServer;
let one: Browser;
let two: Browser;

beforeAll(async () => {
  [rooms, one, two] = await Promise.all([startRooms(), openBrowser(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([one?.close(), two?.close()]);
  await rooms?.close();
});
afterEach(async () => {
  for (const browser of [one, two]) await Promise.all(browser.contexts().map((context) => context.close()));
});

const everything = { microphone: true, camera: true };
const join = (page: Page, wanted = everything) => page.evaluate((given) => window.call.join(given), wanted);

/** Two people in one room, each in a browser of their own. */
async function pair(wanted = [everything, everything]): Promise<[Page, Page]> {
  const consultation = randomUUID();
  const pages = await Promise.all(
    [one, two].map((browser) => openPage(browser, rooms.url, consultation, randomUUID())),
  );
  await Promise.all(pages.map((page, index) => join(page, wanted[index])));
  return pages as [Page, Page];
}

describe('two people in a room', { timeout: 120_000 }, () => {
  it('see and hear each other', async () => {
    const [left, right] = await pair();
    await Promise.all([hearsAndSees(left), hearsAndSees(right)]);
    const { participants, remotes } = await left.evaluate(() => window.call.snapshot());
    expect(participants).toHaveLength(2);
    expect(remotes.map((remote) => remote.source).sort()).toEqual(['camera', 'microphone']);
  });

  it('learn that the other has muted, and gone', async () => {
    const [left, right] = await pair();
    await Promise.all([hearsAndSees(left), hearsAndSees(right)]);
    await left.evaluate(() => window.call.setMicrophone(false));
    await left.evaluate(() => window.call.setCamera(false));
    await callState(right, 'state.remotes.length === 2 && state.remotes.every((remote) => remote.muted)');
    expect(await left.evaluate(() => window.call.snapshot().camera.track)).toBeNull();
    await left.evaluate(() => window.call.setCamera(true));
    await left.evaluate(() => window.call.setMicrophone(true));
    await callState(right, 'state.remotes.every((remote) => !remote.muted)');
    await hearsAndSees(right);
    await left.evaluate(() => window.call.leave());
    await callState(right, 'state.participants.length === 1 && state.remotes.length === 0');
  });

  it('need no camera, and no microphone either', async () => {
    const [left, right] = await pair([{ microphone: false, camera: false }, everything]);
    await hearsAndSees(left);
    expect((await right.evaluate(() => window.call.snapshot())).remotes).toEqual([]);
    await left.evaluate(() => window.call.setMicrophone(true));
    await callState(right, "state.remotes.some((remote) => remote.source === 'microphone')");
  });
});
