import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { pressByKeys, tabTo } from './support/keys.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { button, field, link } from './support/press.ts';
import { queueCard, someResident } from './support/urgent-request.ts';

const reason = 'COPD mit bekanntem hyperkapnischem Versagen';

let network: Network;
let ward: Visit;
let doctor: Visit;
let name: string;

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  name = await someResident(database);
  // The home looks after younger people too: somebody who could be pregnant.
  await database.sql(
    `UPDATE patient SET sex = 'female', birth_date = current_date - interval '31 years'
     WHERE given_name || ' ' || family_name = $1`,
    [name],
  );
  doctor = await network.enter((await onCallIn(database, 'cardiology')).primary.email);
  ward = await network.enter(demo('heim.pflege').email, { size: sizes.tablet });
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const picture = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#fdfdf5' } })
    .jpeg()
    .toBuffer();

describe('a nurse without a mouse', () => {
  it('is asked about pregnancy where it could be, and reads that nothing is scored then', async () => {
    const { page } = ward;
    await link(page, /Dringende Videosprechstunde/).click();
    await pressByKeys(page, button(page, new RegExp(name)));
    await pressByKeys(page, button(page, 'Atemnot'), ' ');
    await tabTo(page, field(page, 'In einem Satz'));
    await page.keyboard.type('Seit gestern kurzatmig.');
    await pressByKeys(page, button(page, 'Weiter zu den Werten'));
    const question = page.getByRole('group', { name: 'Ist die Person schwanger?' });
    await pressByKeys(page, question.getByRole('button', { name: 'Ja' }), ' ');
    await page.getByText('Ist die Person schwanger?').waitFor();
    await page.getByText('Dieser Wert gilt nicht in der Schwangerschaft.').first().waitFor();
    await screenshot(page, 'urgent-pregnancy');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press(' ');
    await page.getByText('Dieser Wert gilt nicht in der Schwangerschaft.').waitFor({ state: 'detached' });
    expect(await question.getByRole('button', { name: 'Nein' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('measures, checks and sends', async () => {
    const { page } = ward;
    const tile = page.getByRole('group', { name: 'Vitalwerte' }).getByRole('button', { name: /^SpO₂/ });
    await pressByKeys(page, tile);
    for (const digit of '91') await page.getByRole('button', { name: digit, exact: true }).press('Enter');
    expect(await tile.textContent()).toContain('91');
    await pressByKeys(page, button(page, 'Weiter zum Prüfen'));
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'wunde.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await page.getByText('ist beigefügt').waitFor();
    expect(await barriers(page)).toEqual([]);
    await pressByKeys(page, button(page, /^Kardiologie/), ' ');
    await pressByKeys(page, button(page, /^Die Person selbst/), ' ');
    await pressByKeys(page, button(page, 'Anfrage senden'));
    await page.getByText(/^\S.* wird gerufen\.$/).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

/** The early-warning score as the row shows it. */
const score = () => queueCard(doctor.page, name).getByText('NEWS2').locator('..').textContent();

describe('a specialist without a mouse', () => {
  it('opens a request with its picture and comes back to where it was opened', async () => {
    const { page } = doctor;
    await queueCard(page, name).waitFor();
    expect(await barriers(page)).toEqual([]);
    const look = button(queueCard(page, name), 'Ansehen');
    await pressByKeys(page, look);
    const drawer = page.getByRole('dialog', { name: 'Dringende Anfrage' });
    await button(drawer, 'Wunde oder Haut').waitFor();
    await screenshot(page, 'urgent-drawer');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => look.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('puts it on top by hand, with a reason that stands on the row', async () => {
    const { page } = doctor;
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Dringende Anfrage' });
    await pressByKeys(page, button(drawer, 'Nach vorn stellen'));
    const question = page.getByRole('dialog', { name: 'Nach vorn stellen' });
    expect(await barriers(page)).toEqual([]);
    await pressByKeys(page, button(question, 'Es geht schlechter'), ' ');
    await pressByKeys(page, button(question, 'Nach vorn stellen'));
    await question.waitFor({ state: 'detached' });
    await button(drawer, 'Zurück an den Platz der Regel').waitFor();
  });

  it('decides on scale 2 for oxygen with a reason, and the score is another at once', async () => {
    const { page } = doctor;
    const drawer = page.getByRole('dialog', { name: 'Dringende Anfrage' });
    await drawer.getByText('SpO₂ zählt nach Skala 1.').waitFor();
    expect(await score()).toMatch(/≥\s*3/);
    await pressByKeys(page, button(drawer, 'Nach Skala 2 zählen'));
    const decision = page.getByRole('dialog', { name: 'Nach Skala 2 zählen' });
    await decision.waitFor();
    await screenshot(page, 'urgent-scale-2');
    expect(await barriers(page)).toEqual([]);
    expect(await button(decision, 'So entscheiden').isDisabled()).toBe(true);
    await tabTo(page, field(decision, 'Begründung'));
    await page.keyboard.type(reason);
    await pressByKeys(page, button(decision, 'So entscheiden'));
    await decision.waitFor({ state: 'detached' });
    await drawer.getByText('SpO₂ zählt nach Skala 2 (Ziel 88 bis 92 %).').waitFor();
    await drawer.getByText(new RegExp(reason)).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(score).toMatch(/≥\s*0/);
    await queueCard(page, name)
      .getByText(/^vorn gestellt von .*: Es geht schlechter$/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
