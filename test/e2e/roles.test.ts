import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, sizes, type Visit } from '../support/browser.ts';
import { expectSilentLog } from './support/logged.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { button } from './support/press.ts';
import { type Line, lineOf } from './support/quiet.ts';
import { germanWordsIn, rawKeysIn, saidBy } from './support/said.ts';

/** Where each role works most, and all its places. */
const roles = [
  ['praxis.arzt', ['/konsile', '/konsile/neu']],
  ['praxis.mfa', ['/konsile', '/konsile/neu']],
  ['heim.pflege', ['/bewohner', '/konsile', '/dringend']],
  ['heim.leitung', ['/bewohner', '/konsile', '/dringend']],
  ['klinik.geriatrie', ['/warteschlange', '/konsile', '/dienstplan']],
  ['klinik.koordination', ['/dienstplan', '/lage', '/warteschlange', '/konsile']],
  ['netz.verwaltung', ['/abrechnung', '/auswertung', '/netz']],
  ['netz.auswertung', ['/auswertung']],
  ['netz.datenschutz', ['/protokoll']],
] as const;

let network: Network;

beforeAll(async () => {
  network = await openNetwork();
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const inEveryPlace = async (
  { page }: Visit,
  line: Line,
  places: readonly string[],
  look: (place: string) => Promise<void>,
) => {
  for (const place of places) {
    await page.locator(`nav a[href="${place}"]`).click();
    await page.locator(`nav a[href="${place}"][aria-current=page]`).waitFor();
    await line.quiet();
    await look(place);
  }
};

/** Colleagues of one house share pages; each is judged once. Appearances differ in nothing but their colours. */
const judged = new Set<string>();
const judge = async ({ page }: Visit, name: string, place: string, appearance: 'light' | 'dark') => {
  const house = name.startsWith('klinik') ? name : name.split('.')[0];
  const key = `${house} ${place} ${appearance}`;
  if (judged.has(key)) return;
  judged.add(key);
  const found = await barriers(page, appearance === 'dark' ? 'color-contrast' : undefined);
  expect({ place, barriers: found }).toEqual({ place, barriers: [] });
};

describe.each(roles)('%s', (name, places) => {
  it('lands where the work is, and finds every place whole, readable and in one language', async () => {
    const window = await network.enter(demo(name).email);
    const { page, complaints } = window;
    const line = lineOf(page);
    await page.waitForURL(`**${places[0]}`);
    const entries = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(entries.sort()).toEqual([...places].sort());

    await inEveryPlace(window, line, places, async (place) => {
      expect({ place, keys: rawKeysIn(await saidBy(page)) }).toEqual({ place, keys: [] });
      await judge(window, name, place, 'light');
    });

    await page.getByText('EN', { exact: true }).click();
    await button(page, 'Switch to dark appearance').click();
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    await inEveryPlace(window, line, places, async (place) => {
      const said = await saidBy(page);
      const found = { keys: rawKeysIn(said), german: germanWordsIn(said) };
      expect({ place, ...found }).toEqual({ place, keys: [], german: [] });
      await judge(window, name, place, 'dark');
    });
    // Whether somebody is signed in is asked before anybody is.
    expect(complaints.filter((said) => !said.includes('401 (Unauthorized)'))).toEqual([]);
    await window.context.close();
  });
});

describe.each([
  ['praxis.arzt', ['/konsile', '/konsile/neu']],
  ['heim.pflege', ['/bewohner', '/dringend']],
  ['klinik.kardiologie', ['/warteschlange']],
] as const)('%s with a phone', (name, places) => {
  it('reaches every place by the bar at the bottom, and nothing is wider than the screen', async () => {
    const window = await network.enter(demo(name).email, { size: sizes.phone, options: { hasTouch: true } });
    const { page, complaints } = window;
    await inEveryPlace(window, lineOf(page), places, async (place) => {
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ place, wider }).toEqual({ place, wider: 0 });
      expect({ place, barriers: await barriers(page) }).toEqual({ place, barriers: [] });
    });
    expect(complaints.filter((said) => !said.includes('401 (Unauthorized)'))).toEqual([]);
    await window.context.close();
  });
});

it('left nothing about anybody in the log', async () => {
  await expectSilentLog(network, []);
});
