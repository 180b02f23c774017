import type { Page } from 'playwright-core';
import { button } from './press.ts';

/**
 * After the press that leads to a room: through what stands before it, until one is in it. A booked room is entered
 * by "Beitreten"; an urgent one at once, as an urgent case takes no press more.
 */
export async function enterRoom(page: Page): Promise<void> {
  const join = button(page, /^Beitreten$/);
  const inside = button(page, 'Verlassen');
  await join.or(inside).first().waitFor();
  if (await join.isVisible()) await join.click();
  await inside.waitFor();
}
