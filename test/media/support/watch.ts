import type { Page } from 'playwright-core';
import { vi } from 'vitest';

type Totals = { frames: number; energy: number };

/** What a page has received so far: decoded pictures, and sound energy that grows only while something is heard. */
async function totals(page: Page): Promise<Totals> {
  const stats = await page.evaluate(() => window.call.stats());
  const streams = stats?.streams ?? [];
  return {
    frames: streams.reduce((sum, stream) => sum + stream.framesDecoded, 0),
    energy: streams.reduce((sum, stream) => sum + stream.audioEnergy, 0),
  };
}

/** Waits until the page decodes pictures and hears sound, beyond what it had when this was called. */
export async function hearsAndSees(page: Page, timeout = 15_000): Promise<void> {
  let before = await totals(page);
  await vi.waitUntil(
    async () => {
      const now = await totals(page);
      // A new seat counts from the beginning.
      if (now.frames < before.frames) before = { frames: 0, energy: 0 };
      return now.frames > before.frames + 5 && now.energy > before.energy;
    },
    { timeout, interval: 50 },
  );
}

/** Waits for a state of the page's call, written as an expression over `state`. */
export async function callState(page: Page, test: string, timeout = 15_000): Promise<void> {
  await page.waitForFunction(
    (text) => new Function('state', `return ${text}`)(window.call.snapshot()),
    test,
    { timeout, polling: 20 },
  );
}
