import { randomUUID } from 'node:crypto';
import type { Figure } from '../../server/setup/figures.ts';
import { startRooms } from '../media/support/harness.ts';
import { canWeaken, createWeakNetwork, openBrowserFor } from '../support/weak-network.ts';
import { quantile } from './support/measure.ts';
import { flows } from './support/pages.ts';
import { openCounted } from './support/stream-counts.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 10);
/** Long enough for the socket to have come back too: the next change finds everything as it was. In ms. */
const watched = 10_000;

/**
 * Somebody's way into the network changes in the middle of a consultation, as from Wi-Fi to mobile: how long until
 * each of the two hears the other again.
 */
export const bench = async (): Promise<Figure[]> => {
  if (!(await canWeaken())) throw new Error('This machine lets us make no network namespaces.');
  const network = await createWeakNetwork(78);
  const rooms = await startRooms(1, network.address);
  const browsers = await Promise.all([network.openBrowser(rooms.url), openBrowserFor(rooms.url)]);
  try {
    const room = randomUUID();
    const pages = await Promise.all(
      browsers.map((browser) => openCounted(browser, rooms.url, room, randomUUID())),
    );
    for (const page of pages) await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
    const away: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(pages.map(flows));
      const heard = pages.map((page) => page.evaluate(longestSilence, watched));
      await network.changePath();
      away.push(...(await Promise.all(heard)));
    }
    return [
      { name: 'path.silence_p50', value: quantile(away, 0.5), unit: 'ms' },
      { name: 'path.silence_p95', value: quantile(away, 0.95), unit: 'ms', goal: { atMost: 1_500 } },
    ];
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await rooms.close();
    await network.close();
  }
};

/**
 * In the page: the longest time without a packet of sound while it watched, at least so long and until sound comes
 * again.
 */
async function longestSilence(watched: number): Promise<number> {
  const packets = async () => {
    let sum = 0;
    for (const connection of window.connections) {
      for (const [, stat] of (await connection.getStats()).entries()) {
        const one = stat as Record<string, number | string>;
        if (one.type === 'inbound-rtp' && one.kind === 'audio') sum += Number(one.packetsReceived ?? 0);
      }
    }
    return sum;
  };
  const began = performance.now();
  let before = await packets();
  let changedAt = began;
  let longest = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = await packets();
    const at = performance.now();
    // A connection that is closed takes its sum with it; what comes after is new all the same.
    if (now === before) {
      if (at - began > 30_000) return at - changedAt;
      continue;
    }
    before = now;
    longest = Math.max(longest, at - changedAt);
    changedAt = at;
    if (at - began > watched) return longest;
  }
}
