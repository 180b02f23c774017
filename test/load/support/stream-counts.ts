import type { Browser, Page } from 'playwright-core';

/** Shares and rates between two readings. */
export type Counts = {
  /** Of the samples that were played, those made up for lost ones while something was to be heard. */
  concealed: number;
  framesPerSecond: number;
  /** Of the time, that in which sound came out at all. */
  heard: number;
};

type Sums = { frames: number; concealed: number; samples: number; played: number };
type Reading = { at: number; streams: Record<string, Sums> };

/** Opens the test page with an eye on every connection that it makes. */
export async function openCounted(
  browser: Browser,
  url: string,
  room: string,
  participant: string,
): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    const Original = window.RTCPeerConnection;
    window.RTCPeerConnection = new Proxy(Original, {
      construct(target, given: ConstructorParameters<typeof RTCPeerConnection>) {
        const connection = new target(...given);
        connections.push(connection);
        return connection;
      },
    });
    window.connections = connections;
  });
  await page.goto(`${url}/?consultation=${room}&participant=${participant}`);
  return page;
}

/** What the page has received of each of its streams. */
export function countsOf(page: Page): Promise<Reading> {
  return page.evaluate(async () => {
    const streams: Record<string, Sums> = {};
    for (const [at, connection] of window.connections.entries()) {
      for (const [id, stat] of (await connection.getStats()).entries()) {
        const one = stat as Record<string, number | string>;
        if (one.type !== 'inbound-rtp') continue;
        const number = (key: string) => Number(one[key] ?? 0);
        streams[`${at} ${id}`] = {
          frames: number('framesDecoded'),
          samples: number('totalSamplesReceived'),
          concealed: number('concealedSamples') - number('silentConcealedSamples'),
          played: number('totalSamplesReceived') - number('concealedSamples'),
        };
      }
    }
    return { at: performance.now(), streams };
  });
}

/** What came between two readings; a stream that began in between counts from its beginning. */
export function countsBetween(before: Reading, after: Reading): Counts {
  const seconds = (after.at - before.at) / 1000;
  const grown = (of: keyof Sums) =>
    Object.entries(after.streams).reduce(
      (sum, [id, stream]) => sum + stream[of] - (before.streams[id]?.[of] ?? 0),
      0,
    );
  return {
    concealed: grown('concealed') / Math.max(1, grown('samples')),
    framesPerSecond: grown('frames') / seconds,
    // 48,000 samples a second are played.
    heard: grown('played') / (48_000 * seconds),
  };
}

declare global {
  interface Window {
    connections: RTCPeerConnection[];
  }
}
