import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../../server/setup/figures.ts';
import { openPage } from '../media/support/harness.ts';
import { openBrowser } from '../support/browser.ts';
import { quantile } from './support/measure.ts';
import { type MortalRooms, startMortalRooms } from './support/mortal-rooms.ts';
import { hears } from './support/pages.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const roomCount = Number(process.env.BENCH_ROOMS ?? 3);

/**
 * What a kill costs the people in the rooms: the worker's, until everybody hears again; the web server's, in lost
 * packets while it is away and comes back.
 */
export const bench = async (): Promise<Figure[]> => {
  const [rooms, browser] = await Promise.all([startMortalRooms(), openBrowser()]);
  try {
    const pages = await enterAll(rooms, browser);
    const worker: number[] = [];
    for (let round = 0; round < rounds; round += 1) worker.push(...(await killWorker(rooms, pages)));
    const web: Received[] = [];
    for (let round = 0; round < rounds; round += 1) web.push(...(await killWeb(rooms, pages)));
    return [
      { name: 'recovery.worker_killed_p50', value: quantile(worker, 0.5), unit: 'ms' },
      {
        name: 'recovery.worker_killed_p95',
        value: quantile(worker, 0.95),
        unit: 'ms',
        goal: { atMost: 3_000 },
      },
      { name: 'recovery.web_killed_packets', value: sum(web, 'received'), unit: 'packets' },
      { name: 'recovery.web_killed_lost', value: sum(web, 'lost'), unit: 'packets', goal: { atMost: 0 } },
    ];
  } finally {
    await browser.close();
    await rooms.close();
  }
};

async function enterAll({ url }: MortalRooms, browser: Browser): Promise<Page[]> {
  const seats = Array.from({ length: roomCount }, () => randomUUID()).flatMap((room) => [room, room]);
  const pages: Page[] = [];
  for (const room of seats) {
    const page = await openPage(browser, url, room, randomUUID());
    // Sound alone: two cores would otherwise be measured by what it takes to encode pictures.
    await page.evaluate(() => window.call.join({ microphone: true, camera: false }));
    pages.push(page);
  }
  await Promise.all(pages.map(hears));
  return pages;
}

/** Milliseconds until each page hears by its new seat. */
async function killWorker({ workerPid }: MortalRooms, pages: readonly Page[]): Promise<number[]> {
  const back = pages.map((page) => page.evaluate(untilHeardAnew));
  const pid = await workerPid();
  const killedAt = Date.now();
  process.kill(pid, 'SIGKILL');
  return (await Promise.all(back)).map((at) => at - killedAt);
}

/** In the page: the instant at which sound is heard after the seat has been lost. */
async function untilHeardAnew(): Promise<number> {
  await new Promise<void>((lost) => {
    const stop = window.call.subscribe(() => {
      if (window.call.snapshot().phase === 'joined') return;
      stop();
      lost();
    });
  });
  return new Promise((heard) => {
    const timer = setInterval(async () => {
      const stats = await window.call.stats();
      if (!stats?.streams.some(({ audioEnergy }) => audioEnergy > 0)) return;
      clearInterval(timer);
      heard(Date.now());
    }, 20);
  });
}

type Received = { received: number; lost: number };
const sum = (all: readonly Received[], of: keyof Received) => all.reduce((total, one) => total + one[of], 0);

async function killWeb(
  { killWeb: kill, startWeb }: MortalRooms,
  pages: readonly Page[],
): Promise<Received[]> {
  const read = () =>
    Promise.all(
      pages.map((page) =>
        page.evaluate(async () => {
          const counts = (await window.call.stats())?.counts;
          return { received: counts?.packetsReceived ?? 0, lost: counts?.packetsLost ?? 0 };
        }),
      ),
    );
  const before = await read();
  await kill();
  await startWeb();
  await Promise.all(pages.map((page) => page.waitForFunction(() => window.socket.connected)));
  const after = await read();
  return after.map(({ received, lost }, at) => ({
    received: received - (before[at]?.received ?? 0),
    lost: lost - (before[at]?.lost ?? 0),
  }));
}
