import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { RunnerTask } from 'vitest';
import { demoAccounts } from '../../../server/modules/identity/index.ts';
import { type Size, screenshot, type Visit, visit } from '../../support/browser.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { openBrowsers } from './browsers.ts';
import { watchPages } from './watch.ts';

/** How long a person would wait for anything on a busy machine, in ms. */
const patience = 20_000;

/** A running network, in which every person has a window of its own. */
export type Network = {
  server: TestServer;
  /** Opens a window at the sign-in page and signs in there, as a person does. */
  enter: (email: string, opening?: { size?: Size; options?: BrowserContextOptions }) => Promise<Visit>;
  /** Session and CSRF tokens that went over the line so far. */
  tokens: () => string[];
  /** Of a test that failed: what every window shows, in `.cache/screenshots`. For `afterEach`. */
  keep: (task: RunnerTask) => Promise<void>;
  close: () => Promise<void>;
};

/** The account of the demonstration whose e-mail begins so, e.g. `praxis.arzt`. */
export const demo = (name: string) => {
  const found = demoAccounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`no demonstration account ${name}`);
  return found;
};

export const openNetwork = async (): Promise<Network> => {
  const server = await startServer();
  const browsers = await openBrowsers();
  const tokens = new Set<string>();
  const overhear = (context: BrowserContext) =>
    context.on('request', async (request) => {
      const headers: Record<string, string> = await request.allHeaders().catch(() => ({}));
      const { cookie = '', 'x-csrf-token': csrf } = headers;
      for (const token of [csrf, /telkonnet=([^;]+)/.exec(cookie)?.[1]]) if (token) tokens.add(token);
    });
  const enter: Network['enter'] = async (email, opening = {}) => {
    const prepare = async (context: BrowserContext) => {
      context.setDefaultTimeout(patience);
      overhear(context);
      await watchPages(context);
    };
    const window = await visit(browsers.of(email), server.url, { ...opening, prepare });
    await signIn(window, email);
    return window;
  };
  return {
    server,
    enter,
    tokens: () => [...tokens],
    keep: async ({ result, name }) => {
      if (result?.state !== 'fail') return;
      const pages = browsers.all
        .flatMap((browser) => browser.contexts())
        .flatMap((context) => context.pages());
      for (const [at, page] of pages.entries()) await screenshot(page, `failed: ${name} (${at + 1})`, false);
    },
    close: async () => {
      await browsers.close();
      await server.close();
    },
  };
};

const signIn = async ({ page }: Visit, email: string): Promise<void> => {
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(demoAccounts[0]?.password ?? '');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  // The places are named in the language of the account.
  await page.getByRole('navigation').first().waitFor();
};
