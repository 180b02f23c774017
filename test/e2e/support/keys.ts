/** A person without a mouse. */
import type { Locator, Page } from 'playwright-core';

/** What has the focus says so by its name: a ring is drawn around it. */
export const focusRing = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });

/**
 * Goes on by the Tab key until something has the focus, and shows it. What is drawn anew in that moment loses the
 * focus, and is reached once more.
 * @throws when it is not reached within so many presses
 */
export const tabTo = async (page: Page, target: Locator, most = 80): Promise<void> => {
  await target.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const isReached = await target.evaluate((element) => element === document.activeElement);
    if (isReached && (await focusRing(page))) return;
  }
  throw new Error(`not reached, or not seen to be, by ${most} presses of Tab`);
};

/** Reaches something by Tab and presses it by the keyboard. */
export const pressByKeys = async (
  page: Page,
  target: Locator,
  key: 'Enter' | ' ' = 'Enter',
): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};
