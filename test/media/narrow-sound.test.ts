import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { callState, hearsAndSees } from './support/watch.ts';

let rooms: RoomServer;
let browser: Browser;

beforeAll(async () => {
  [rooms, browser] = await Promise.all([startRooms(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await rooms?.close();
});

/** The page whose seat this is. */
async function seatedAs(pages: Page[], seatId: string): Promise<Page> {
  const seats = await Promise.all(
    pages.map((page) =>
      page.evaluate(() => {
        const { participants, participantId } = window.call.snapshot();
        return participants.find((one) => one.participantId === participantId)?.seatId;
      }),
    ),
  );
  const page = pages[seats.indexOf(seatId)];
  if (!page) throw new Error('nobody has this seat');
  return page;
}

/** In the page: pictures come 25 times a second where they come at all. */
async function noPictureForASecond(): Promise<boolean> {
  const frames = async () =>
    (await window.call.stats())?.streams.reduce((sum, { framesDecoded }) => sum + framesDecoded, 0);
  const before = await frames();
  const until = performance.now() + 1_000;
  while (performance.now() < until) await new Promise((next) => requestAnimationFrame(next));
  return before === (await frames());
}

describe('somebody whose line bears nothing but sound', { timeout: 90_000 }, () => {
  it('has everyone send sound of another kind, which is heard; and as usual again when it is over', async () => {
    const consultation = randomUUID();
    const pages = await Promise.all(
      ['one', 'two'].map(() => openPage(browser, rooms.url, consultation, randomUUID())),
    );
    const [left] = pages as [Page, Page];
    await Promise.all(
      pages.map((page) => page.evaluate(() => window.call.join({ microphone: true, camera: true }))),
    );
    await Promise.all(pages.map((page) => hearsAndSees(page)));
    const streamOf = (page: Page) =>
      page.evaluate(
        () => window.call.snapshot().remotes.find(({ source }) => source === 'microphone')?.producerId,
      );
    const usual = await streamOf(left);
    const report = (rung: string, lossIn = 0) =>
      left.evaluate(
        ([given, lost]) =>
          window.send('consultation:report-quality', {
            seconds: 10,
            rung: given,
            lossIn: lost,
            lossOut: 0,
            concealed: 0,
            jitterMs: 0,
            roundTripMs: 0,
            frozenMs: 0,
            sentBitrate: 20_000,
            receivedBitrate: 20_000,
          }),
        [rung, lossIn] as const,
      );
    const heardAnew = async (former: string | undefined) => {
      await callState(
        left,
        `state.remotes.some((one) => one.source === 'microphone' && one.producerId !== '${former}')`,
      );
      await hearsAndSees(left);
      return streamOf(left);
    };
    expect(await report('sound')).toMatchObject({ ok: true });
    const narrow = await heardAnew(usual);
    expect(await report('full')).toMatchObject({ ok: true });
    await heardAnew(narrow);
  });

  it('gets no pictures where much of them is lost, and gets them again with the line', async () => {
    const consultation = randomUUID();
    const pages = await Promise.all(
      ['one', 'two'].map(() => openPage(browser, rooms.url, consultation, randomUUID())),
    );
    await Promise.all(
      pages.map((page) => page.evaluate(() => window.call.join({ microphone: true, camera: true }))),
    );
    await Promise.all(pages.map((page) => hearsAndSees(page)));
    const state = await rooms.harness.media.call('room', { roomId: consultation });
    const peerId = state.peers[0]?.peerId ?? '';
    const address = { roomId: consultation, peerId };
    await rooms.harness.media.call('followLine', { ...address, soundAlone: true, losing: true });
    const page = await seatedAs(pages, peerId);
    await page.waitForFunction(noPictureForASecond, undefined, { polling: 'raf' });
    await rooms.harness.media.call('followLine', { ...address, soundAlone: false, losing: false });
    await hearsAndSees(page);
  });
});
