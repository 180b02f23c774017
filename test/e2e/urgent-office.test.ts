import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { pressByKeys, tabTo } from './support/keys.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { button, field, heading } from './support/press.ts';
import { askCardiology, someResident } from './support/urgent-request.ts';

let network: Network;
let doctor: Visit;
let office: Visit;
let onCall: Awaited<ReturnType<typeof onCallIn>>;

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  onCall = await onCallIn(database, 'cardiology');
  // Who is on call is rung alone for as long as this takes.
  await database.sql(
    `INSERT INTO urgent_setting (department_id, urgency, target_seconds, primary_seconds, deputy_seconds, department_seconds)
     SELECT id, 'immediate', 3600, 900, 900, 900 FROM department WHERE specialty_code = 'cardiology'`,
  );
  // Nobody at all in three days.
  await database.sql(
    `DELETE FROM on_call_shift s USING department d WHERE d.id = s.department_id AND d.specialty_code = 'cardiology'
       AND s.start_at BETWEEN now() + interval '2 days' AND now() + interval '3 days'`,
  );
  doctor = await network.enter(onCall.primary.email);
  office = await network.enter(demo('klinik.koordination').email);
  const ward = await network.enter(demo('heim.pflege').email, {
    size: sizes.tablet,
    options: { hasTouch: true },
  });
  await askCardiology(ward.page, await someResident(database), 'Seit gestern kurzatmig.');
  await ward.page.getByText(/ wird gerufen\.$/).waitFor();
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

describe('a specialist without a mouse', () => {
  it('offers an own shift to the colleague', async () => {
    const { page } = doctor;
    await pressByKeys(page, button(page, /^Meine Dienste/));
    const drawer = page.getByRole('dialog', { name: 'Meine Dienste' });
    const offer = button(drawer, /zum Tausch anbieten$/).last();
    await offer.waitFor();
    expect(await barriers(page)).toEqual([]);
    await pressByKeys(page, offer);
    const form = page.getByRole('dialog', { name: 'Zum Tausch anbieten' });
    await form.waitFor();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, form.getByRole('combobox', { name: 'Wem?' }));
    await page.keyboard.type(onCall.deputy.name);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pressByKeys(page, button(form, 'Anbieten'));
    await form.waitFor({ state: 'detached' });
    await drawer.getByText(`${onCall.primary.name} bietet den Dienst ${onCall.deputy.name} an`).waitFor();
    await screenshot(page, 'own-shifts');
    expect(await barriers(page)).toEqual([]);
  });
});

describe('the coordinator without a mouse', () => {
  it('sees on the live board who rings where, what is missing and what is offered', async () => {
    const { page } = office;
    await page.goto(`${network.server.url}/lage`);
    await page.getByText(`Klingelt bei ${onCall.primary.name} (Dienst)`).waitFor();
    await page.getByText(`${onCall.primary.name} bietet den Dienst ${onCall.deputy.name} an`).waitFor();
    await screenshot(page, 'board');
    expect(await barriers(page)).toEqual([]);
  });

  it('opens the request from the board and comes back to it', async () => {
    const { page } = office;
    // Names stand on no board that hangs in view.
    const row = button(page, /Atemnot\. Seit gestern kurzatmig\./);
    await pressByKeys(page, row);
    const drawer = page.getByRole('dialog', { name: 'Dringende Anfrage' });
    await heading(drawer, 'Rückfragen').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => row.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('fills a gap in the roster', async () => {
    const { page } = office;
    const gap = button(page, /niemand im Dienst.*Eintragen/);
    await pressByKeys(page, gap);
    const form = page.getByRole('dialog', { name: 'Dienst eintragen' });
    await form.waitFor();
    expect(await barriers(page)).toEqual([]);
    await tabTo(page, form.getByRole('combobox', { name: 'Wer' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pressByKeys(page, button(form, 'Speichern'));
    await form.waitFor({ state: 'detached' });
    await gap.waitFor({ state: 'detached' });
    await button(page, /keine Vertretung.*Eintragen/).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('sets targets, is told what cannot be, and goes back to what is given', async () => {
    const { page } = office;
    const urgent = page.getByRole('group', { name: 'Dringend', exact: true });
    const target = field(urgent, 'Am Bildschirm in');
    const type = async (text: string) => {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    };
    await tabTo(page, target, 200);
    await type('0:10');
    await urgent.getByText('Bitte geben Sie eine Dauer an, die möglich ist.').waitFor();
    await screenshot(page, 'targets');
    expect(await barriers(page)).toEqual([]);
    await type('20:00');
    await page.keyboard.press('Enter');
    await page.getByText('Die Fristen gelten ab jetzt.').waitFor();
    await urgent.getByText('eigene Werte').waitFor();
    expect(await barriers(page)).toEqual([]);
    await pressByKeys(page, button(urgent, 'Dringend: zurück zum Vorgabewert'));
    await urgent.getByText('wie vorgegeben').waitFor();
  });
});
