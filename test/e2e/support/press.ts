/** Things on a page by the words that a person reads on them. */
import type { Locator, Page } from 'playwright-core';

type Within = Page | Locator;
type Words = string | RegExp;

export const link = (within: Within, name: Words): Locator => within.getByRole('link', { name });
export const button = (within: Within, name: Words): Locator => within.getByRole('button', { name });
export const field = (within: Within, name: Words): Locator => within.getByRole('textbox', { name });
export const heading = (within: Within, name: Words): Locator => within.getByRole('heading', { name });

/** One of several cards; a person presses the card, not the dot in it. */
export const card = (within: Within, name: Words): Locator =>
  within.locator('label').filter({ has: within.getByRole('radio', { name }) });

/** A place of the rail. */
export const place = (page: Page, name: Words): Locator =>
  link(page.getByRole('navigation', { name: 'Bereiche' }), name);
