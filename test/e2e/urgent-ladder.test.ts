import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { screenshot, sizes, type Visit } from '../support/browser.ts';
import { enterRoom } from './support/enter-room.ts';
import { expectSilentLog } from './support/logged.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { ask } from './support/practices.ts';
import { button, field, heading, link } from './support/press.ts';
import { expectToSeeAndHear } from './support/see-and-hear.ts';
import { askCardiology, passDeadline, queueCard, someResident } from './support/urgent-request.ts';
import { tonesOf } from './support/watch.ts';

const typed = {
  note: 'Seit dem Mittag kurzatmig, Knöchel dicker als gestern.',
  assessment: 'Kardiale Dekompensation, im Heim nicht sicher zu führen.',
  recommendation: 'Einweisung zur Rekompensation, Medikationsplan mitgeben.',
};
/** How long who is on call first is rung alone, in seconds: longer than it takes to read it on a busy machine. */
const primarySeconds = 95;

let network: Network;
let ward: Visit;
let first: Visit;
let deputy: Visit;
let name: string;
/** Names as the screens show them. */
let called: { first: string; deputy: string };
/** Notes of the first one's ring when it fell silent. */
let tones = 0;

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  const office = await network.enter(demo('klinik.koordination').email);
  const seconds = { target: 3_600, primary: primarySeconds, deputy: 900, department: 900 };
  const settings = { immediate: seconds, urgent: seconds, today: seconds };
  await ask(office, 'PUT', '/api/urgent-settings', { settings });
  await office.context.close();
  const onCall = await onCallIn(database, 'cardiology');
  called = { first: onCall.primary.name, deputy: onCall.deputy.name };
  first = await network.enter(onCall.primary.email);
  deputy = await network.enter(onCall.deputy.email);
  ward = await network.enter(demo('heim.pflege').email, { size: sizes.tablet, options: { hasTouch: true } });
  name = await someResident(database);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const step = (words: string) =>
  ward.page
    .getByRole('list', { name: 'Wer der Reihe nach gerufen wird' })
    .getByRole('listitem')
    .filter({ hasText: words });

describe('an urgent request that the one on call does not answer', () => {
  it('rings for who is on call first, and the nurse reads who that is and who comes then', async () => {
    await askCardiology(ward.page, name, typed.note);
    await ward.page.getByText(`${called.first} wird gerufen.`, { exact: true }).waitFor();
    await ward.page.getByText(new RegExp(`^Noch \\d+ s, danach die Vertretung: ${called.deputy}$`)).waitFor();
    await button(first.page, 'Klingeln stumm').waitFor();
    await queueCard(deputy.page, name).waitFor();
    expect(await button(deputy.page, 'Klingeln stumm').count()).toBe(0);
  });

  it('rings for the deputy as well when the time is over, and the nurse reads it without doing anything', async () => {
    await passDeadline(network.server.database);
    await ward.page
      .getByText(`${called.first} wird gerufen.`, { exact: true })
      .waitFor({ state: 'detached' });
    await step('Dienst').getByText('hat nicht angenommen').waitFor();
    await step('Vertretung').getByText('wird gerufen').waitFor();
    // Nobody else of the department has a window open, which leaves nobody to ring for in between.
    await ward.page.getByText(/^Noch \d+ Min\., danach die Koordination$/).waitFor();
    await screenshot(ward.page, 'urgent-deputy');
    for (const { page } of [deputy, first]) {
      await button(page, 'Klingeln stumm').waitFor();
      await expect.poll(() => tonesOf(page)).toBeGreaterThan(0);
    }
  });

  it('is accepted by the deputy, falls silent for the other, and the nurse reads whose', async () => {
    await Promise.all([
      button(queueCard(deputy.page, name), 'Annehmen').click(),
      first.page.getByText(`${name}: gerade übernommen oder zurückgezogen.`).waitFor(),
    ]);
    await button(first.page, 'Klingeln stumm').waitFor({ state: 'detached' });
    tones = await tonesOf(first.page);
    await ward.page.getByText(`${called.deputy} hat angenommen.`, { exact: true }).waitFor();
  });

  it('has both in the room, where they see and hear each other', async () => {
    await enterRoom(deputy.page);
    await link(ward.page, 'Zur Videosprechstunde').tap();
    await enterRoom(ward.page);
    await expectToSeeAndHear(ward.page);
    await expectToSeeAndHear(deputy.page);
  });

  it('ends with what becomes of the person and with a report, both read by the nurse', async () => {
    const { page } = deputy;
    await button(page, 'Verlassen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wie geht es weiter?' }).click();
    await page.getByRole('option', { name: 'Einweisung' }).click();
    await button(dialog, 'Für alle beenden').click();
    await heading(page, 'Die Videosprechstunde ist beendet.').waitFor();
    await heading(ward.page, 'Die Videosprechstunde ist beendet.').waitFor();
    await link(ward.page, 'Zum Konsil').tap();
    await ward.page.getByText('So geht es weiter: Einweisung').waitFor();

    await link(page, 'Zum Konsil').click();
    await field(page, 'Beurteilung').fill(typed.assessment);
    await field(page, 'Empfehlung').fill(typed.recommendation);
    await button(page, 'Befund abschließen').click();
    await button(page.getByRole('dialog'), 'Befund abschließen').click();
    await page.getByText('Der Befund ist abgeschlossen und zugestellt.').waitFor();
    for (const text of [typed.assessment, typed.recommendation]) await ward.page.getByText(text).waitFor();
    await ward.page.getByText('So geht es weiter: Einweisung').waitFor();
    await screenshot(ward.page, 'urgent-outcome');
  });

  it('has told its times from the first ring to the end in order, each once', async () => {
    const requestId = new URL(deputy.page.url()).pathname.split('/').at(-1);
    const facts = await network.server.database.sql<{ fact: string }>(
      `SELECT e.type || coalesce(' ' || (e.payload ->> 'step'), '') AS fact FROM event_log e
       WHERE e.request_id = $1 AND (e.type LIKE 'urgent.%'
         OR e.type IN ('consultation.started', 'consultation.closed', 'report.finalised'))
       ORDER BY e.id`,
      [requestId],
    );
    expect(facts.map(({ fact }) => fact)).toEqual([
      'urgent.raised',
      'urgent.rung primary',
      'urgent.rung deputy',
      'urgent.claimed deputy',
      'consultation.started',
      'consultation.closed',
      'report.finalised',
    ]);
  });

  it('never rang again for who did not answer', async () => {
    expect(await tonesOf(first.page)).toBe(tones);
  });

  it('left no complaint in the pages and nothing about anybody in the log', async () => {
    const said = [ward, first, deputy].flatMap(({ complaints }) => complaints);
    // Whether somebody is signed in is asked before anybody is.
    expect(said.filter((one) => !one.includes('401 (Unauthorized)'))).toEqual([]);
    await expectSilentLog(network, Object.values(typed));
  });
});
