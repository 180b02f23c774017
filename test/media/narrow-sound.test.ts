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
    const report = (rung: string) =>
      left.evaluate(
        (given) =>
          window.send('consultation:report-quality', {
            seconds: 10,
            rung: given,
            lossIn: 0,
            lossOut: 0,
            concealed: 0,
            jitterMs: 0,
            roundTripMs: 0,
            frozenMs: 0,
            sentBitrate: 20_000,
            receivedBitrate: 20_000,
          }),
        rung,
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
});
