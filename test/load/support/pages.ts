import type { Page } from 'playwright-core';

/** Waits until the page decodes more pictures and hears more sound than when this was called. */
export async function flows(page: Page): Promise<void> {
  const sums = () =>
    page.evaluate(async () => {
      const streams = (await window.call.stats())?.streams ?? [];
      return {
        frames: streams.reduce((sum, { framesDecoded }) => sum + framesDecoded, 0),
        energy: streams.reduce((sum, { audioEnergy }) => sum + audioEnergy, 0),
      };
    });
  const before = await sums();
  await page.waitForFunction(
    async ({ frames, energy }) => {
      const streams = (await window.call.stats())?.streams ?? [];
      const now = (of: 'framesDecoded' | 'audioEnergy') => streams.reduce((sum, one) => sum + one[of], 0);
      return now('framesDecoded') > frames + 5 && now('audioEnergy') > energy;
    },
    before,
    { polling: 50, timeout: 60_000 },
  );
}

/** Waits until the page hears something. */
export async function hears(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => (await window.call.stats())?.streams.some(({ audioEnergy }) => audioEnergy > 0) ?? false,
    undefined,
    { polling: 50, timeout: 60_000 },
  );
}
