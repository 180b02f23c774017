import type { Browser, Page } from 'playwright-core';

/** Shares and rates between two readings. */
export type Counts = {
  /** Of the samples that were played, those made up for lost ones while something was to be heard. */
  concealed: number;
  framesPerSecond: number;
  /** Of the time, that in which sound came out at all. */
  heard: number;
};

type Sums = { at: number; frames: number; concealed: number; samples: number; played: number };

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

/** Sums since the beginning of all that the page receives. */
export async function countsOf(page: Page) {
  const sums = await page.evaluate(async () => {
    const all: Sums = { at: performance.now(), frames: 0, concealed: 0, samples: 0, played: 0 };
    for (const connection of window.connections) {
      for (const [, stat] of (await connection.getStats()).entries()) {
        const one = stat as Record<string, number | string>;
        if (one.type !== 'inbound-rtp') continue;
        const number = (key: string) => Number(one[key] ?? 0);
        all.frames += number('framesDecoded');
        all.samples += number('totalSamplesReceived');
        all.concealed += number('concealedSamples') - number('silentConcealedSamples');
        all.played += number('totalSamplesReceived') - number('concealedSamples');
      }
    }
    return all;
  });
  return {
    sums,
    since(before: { sums: Sums } | undefined): Counts {
      const then = before?.sums ?? { at: 0, frames: 0, concealed: 0, samples: 0, played: 0 };
      const seconds = (sums.at - then.at) / 1000;
      return {
        concealed: (sums.concealed - then.concealed) / Math.max(1, sums.samples - then.samples),
        framesPerSecond: (sums.frames - then.frames) / seconds,
        // 48,000 samples a second are played.
        heard: (sums.played - then.played) / (48_000 * seconds),
      };
    },
  };
}

declare global {
  interface Window {
    connections: RTCPeerConnection[];
  }
}
