import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { syntheticKvnr } from '../../prisma/seed/identifiers.ts';
import { tariffsWith } from '../../server/modules/billing/tariffs/default-tariffs.ts';
import { paintsDocs, screenshot, type Visit } from '../support/browser.ts';
import { closeQuarter, consultsHeld } from './support/books.ts';
import { enterRoom } from './support/enter-room.ts';
import { readEncounter, typesOf } from './support/fhir.ts';
import { expectSilentLog } from './support/logged.ts';
import { openTimeSoon } from './support/near-time.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { button, card, field, heading, link, place } from './support/press.ts';
import { expectToSeeAndHear } from './support/see-and-hear.ts';
import { dayWords, timeWords } from './support/words.ts';

const cardiologist = demo('klinik.kardiologie');
const patient = { family: 'Sommerprobe', given: 'Ottilie', kvnr: syntheticKvnr(71_234_567, 'K') };
const name = `${patient.given} ${patient.family}`;
const typed = {
  question: 'Seit vier Tagen Luftnot beim Treppensteigen: Diuretikum steigern?',
  medication: 'Ramipril 5 mg 1-0-0, Torasemid 10 mg 1-0-0',
  findings: 'Beinödeme beidseits, Jugularvenen gestaut.',
  assessment: 'Dekompensation bei bekannter Linksherzinsuffizienz.',
  recommendation: 'Torasemid auf 20 mg steigern, Gewicht täglich, Kalium in drei Tagen.',
};

/** Until a year's point value is published and entered, nothing of it can be closed. */
const isPriced = tariffsWith().pointValues.some(({ year }) => year === new Date().getFullYear());

let network: Network;
let practice: Visit;
let clinic: Visit;
let office: Visit;
let start: Date;

