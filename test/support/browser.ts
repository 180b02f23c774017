import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { root } from '../../server/setup/paths.ts';

export type Size = { width: number; height: number };
export const sizes = {
  desktop: { width: 1440, height: 900 },
  /** The tablet that lies in a care home's ward. */
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const satisfies Record<string, Size>;

/**
 * Debian's Chromium without a window, with a made-up camera (moving picture) and microphone (beeps) that are allowed.
 * @param film shown by the camera instead, see `film.ts`
 * @param cameras how many there are
 */
export const openBrowser = async (film?: string, cameras = 1): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      `--use-fake-device-for-media-stream=device-count=${cameras}`,
      '--use-fake-ui-for-media-stream',
      ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      // Names of local addresses instead of the addresses need a name service that is not here.
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });

export type Visit = {
  page: Page;
  context: BrowserContext;
  /** What the page complained of. */
  complaints: string[];
};

type Opening = {
  size?: Size;
  options?: BrowserContextOptions;
  /** Runs before the first page is loaded. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** A window of its own: own cookies, German, in the time zone of the region. Notes every error of the page. */
export const visit = async (browser: Browser, url: string, opening: Opening = {}): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: opening.size ?? sizes.desktop,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    permissions: ['camera', 'microphone', 'notifications'],
    reducedMotion: 'reduce',
    ...opening.options,
  });
  await opening.prepare?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, context, complaints };
};

/** Whether the pictures of the documentation are made anew: `SCREENSHOTS=docs npm test -- test/e2e`. */
export const paintsDocs = process.env.SCREENSHOTS === 'docs';

/** Saves what a person sees. */
export const screenshot = async (page: Page, name: string, forDocs = true): Promise<void> => {
  const folder = join(root, forDocs && paintsDocs ? 'docs/images' : '.cache/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};

/**
 * What a person who sees badly, or uses no mouse, would stumble over: rule and element, one line each (WCAG 2.2 AA).
 * @param only one rule, where all others have been asked of the same page already
 */
export const barriers = async (page: Page, only?: 'color-contrast'): Promise<string[]> => {
  const axe = new AxeBuilder({ page });
  const { violations } = await (only
    ? axe.withRules(only)
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} (${violation.help}): ${node.target.join(' ')}`),
  );
};
