import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { syntheticKvnr } from '../../prisma/seed/identifiers.ts';
import { wallClock } from '../../server/kernel/zoned-time.ts';
import { barriers, screenshot, type Visit } from '../support/browser.ts';
import { openLoneEvening } from './support/lone-time.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { ask, bookTime, otherPhysician } from './support/practices.ts';
import { button, card, field, heading, link, place } from './support/press.ts';
import { turnToWeek } from './support/turn-to-week.ts';
import { timeWords } from './support/words.ts';

const patient = { family: 'Winterprobe', given: 'Adele', kvnr: syntheticKvnr(71_234_599, 'W') };

let network: Network;
let practice: Visit;
let other: Visit;
let start: Date;
let taken: string;

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  const lone = await openLoneEvening(database, demo('klinik.geriatrie').email);
  start = lone.startAt;
  practice = await network.enter(demo('praxis.arzt').email);
  other = await network.enter(await otherPhysician(database));
  taken = await bookTime(other, { ...lone, startAt: start.toISOString() });
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const judge = async (page: Page) => expect(await barriers(page)).toEqual([]);

describe('a request without a time', () => {
  it('learns why nothing is free, and that it may wait', async () => {
    const { page } = practice;
    await place(page, 'Konsil anfordern').click();
    await card(page, /^Geriatrie/).click();
    await link(page, /Weiter: Patient und Frage/).click();
    await takeUp(page);
    await link(page, /Weiter: Termin und senden/).click();
    await choose(page, 'Tageszeit', 'Abend');
    await turnToWeek(page, wallClock(start.getTime()).date);
    await page.getByText('In dieser Woche ist nichts frei').waitFor();
    await page.getByText(/ ist vergeben/).waitFor();
    await judge(page);
    await page.getByRole('status').getByRole('button', { name: 'Auf die Warteliste' }).click();
  });

  it('says when it could be and how urgent it is', async () => {
    const { page } = practice;
    await card(page, /^Dringlich/).click();
    await page.getByRole('checkbox', { name: 'Abend (ab 17 Uhr)' }).check();
    await page.getByText('Alles da. Sie können senden.').waitFor();
    await judge(page);
    await screenshot(page, 'waiting-wish');
    await button(page, 'Auf die Warteliste setzen').click();
    await heading(page, 'Sie stehen auf der Warteliste').waitFor();
    await page.getByText('Platz 1').waitFor();
    await judge(page);
  });

  it('stands on its page with its place and its wish, which can be changed', async () => {
    const { page } = practice;
    await link(page, 'Zum Konsil').click();
    await page.getByText('Warteliste: Platz 1 · seit heute').waitFor();
    await page.getByText(/Dringlich · ab .* · abends/).waitFor();
    await judge(page);
    await link(page, 'Wunsch ändern oder Zeit wählen').click();
    await page.getByRole('checkbox', { name: 'Nachmittag (12–17 Uhr)' }).waitFor();
    await page.getByRole('checkbox', { name: 'Mittwoch' }).check();
    await judge(page);
    await button(page, 'Wunsch speichern').click();
    await page.getByText('Der Wunsch ist geändert. Ihr Platz bleibt.').waitFor();
    await link(page, 'Zurück').click();
    await page.getByText(/Mi · abends/).waitFor();
  });

  it('is offered the time that another practice gives back, in the open window', async () => {
    await other.page.goto(`${network.server.url}/konsile/${taken}`);
    await button(other.page, 'Termin absagen').click();
    const dialog = other.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Nicht mehr nötig' }).check();
    await button(dialog, 'Termin absagen').click();
    await other.page.getByText('Der Termin ist abgesagt. Die andere Seite sieht es sofort.').waitFor();

    const { page } = practice;
    const offer = page.getByRole('region', { name: 'Angebotene Zeit' });
    await offer.getByText(new RegExp(`${timeWords(start)}–`)).waitFor();
    await page.getByRole('timer', { name: 'Verbleibende Zeit für die Antwort' }).waitFor();
    const offered = page.getByRole('region', { name: /Ihnen angeboten$/ });
    await link(offered, new RegExp(patient.family)).waitFor();
    await judge(page);
    await screenshot(page, 'waiting-offer');
  });

  it('asks before an offer is declined, and takes it by the keyboard', async () => {
    const { page } = practice;
    await button(page, 'Ablehnen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ihr Platz auf der Warteliste bleibt.', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await button(page, 'Termin annehmen').focus();
    await page.keyboard.press('Enter');
    await page.getByText(new RegExp(`Der Termin am .* um ${timeWords(start)} Uhr ist gebucht.`)).waitFor();
    const booking = page.getByRole('region', { name: 'Termin', exact: true });
    await booking.getByText(new RegExp(`${timeWords(start)}–`)).waitFor();
    await page.getByRole('region', { name: 'Angebotene Zeit' }).waitFor({ state: 'detached' });
    await judge(page);
  });

  it('has the time for good', async () => {
    const rows = await network.server.database.sql<{ state: string }>(
      `SELECT b.state FROM booking b JOIN consult_request r ON r.id = b.request_id
         JOIN patient p ON p.id = r.patient_id WHERE p.family_name = $1 AND b.start_at = $2`,
      [patient.family, start],
    );
    expect(rows).toEqual([{ state: 'booked' }]);
  });

  it('says when the clinic did not come, and goes on waiting before others', async () => {
    const { database } = network.server;
    // As if the evening were over, and only the practice had been there.
    const [booking] = await database.sql<{ id: string }>(
      `WITH past AS (UPDATE booking SET start_at = now() - interval '2 hours', end_at = now() - interval '100 minutes',
           blocked_from = now() - interval '2 hours', blocked_until = now() - interval '100 minutes',
           requester_joined_at = now() - interval '2 hours'
         WHERE start_at = $1 AND state = 'booked' RETURNING id, request_id, start_at, end_at)
       UPDATE consult_request r SET planned_start = past.start_at, planned_end = past.end_at
         FROM past WHERE r.id = past.request_id RETURNING past.id`,
      [start],
    );
    const clinic = await network.enter(demo('klinik.geriatrie').email);
    await ask(clinic, 'PUT', `/api/bookings/${booking?.id}/attendance`, {
      missedBy: 'provider',
      reason: 'Im Notfall gebunden',
    });
    await clinic.context.close();
    const { page } = practice;
    await page.getByText(/ ist die Klinik nicht erschienen$/).waitFor();
    await page.getByText(/^Warteliste: Platz 1/).waitFor();
    await link(page, 'Wunsch ändern oder Zeit wählen').waitFor();
    await judge(page);
    await screenshot(page, 'missed-booking');
  });

  it('left no complaint in the pages', () => {
    const said = [...practice.complaints, ...other.complaints];
    expect(said.filter((one) => !one.includes('401 (Unauthorized)'))).toEqual([]);
  });
});

/** A new patient, a question, a diagnosis, medication and consent. */
const takeUp = async (page: Page) => {
  await field(page, /Patientin oder Patient suchen/).fill(patient.family);
  await page.getByText(`Niemand gefunden zu „${patient.family}“.`).waitFor();
  await button(page, 'Neu aufnehmen').click();
  await field(page, 'Vorname').fill(patient.given);
  await field(page, 'Geburtsdatum').fill('4.2.1938');
  await page.getByText('weiblich', { exact: true }).click();
  await field(page, 'Vers.-Nr.').fill(patient.kvnr);
  await field(page, 'Frage an das Fachgebiet').fill('Stürze zu Hause: Medikation prüfen?');
  await field(page, /ICD-10-GM/).fill('R29.6');
  await page.getByRole('option', { name: /^R29\.6/ }).click();
  await field(page, 'Medikation').fill('Torasemid 10 mg 1-0-0');
  await card(page, 'Patientin/Patient').click();
  await card(page, 'mündlich').click();
};

const choose = async (page: Page, name: string, option: string) => {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option }).click();
};
