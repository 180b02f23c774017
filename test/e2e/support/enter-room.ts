import type { Page } from 'playwright-core';
import { button } from './press.ts';

/** After the press that leads to a room: through what stands before it, until one is in it. */
export const enterRoom = (page: Page): Promise<void> => button(page, 'Verlassen').waitFor();