beforeAll(async () => {
  network = await openNetwork();
  start = await openTimeSoon(network.server.database, cardiologist.email);
  practice = await network.enter(demo('praxis.arzt').email);
  clinic = await network.enter(cardiologist.email);
  office = await network.enter(demo('netz.verwaltung').email);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

describe('a consult by appointment', () => {
  it('begins with the specialty and the person asked, each with the next free time', async () => {
    const { page } = practice;
    await place(page, 'Konsil anfordern').click();
    await card(page, /^Kardiologie/).click();
    await card(page, new RegExp(cardiologist.displayName)).click();
    await link(page, /Weiter: Patient und Frage/).click();
  });

  it('finds a known patient while the name is typed, and takes up a new one', async () => {
    const { page } = practice;
    const search = field(page, /Patientin oder Patient suchen/);
    await search.pressSequentially('muster');
    await page.getByText(/\d+ Personen? gefunden/).waitFor();
    await button(page, /Muster/)
      .first()
      .waitFor();
    await search.fill(patient.family);
    await page.getByText(`Niemand gefunden zu „${patient.family}“.`).waitFor();
    await button(page, 'Neu aufnehmen').click();
    await field(page, 'Vorname').fill(patient.given);
    expect(await field(page, 'Nachname').inputValue()).toBe(patient.family);
    await field(page, 'Geburtsdatum').fill('12.3.1941');
    await page.getByText(/^\d+ Jahre$/).waitFor();
    await page.getByText('weiblich', { exact: true }).click();
  });

  it('says beside the field that an insurance number is mistyped', async () => {
    const { page } = practice;
    const number = field(page, 'Vers.-Nr.');
    const wrong = `${patient.kvnr.slice(0, 9)}${(Number(patient.kvnr[9]) + 1) % 10}`;
    await number.fill(wrong);
    await page.getByText('Die Prüfziffer stimmt nicht. Bitte vergleichen Sie mit der Karte.').waitFor();
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    await number.fill(patient.kvnr);
    await page.getByText('Die Prüfziffer stimmt nicht.', { exact: false }).waitFor({ state: 'detached' });
  });

  it('takes question, suspected diagnosis, medication and consent', async () => {
    const { page } = practice;
    await field(page, 'Frage an das Fachgebiet').fill(typed.question);
    await field(page, /ICD-10-GM/).pressSequentially('Linksherz');
    await page.getByRole('option', { name: /^I50\.13/ }).click();
    await page.getByRole('radiogroup', { name: /Sicherheit der Diagnose I50.13/ }).waitFor();
    await field(page, 'Medikation').fill(typed.medication);
    await card(page, 'Patientin/Patient').click();
    await card(page, 'mündlich').click();
    await page.getByText('Dieser Schritt ist vollständig.').waitFor();
    await link(page, /Weiter: Termin und senden/).click();
  });

  it('shows the free times of two weeks, holds the chosen one and books it', async () => {
    const { page } = practice;
    const today = heading(page, new RegExp(` ${dayWords(start)}`));
    await today.waitFor();
    await button(page, 'Nächste Woche').click();
    await today.waitFor({ state: 'detached' });
    await button(page, /^\d\d:\d\d/)
      .first()
      .waitFor();
    await screenshot(page, 'request');
    await button(page, 'Vorige Woche').click();
    await today.waitFor();
    await button(page, new RegExp(`^${timeWords(start)}`)).click();
    await page.getByText(/Für Sie reserviert bis \d\d:\d\d Uhr/).waitFor();
    await button(page, 'Konsil verbindlich anfordern').click();
    await heading(page, 'Das Konsil ist angefordert').waitFor();
  });

  it('stands in the open window of the specialist without a reload', async () => {
    await ownDay(clinic.page).getByText(name).waitFor();
  });

  it('brings both into the room, where they see and hear each other', async () => {
    await link(practice.page, 'Zum Konsil').click();
    await link(practice.page, 'Raum betreten').click();
    await link(ownDay(clinic.page), 'Raum betreten').click();
    await enterRoom(practice.page);
    await enterRoom(clinic.page);
    await expectToSeeAndHear(practice.page);
    await expectToSeeAndHear(clinic.page);
  });

  it('is back in the room after the page was loaded anew', async () => {
    await practice.page.reload();
    await expectToSeeAndHear(practice.page);
    await expectToSeeAndHear(clinic.page);
  });

  it('lets the specialist write while talking, and keeps every word', async () => {
    const { page } = clinic;
    await page.getByRole('tab', { name: 'Befund' }).click();
    await field(page, 'Befund').fill(typed.findings);
    await field(page, 'Beurteilung').fill(typed.assessment);
    await field(page, 'Empfehlung').fill(typed.recommendation);
    await page.getByText(/^gespeichert \d\d:\d\d$/).waitFor();
    if (paintsDocs) await page.getByText('Verbindung gut').waitFor();
    await screenshot(page, 'room');
  });

  it('ends for all when the specialist closes it', async () => {
    await button(clinic.page, 'Verlassen').click();
    await button(clinic.page, 'Für alle beenden').click();
    for (const { page } of [clinic, practice])
      await heading(page, 'Die Videosprechstunde ist beendet.').waitFor();
  });

  it('shows the finished report in the open window of the practice', async () => {
    await link(practice.page, 'Zum Konsil').click();
    await practice.page.getByText('Der Befund wird geschrieben').waitFor();
    await place(practice.page, 'Konsile').click();
    const { page } = clinic;
    await link(page, 'Zum Konsil').click();
    await button(page, 'Befund abschließen').click();
    await button(page.getByRole('dialog'), 'Befund abschließen').click();
    await page.getByText('Der Befund ist abgeschlossen und zugestellt.').waitFor();

    await button(practice.page, '1 neuer Befund').click();
    const fresh = practice.page.getByRole('region', { name: 'Befund neu' });
    await fresh.getByRole('link', { name: new RegExp(patient.family) }).click();
    for (const text of [typed.findings, typed.assessment, typed.recommendation])
      await practice.page.getByText(text).waitFor();
    await button(practice.page, 'Dunkle Darstellung einschalten').click();
    await screenshot(practice.page, 'report-dark');
  });

  it('can be read by any FHIR client, with all that stands behind it', async () => {
    const { encounter, behind } = await readEncounter(clinic, requestId());
    expect(encounter).toMatchObject({ status: 'finished', class: { code: 'VR' } });
    expect(typesOf(behind)).toEqual([
      'Appointment',
      'Condition',
      'Encounter',
      'HealthcareService',
      'Organization',
      'Patient',
      'Practitioner',
      'ServiceRequest',
    ]);
    const { subject } = encounter as { subject?: { reference: string } };
    expect(behind.get(subject?.reference ?? '')).toMatchObject({
      identifier: expect.arrayContaining([
        expect.objectContaining({ system: 'http://fhir.de/sid/gkv/kvid-10', value: patient.kvnr }),
      ]),
      name: [{ family: patient.family, given: [patient.given] }],
    });
  });

  it.runIf(isPriced)(
    'is in the books of the administration, with the reason for what cannot be billed',
    async () => {
      const { page } = office;
      await field(page, 'Suche').fill(patient.kvnr);
      const service = (code: string) => page.getByRole('row', { name: new RegExp(code) });
      await page.getByText('1 von 1 gezeigt').waitFor();
      await service('01670')
        .getByText(/^\d+,\d\d\s€$/)
        .waitFor();
      await button(page, /^Nicht abrechenbar/).click();
      // The sides were together for less than ten minutes.
      await service('01671').getByText('Kürzer als 10 Minuten').waitFor();
      await button(page, /^Bereit/).click();
      await field(page, 'Suche').fill('');
      await page.getByText('1 von 1 gezeigt').waitFor({ state: 'detached' });
      await heading(page, 'Abrechnung').click();
      await screenshot(page, 'billing');
    },
  );

  it.runIf(isPriced)('leaves the network as a file with the checksum that is shown', async () => {
    const { rows, checksum, shown } = await closeQuarter(office.page);
    expect(shown).toBe(checksum);
    const mine = rows.filter((row) => row.KVNR === patient.kvnr);
    expect(mine.map((row) => row.GOP)).toEqual(['01670']);
    expect(mine[0]).toMatchObject({ 'Diagnosen (ICD-10-GM)': 'I50.13 V', Geburtsdatum: '12.03.1941' });
  });

  it('is counted where nobody is named', async () => {
    const { page } = office;
    const held = await consultsHeld(network.server.database);
    await place(page, 'Auswertung').click();
    const tile = page.getByText('beide Seiten im Raum', { exact: true }).locator('..');
    await expect.poll(() => tile.textContent(), { timeout: 20_000 }).toContain(String(held));
    expect(await page.getByRole('main').textContent()).not.toContain(patient.family);
    await screenshot(page, 'evaluation');
  });

  it('left no complaint in the pages', () => {
    expect(
      [...practice.complaints, ...clinic.complaints, ...office.complaints].filter(
        (said) => !isSignedOut(said),
      ),
    ).toEqual([]);
  });

  it('left nothing about anybody in the log', async () => {
    await expectSilentLog(network, [patient.family, patient.given, patient.kvnr, ...Object.values(typed)]);
  });
});

/** As the address of the opened consult has it. */
const requestId = (): string => new URL(clinic.page.url()).pathname.split('/').at(-1) ?? '';
const ownDay = (page: Page) => page.getByRole('region', { name: 'Mein Tag' });
/** Whether somebody is signed in is asked before anybody is. */
const isSignedOut = (said: string): boolean => said.includes('401 (Unauthorized)');
