import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { pressByKeys } from './support/keys.ts';
import { expectSilentLog } from './support/logged.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { button, field, heading, link } from './support/press.ts';

const pins = { 'heim.pflege': '4711', 'heim.leitung': '80312' } as const;
type Name = keyof typeof pins;

let network: Network;
let ward: Visit;
let page: Page;
beforeAll(async () => {
  network = await openNetwork();
  ward = await network.enter(demo('heim.leitung').email, { size: sizes.tablet, options: { hasTouch: true } });
  page = ward.page;
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const nameOf = (name: Name) => demo(name).displayName;
const choosePin = async (name: Name) => {
  await page.getByRole('navigation').first().waitFor();
  await button(page, new RegExp(nameOf(name))).tap();
  await page.getByRole('menuitem', { name: 'PIN für gemeinsame Geräte' }).tap();
  await field(page, 'Neue PIN').fill(pins[name]);
  await field(page, 'Passwort').fill(demo(name).password);
  await button(page, 'PIN speichern').tap();
  await page.getByText('Ihre neue PIN gilt ab jetzt.').waitFor();
};
const signOut = async (name: Name) => {
  await button(page, new RegExp(nameOf(name))).tap();
  await page.getByRole('menuitem', { name: 'Abmelden' }).tap();
  await heading(page, 'Wer arbeitet jetzt?').waitFor();
};
const enterAs = async (name: Name, pin: string = pins[name]) => {
  await button(page, new RegExp(`^${nameOf(name)}`)).tap();
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap();
  await page.getByRole('button', { name: 'Anmelden', exact: true }).tap();
};
const lock = async () => {
  await button(page, 'Sperren').tap();
  await heading(page, 'Wer arbeitet jetzt?').waitFor();
};

describe("the ward's tablet", () => {
  it('becomes a shared device, and its people get a PIN', async () => {
    await choosePin('heim.leitung');
    await button(page, new RegExp(nameOf('heim.leitung'))).tap();
    await page.getByRole('menuitem', { name: 'Gemeinsame Geräte', exact: true }).tap();
    await field(page, 'Name dieses Geräts').fill('Tablet Wohnbereich 1');
    await button(page, 'Dieses Gerät gemeinsam nutzen').tap();
    await page.getByText('Tablet Wohnbereich 1 (dieses Gerät)').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Schließen').tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // The nurse comes in by the password once, to choose a PIN.
    await signOut('heim.leitung');
    await button(page, 'Mit E-Mail und Passwort anmelden').tap();
    await field(page, 'E-Mail-Adresse').fill(demo('heim.pflege').email);
    await field(page, 'Passwort').fill(demo('heim.pflege').password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).tap();
    await choosePin('heim.pflege');
    await signOut('heim.pflege');
    await screenshot(page, 'station-people');
    expect(await barriers(page)).toEqual([]);
  });

  it('says that a PIN is wrong, and lets the right one in', async () => {
    await enterAs('heim.pflege', '9999');
    await page.getByText('Die PIN stimmt nicht.').waitFor();
    await screenshot(page, 'station-pin');
    expect(await barriers(page)).toEqual([]);
    // A keyboard in the tablet's cover: the keys of the pad are reached and pressed, and digits can be typed.
    const [first = '', ...rest] = pins['heim.pflege'];
    await pressByKeys(page, page.getByRole('button', { name: first, exact: true }), ' ');
    await page.getByLabel('PIN', { exact: true }).focus();
    await page.keyboard.type(rest.join(''));
    await page.keyboard.press('Enter');
    await link(page, /Dringende Videosprechstunde/).waitFor();
  });

  it('keeps what one has begun while another works', async () => {
    await link(page, /Dringende Videosprechstunde/).tap();
    await page.getByRole('list', { name: 'Schritte der Anfrage' }).waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /Zimmer|,/ })
      .first()
      .tap();
    await button(page, 'Atemnot').tap();
    await field(page, 'In einem Satz').fill('Atmet schwer.');
    await lock();
    await enterAs('heim.leitung');
    await link(page, /Dringende Videosprechstunde/).tap();
    await page.getByRole('list', { name: 'Schritte der Anfrage' }).waitFor();
    expect(await page.getByText('Sie setzen eine angefangene Anfrage fort.').count()).toBe(0);
    await lock();
    await enterAs('heim.pflege');
    await link(page, /Dringende Videosprechstunde/).tap();
    await page.getByText('Sie setzen eine angefangene Anfrage fort.').waitFor();
    await lock();
  });

  it('writes each step down under the right name', async () => {
    const steps = await network.server.database.sql<{ email: string }>(
      `SELECT a.email FROM event_log e JOIN account a ON a.id = e.actor_account_id
       WHERE e.type = 'session.opened' AND e.payload ? 'stationId' ORDER BY e.id`,
    );
    expect(steps.map(({ email }) => email)).toEqual(
      (['heim.pflege', 'heim.leitung', 'heim.pflege'] as const).map((name) => demo(name).email),
    );
    expect(ward.complaints.filter((line) => !line.includes('401'))).toEqual([]);
    await expectSilentLog(network, Object.values(pins));
  });
});
