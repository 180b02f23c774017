import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../../server/setup/figures.ts';
import { startRooms } from '../media/support/harness.ts';
import { canWeaken, createWeakNetwork, openBrowserFor, type WeakNetwork } from '../support/weak-network.ts';
import { flows } from './support/pages.ts';
import { type Counts, countsBetween, countsOf, openCounted } from './support/stream-counts.ts';

/** How long the two sides may take to settle on a line that has become weak, and how long is measured then. In ms. */
const settling = Number(process.env.BENCH_SETTLE_MS ?? 25_000);
const measured = Number(process.env.BENCH_FLOW_MS ?? 20_000);

/**
 * Two people of whom one sits behind a line that becomes weak: what each of them hears and sees then. Loss and rate
 * are those of a network namespace, both ways.
 */
export const bench = async (): Promise<Figure[]> => {
  if (!(await canWeaken())) throw new Error('This machine lets us make no network namespaces.');
  const network = await createWeakNetwork();
  const rooms = await startRooms(1, network.address);
  const browsers = await Promise.all([network.openBrowser(rooms.url), openBrowserFor(rooms.url)]);
  try {
    const during = (weaken: () => Promise<void>) => withLine(network, rooms.url, browsers, weaken);
    const lossy = await during(() => network.lose(0.2));
    const slow = await during(() => network.limit(120_000));
    const slowest = await during(() => network.limit(24_000));
    const worst = (all: readonly Counts[], of: keyof Counts) => Math.max(...all.map((one) => one[of]));
    const least = (all: readonly Counts[], of: keyof Counts) => Math.min(...all.map((one) => one[of]));
    return [
      {
        name: 'weak.concealed_at_20_percent_loss',
        value: worst(lossy, 'concealed'),
        unit: 'share',
        goal: { atMost: 0.01 },
      },
      {
        name: 'weak.pictures_at_20_percent_loss',
        value: least(lossy, 'framesPerSecond'),
        unit: 'per_second',
      },
      {
        name: 'weak.pictures_at_120_kbit',
        value: least(slow, 'framesPerSecond'),
        unit: 'per_second',
        goal: { atLeast: 10 },
      },
      {
        name: 'weak.concealed_at_120_kbit',
        value: worst(slow, 'concealed'),
        unit: 'share',
        goal: { atMost: 0.05 },
      },
      {
        name: 'weak.concealed_at_24_kbit',
        value: worst(slowest, 'concealed'),
        unit: 'share',
        goal: { atMost: 0.05 },
      },
      {
        name: 'weak.heard_at_24_kbit',
        value: least(slowest, 'heard'),
        unit: 'share',
        goal: { atLeast: 0.9 },
      },
    ];
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await rooms.close();
    await network.close();
  }
};

/** What both sides received, per second, once the line has been weak for a while. */
async function withLine(
  network: WeakNetwork,
  url: string,
  browsers: readonly Browser[],
  weaken: () => Promise<void>,
): Promise<Counts[]> {
  const room = randomUUID();
  const pages = await Promise.all(browsers.map((browser) => openCounted(browser, url, room, randomUUID())));
  try {
    for (const page of pages) await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
    await Promise.all(pages.map(flows));
    await weaken();
    await later(settling);
    const before = await Promise.all(pages.map(countsOf));
    await later(measured);
    const after = await Promise.all(pages.map(countsOf));
    return after.flatMap((now, at) => {
      const then = before[at];
      return then ? countsBetween(then, now) : [];
    });
  } finally {
    await network.heal();
    await Promise.all(pages.map((page: Page) => page.context().close()));
  }
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
