import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { receivedBy } from './watch.ts';

const wait = { timeout: 30_000, interval: 250 };

/** In the room, pictures of the other side arrive and are decoded, and its voice is heard: by the browser's own count. */
export const expectToSeeAndHear = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Verlassen' }).waitFor();
  const before = await receivedBy(page);
  await expect
    .poll(() => receivedBy(page), wait)
    .toSatisfy(({ frames, width, energy }) => {
      const isSeen = frames > before.frames + 10 && width >= 160;
      return isSeen && energy > before.energy;
    }, 'another ten decoded pictures and some sound');
  await expect.poll(async () => (await receivedBy(page)).level, wait).toBeGreaterThan(0);
};
