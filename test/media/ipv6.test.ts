import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openPage, startRooms } from './support/harness.ts';
import { hearsAndSees } from './support/watch.ts';

const hasIpv6 = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .some(({ address }) => address === '::1');

// A machine on which IPv6 is switched off cannot speak it.
it.skipIf(!hasIpv6)('carries a room over IPv6 alone', { timeout: 90_000 }, async () => {
  const [rooms, browser] = await Promise.all([startRooms(1, '::1'), openBrowser()]);
  try {
    const room = randomUUID();
    const pages = await Promise.all([1, 2].map(() => openPage(browser, rooms.url, room, randomUUID())));
    await Promise.all(
      pages.map((page) => page.evaluate(() => window.call.join({ microphone: true, camera: true }))),
    );
    await Promise.all(pages.map((page) => hearsAndSees(page)));
    expect(new URL(rooms.url).hostname).toBe('[::1]');
  } finally {
    await browser.close();
    await rooms.close();
  }
});
