import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, weekdayOf } from '../../../server/kernel/zoned-time.ts';

/** Turns the finder's week forward to the one with this day (`YYYY-MM-DD`), wherever it was opened. */
export const turnToWeek = async (page: Page, day: string): Promise<void> => {
  const shown = page.getByText(/^\d\d\.\d\d\.\d{4} bis/);
  const monday = addDays(day, 1 - weekdayOf(day));
  const wanted = `${monday.split('-').reverse().join('.')} bis`;
  for (;;) {
    const before = (await shown.textContent()) ?? '';
    if (before.startsWith(wanted)) return;
    await page.getByRole('button', { name: 'Nächste Woche' }).click();
    await expect.poll(() => shown.textContent(), { timeout: 20_000 }).not.toBe(before);
  }
};
