import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { screenshot, sizes, type Visit } from '../support/browser.ts';
import { enterRoom } from './support/enter-room.ts';
import { readEncounter, typesOf } from './support/fhir.ts';
import { expectSilentLog } from './support/logged.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { button, field, heading, link } from './support/press.ts';
import { expectToSeeAndHear } from './support/see-and-hear.ts';
import { queueCard, someResident } from './support/urgent-request.ts';
import { pressesOf, tonesOf } from './support/watch.ts';

const typed = {
  note: 'Atmet schwer seit dem Frühstück, anders als gestern.',
  assessment: 'Beginnende Pneumonie wahrscheinlich, derzeit stabil.',
  recommendation: 'Antibiotikum heute beginnen, Werte alle vier Stunden, bei Verschlechterung erneut melden.',
};

let network: Network;
let ward: Visit;
let onCall: Visit;
let colleague: Visit;
let name: string;

beforeAll(async () => {
  network = await openNetwork();
  const { primary, other } = await onCallIn(network.server.database, 'cardiology');
  onCall = await network.enter(primary.email);
  colleague = await network.enter(other.email);
  ward = await network.enter(demo('heim.pflege').email, { size: sizes.tablet, options: { hasTouch: true } });
  name = await someResident(network.server.database);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const tile = (page: Page, value: string) =>
  page.getByRole('group', { name: 'Vitalwerte' }).getByRole('button', { name: new RegExp(`^${value}`) });
const score = (page: Page) => page.getByRole('region', { name: 'Frühwarnwert NEWS2' });

/** By the big keys, as on a tablet without keyboard. */
const keyIn = async (page: Page, digits: string) => {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).tap();
};
const measure = async (page: Page, value: string, digits: string) => {
  await tile(page, value).tap();
  await keyIn(page, digits);
};

/** A sheet as a tablet photographs it. */
const medicationPlan = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#fdfdf5' } })
    .jpeg()
    .toBuffer();

describe('an urgent request from a care home', () => {
  it('takes at most four steps, beginning with the person', async () => {
    const { page } = ward;
    await link(page, /Dringende Videosprechstunde/).tap();
    const steps = page.getByRole('list', { name: 'Schritte der Anfrage' }).getByRole('listitem');
    expect(await steps.count()).toBeLessThanOrEqual(4);
    await button(page, new RegExp(name)).tap();
  });

  it('asks what is happening', async () => {
    const { page } = ward;
    await button(page, 'Atemnot').tap();
    await button(page, 'Seit Stunden').tap();
    await button(page, 'Bitte ansehen').tap();
    await field(page, 'In einem Satz').fill(typed.note);
    await button(page, 'Weiter zu den Werten').tap();
  });

  it('refuses a value that cannot be, and offers the one that was meant', async () => {
    const { page } = ward;
    await measure(page, 'Temperatur', '386');
    const doubt = page.getByText('Hier fehlt wohl das Komma.');
    await doubt.waitFor();
    await button(page, '38,6 °C übernehmen').tap();
    await doubt.waitFor({ state: 'detached' });
    expect(await tile(page, 'Temperatur').textContent()).toContain('38,6');
  });

  it('keeps what is typed while the line is lost, and after the page was loaded anew', async () => {
    const { page, context } = ward;
    await context.setOffline(true);
    await measure(page, 'Atmung', '24');
    await measure(page, 'Puls', '112');
    const lost = page.getByText(/Verbindung unterbrochen seit/);
    await lost.waitFor();
    await context.setOffline(false);
    await lost.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Sie setzen eine angefangene Anfrage fort.').waitFor();
    for (const [value, shown] of Object.entries({ Atmung: '24', Puls: '112', Temperatur: '38,6' }))
      expect(await tile(page, value).textContent()).toContain(shown);
  });

  it('scores the values while they are entered', async () => {
    const { page } = ward;
    await measure(page, 'SpO₂', '91');
    await tile(page, 'Sauerstoffgabe').tap();
    await button(page, /^Raumluft/).tap();
    await measure(page, 'RR systolisch', '105');
    await measure(page, 'RR diastolisch', '65');
    await tile(page, 'Bewusstsein').tap();
    await button(page, /^Wach/).tap();
    // 2 for breathing, 3 for oxygen, 1 for pressure, 2 for pulse and 1 for temperature (RCP 2017).
    await expect.poll(() => score(page).textContent()).toMatch(/^9hoch.*alle 7 Werte bekannt/);
    await screenshot(page, 'vital-signs');
    await button(page, 'Weiter zum Prüfen').tap();
  });

  it('takes pictures along, also when the line is lost meanwhile, and refuses what is none', async () => {
    const { page, context } = ward;
    const files = page.locator('input[type="file"]');
    await files
      .first()
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('kein Bild') });
    await page.getByText('Das ist kein lesbares Bild').waitFor();
    await context.setOffline(true);
    await files
      .nth(1)
      .setInputFiles({ name: 'plan.jpg', mimeType: 'image/jpeg', buffer: await medicationPlan() });
    await page.getByText('wartet auf Verbindung').waitFor();
    await context.setOffline(false);
    await page.getByText('ist beigefügt').waitFor();
    await screenshot(page, 'urgent-check');
  });

  it('is checked and sent, and says at once who is being called', async () => {
    const { page } = ward;
    await button(page, /^Kardiologie/).tap();
    await button(page, /^Die Person selbst/).tap();
    await button(page, 'Anfrage senden').tap();
    await page.getByText(/^\S.* wird gerufen\.$/).waitFor();
    await page.getByText(/danach die Vertretung/).waitFor();
    await screenshot(page, 'urgent-waiting');
  });

  it('rings at once on the page of who is on call first, and is seen by the colleague without a ring', async () => {
    await expect.poll(() => queueCard(onCall.page, name).isVisible(), { timeout: 5_000 }).toBe(true);
    await button(onCall.page, 'Klingeln stumm').waitFor();
    await expect.poll(() => tonesOf(onCall.page)).toBeGreaterThan(0);
    await queueCard(colleague.page, name).waitFor();
    expect(await button(colleague.page, 'Klingeln stumm').count()).toBe(0);
    expect(await tonesOf(colleague.page)).toBe(0);
    await queueCard(onCall.page, name).getByText('NEWS2').waitFor();
    await screenshot(onCall.page, 'queue');
  });

  it('is claimed by one, and then gone for the others', async () => {
    const before = await pressesOf(onCall.page);
    await button(queueCard(onCall.page, name), 'Annehmen').click();
    await enterRoom(onCall.page);
    expect((await pressesOf(onCall.page)) - before).toBeLessThanOrEqual(2);
    await colleague.page.getByText(`${name}: gerade übernommen oder zurückgezogen.`).waitFor();
  });

  it('has both in the room within two presses each, where they see and hear each other', async () => {
    const { page } = ward;
    await page.getByText(/hat angenommen\.$/).waitFor();
    const before = await pressesOf(page);
    await link(page, 'Zur Videosprechstunde').tap();
    await enterRoom(page);
    expect((await pressesOf(page)) - before).toBeLessThanOrEqual(2);
    await expectToSeeAndHear(page);
    await expectToSeeAndHear(onCall.page);
  });

  it('shows the specialist the measured values beside the video', async () => {
    const { page } = onCall;
    await page.getByRole('tab', { name: 'Vitalwerte' }).click();
    await page.getByRole('table', { name: 'Vitalwerte' }).getByText('38,6').waitFor();
  });

  it('shows the specialist the picture beside the video, as large as the screen', async () => {
    const { page } = onCall;
    await page.getByRole('tab', { name: 'Anfrage' }).click();
    const picture = button(page, 'Medikationsplan');
    await picture.waitFor();
    await picture.click();
    const large = page.getByRole('img', { name: /^Medikationsplan, .*Nils/ });
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
    await button(page.getByRole('dialog'), 'Schließen').click();
  });

  it('ends with what becomes of the person, and with a report that the care home reads', async () => {
    const { page } = onCall;
    await button(page, 'Verlassen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wie geht es weiter?' }).click();
    await page.getByRole('option', { name: 'bleibt in der Einrichtung' }).click();
    await button(dialog, 'Für alle beenden').click();
    await heading(page, 'Die Videosprechstunde ist beendet.').waitFor();
    await link(page, 'Zum Konsil').click();
    await field(page, 'Beurteilung').fill(typed.assessment);
    await field(page, 'Empfehlung').fill(typed.recommendation);
    await button(page, 'Befund abschließen').click();
    await button(page.getByRole('dialog'), 'Befund abschließen').click();
    await page.getByText('Der Befund ist abgeschlossen und zugestellt.').waitFor();

    await heading(ward.page, 'Die Videosprechstunde ist beendet.').waitFor();
    await link(ward.page, 'Zum Konsil').tap();
    for (const text of [typed.assessment, typed.recommendation]) await ward.page.getByText(text).waitFor();
    expect(await outcomeInDatabase()).toBe('stays');
  });

  it('can be read by any FHIR client, with the measured values', async () => {
    const id = new URL(onCall.page.url()).pathname.split('/').at(-1) ?? '';
    const { encounter, behind } = await readEncounter(onCall, id);
    expect(encounter).toMatchObject({ status: 'finished', class: { code: 'VR' } });
    expect(typesOf(behind)).toEqual(expect.arrayContaining(['Observation', 'Patient', 'ServiceRequest']));
  });

  it('is paid by the project, since no practice has asked', async () => {
    const { page } = await network.enter(demo('netz.verwaltung').email);
    const title = await heading(onCall.page, /Kardiologie · K-\d+/).textContent();
    await field(page, 'Suche').fill(/K-\d+/.exec(title ?? '')?.[0] ?? '');
    await page.getByText('1 von 1 gezeigt').waitFor();
    await page
      .getByRole('row', { name: /P-HEIM-EIL/ })
      .getByText('45,00 €')
      .waitFor();
    await button(page, /^Nicht abrechenbar/).click();
    const assessment = page.getByRole('row', { name: /01671/ });
    await assessment.getByText('Anfrage kam nicht von einer Vertragsarztpraxis').waitFor();
  });

  it('left no complaint in the pages', () => {
    const said = [...ward.complaints, ...onCall.complaints, ...colleague.complaints];
    expect(said.filter((one) => !isExpected(one))).toEqual([]);
  });

  it('left nothing about anybody in the log', async () => {
    await expectSilentLog(network, Object.values(typed));
  });
});

const outcomeInDatabase = async (): Promise<string | undefined> => {
  const [row] = await network.server.database.sql<{ outcome: string }>(
    'SELECT outcome FROM consultation ORDER BY closed_at DESC NULLS LAST LIMIT 1',
  );
  return row?.outcome;
};

/** Whether somebody is signed in is asked before anybody is, and we pulled the plug ourselves. */
const isExpected = (said: string): boolean => /401 \(Unauthorized\)|ERR_INTERNET_DISCONNECTED/.test(said);
