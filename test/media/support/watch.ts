import type { Page } from 'playwright-core';
import { vi } from 'vitest';

/** Generous: two cores encode, carry and decode everything at once. In ms. */
const patience = 30_000;

type Stream = { trackId: string; framesDecoded: number; audioEnergy: number };

/** What a page has received so far: decoded pictures, and sound energy that grows only while something is heard. */
const streamsOf = async (page: Page): Promise<Stream[]> =>
  (await page.evaluate(() => window.call.stats()))?.streams ?? [];

/**
 * Waits until the page decodes some pictures of one camera and hears sound of one microphone, beyond what it had when
 * this was called. Each stream is held against itself alone, as streams come and go.
 */
export async function hearsAndSees(page: Page): Promise<void> {
  const before = new Map((await streamsOf(page)).map((stream) => [stream.trackId, stream]));
  await vi.waitUntil(
    async () => {
      const grown = (await streamsOf(page)).map((now) => {
        const then = before.get(now.trackId);
        return {
          frames: now.framesDecoded - (then?.framesDecoded ?? 0),
          energy: now.audioEnergy - (then?.audioEnergy ?? 0),
        };
      });
      return grown.some((stream) => stream.frames > 5) && grown.some((stream) => stream.energy > 0);
    },
    { timeout: patience, interval: 50 },
  );
}

/** Waits until the page hears more of somebody than when this was called. */
export async function hears(page: Page): Promise<void> {
  const before = new Map((await streamsOf(page)).map((stream) => [stream.trackId, stream.audioEnergy]));
  await vi.waitUntil(
    async () =>
      (await streamsOf(page)).some(({ trackId, audioEnergy }) => audioEnergy > (before.get(trackId) ?? 0)),
    { timeout: patience, interval: 50 },
  );
}

/** Waits for a state of the page's call, written as an expression over `state`. */
export async function callState(page: Page, test: string, timeout = patience): Promise<void> {
  await page.waitForFunction(
    (text) => new Function('state', `return ${text}`)(window.call.snapshot()),
    test,
    { timeout, polling: 20 },
  );
}

/** Waits until the page's call has lost its seat and taken another one, however short it was away. */
export async function rejoined(page: Page): Promise<void> {
  await page.waitForFunction(
    () => window.phases.includes('reconnecting') && window.phases.at(-1) === 'joined',
    undefined,
    { timeout: patience, polling: 20 },
  );
}
