import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export type Line = { quiet: () => Promise<void> };

/** Follows what a page asks the server. `quiet` waits until it shows a heading and all that it asked for. */
export const lineOf = (page: Page): Line => {
  let waiting = 0;
  let since = Date.now();
  const count = (change: number) => () => {
    waiting += change;
    since = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return {
    quiet: async () => {
      await page.locator('main h1').first().waitFor();
      await expect
        .poll(() => waiting <= 0 && Date.now() - since > 150, { timeout: 20_000, interval: 50 })
        .toBe(true);
      await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    },
  };
};
