import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../server/kernel/zoned-time.ts';
import { isPublicHoliday } from '../../server/modules/scheduling/index.ts';
import { barriers, screenshot, type Visit } from '../support/browser.ts';
import { bookKnown } from './support/book-known.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { button, heading } from './support/press.ts';
import { bookingOf, type Noon, openTeamNoon, type Person } from './support/team-noon.ts';

let network: Network;
let office: Visit;
let noon: Noon;
let first: Person;
/** Requests with a booking of the first person on the noon. */
let hit: string[];

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  noon = await openTeamNoon(database, 5);
  [first] = noon.team as [Person];
  const practice = await network.enter(demo('praxis.arzt').email);
  hit = [];
  for (const time of ['12:00', '12:50', '13:40']) {
    hit.push(await bookKnown(database, practice, { practitionerId: first.id, startAt: noon.at(time) }));
  }
  office = await network.enter(demo('klinik.koordination').email);
  await office.page.goto(`${network.server.url}/dienstplan?ansicht=day&tag=${noon.day}`);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

/** The day after, or the one after that where it is a holiday. */
const weekdayAfter = () =>
  isPublicHoliday(addDays(noon.day, 1))
    ? { name: 'Freitag', short: 'Fr' }
    : { name: 'Donnerstag', short: 'Do' };
const stored = () => Promise.all(hit.map((request) => bookingOf(network.server.database, request)));

describe('the coordinator', () => {
  it('keeps a pool and its hours, and sees them with everybody who is in it', async () => {
    const { page } = office;
    const weekday = weekdayAfter();
    await button(page, 'Pool anlegen').click();
    const form = page.getByRole('dialog', { name: 'Pool anlegen' });
    await button(form, 'Speichern').click();
    await form.getByText('Diese Angabe fehlt noch.').first().waitFor();
    await form.getByLabel(/^Name/).fill('Herzsprechstunde');
    await form.getByLabel(/^Wer gehört dazu/).click();
    for (const { name } of noon.team) await page.getByRole('option', { name }).click();
    await page.keyboard.press('Tab');
    expect(await barriers(page)).toEqual([]);
    await button(form, 'Speichern').click();
    await form.waitFor({ state: 'detached' });

    await button(page, 'Sprechzeit anlegen für Pool Herzsprechstunde').click();
    const hours = page.getByRole('dialog', { name: 'Neu im Dienstplan' });
    await hours.getByLabel('Stunde, von').fill('12');
    await hours.getByLabel('Stunde, bis').fill('13');
    await hours.getByLabel('Wochentag').click();
    await page.getByRole('option', { name: weekday.name }).click();
    await hours.getByText('Kein gebuchter Termin ist betroffen.').waitFor();
    await button(hours, 'Speichern').click();
    await hours.waitFor({ state: 'detached' });
    const pool = page.getByRole('region', { name: 'Herzsprechstunde' });
    await pool.getByText(`${weekday.short} 12:00–13:00`).waitFor();
    const load = pool.getByRole('table', { name: 'Termine des Pools im Monat' });
    expect(await load.getByRole('rowheader').allInnerTexts()).toEqual(noon.team.map(({ name }) => name));
    await page.getByText('Liste', { exact: true }).click();
    await button(page, /^12:00–13:00 Pool Herzsprechstunde/)
      .first()
      .waitFor();
    expect(await button(page, /^12:00–13:00 Pool Herzsprechstunde/).count()).toBe(noon.team.length);
  });

  it('looks after everybody whom an absence hits: one by one, or all by the pool', async () => {
    const { page } = office;
    await page.getByText('Tag', { exact: true }).click();
    await button(page, 'Abwesenheit eintragen').click();
    const form = page.getByRole('dialog', { name: 'Neu im Dienstplan' });
    await form.getByLabel('Ärztin/Arzt').click();
    await page.getByRole('option', { name: first.name }).click();
    await form.getByLabel('ganze Tage').check();
    await form.getByText('3 gebuchte Termine lägen außerhalb der Sprechzeit.').waitFor();
    expect((await stored()).every(({ practitioner }) => practitioner === first.id)).toBe(true);
    await button(form, 'Speichern und 3 Termine umplanen').click();

    const replan = page.getByRole('dialog', { name: 'Termine umplanen' });
    await replan.getByText('0 von 3 geklärt').waitFor();
    await button(replan, 'Absagen').click();
    await replan.getByRole('radio', { name: 'anderer Grund' }).check();
    await button(replan, /^Termin am .* absagen$/).click();
    await replan.getByText('1 von 3 geklärt').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(replan, 'Alle 2 dem Pool „Herzsprechstunde“ übergeben').click();
    await button(page, 'Alle übergeben').click();
    await replan.getByText('Alle Termine sind geklärt.').waitFor();
    await screenshot(page, 'roster-replanned', false);
    const [cancelled, ...given] = await stored();
    expect(cancelled).toMatchObject({ state: 'cancelled', practitioner: first.id });
    const takers = given.map(({ state, practitioner }) => [state, practitioner !== first.id]);
    expect(takers).toEqual([
      ['booked', true],
      ['booked', true],
    ]);
    await button(replan, 'Schließen').last().click();
    await expect
      .poll(() => page.getByText(/liegt außerhalb|liegen außerhalb/).count(), { timeout: 20_000 })
      .toBe(0);
  });

  it('offers a time to one who waits, with a reason, and books another at once', async () => {
    const { page } = office;
    const { database } = network.server;
    await page.goto(`${network.server.url}/dienstplan`);
    await heading(page, 'Warteliste').waitFor();
    const first = button(page, /^Zeit anbieten: /).first();
    const whom = (await first.getAttribute('aria-label'))?.replace('Zeit anbieten: ', '');
    await first.click();
    const offer = page.getByRole('dialog', { name: 'Zeit anbieten' });
    await button(offer.getByRole('region', { name: 'Nächste freie Zeiten' }), /./)
      .first()
      .click();
    await button(offer, 'Zeit anbieten').click();
    await offer.getByText('Diese Angabe fehlt noch.').waitFor();
    await offer.getByLabel(/^Grund, warum außer der Reihe/).fill('Kommt von weit her');
    expect(await barriers(page)).toEqual([]);
    await button(offer, 'Zeit anbieten').click();
    await offer.waitFor({ state: 'detached' });
    await page.getByText(`${whom} hat das Angebot`).waitFor();
    await page
      .getByText(/^Angeboten: /)
      .first()
      .waitFor();
    await screenshot(page, 'roster-waiting', false);
    const offered = await database.sql<{ name: string }>(
      `SELECT o.name FROM waiting_offer f JOIN waiting_entry e ON e.id = f.waiting_id
         JOIN organisation o ON o.id = e.organisation_id
        WHERE f.state = 'open' AND e.specialty_code = 'cardiology'`,
    );
    expect(offered.map(({ name }) => name)).toContain(whom);

    const waiting = () =>
      database.sql<{ id: string }>(`SELECT id FROM waiting_entry WHERE state = 'waiting'`);
    const before = await waiting();
    await button(page, /^Direkt einbuchen/)
      .last()
      .click();
    const place = page.getByRole('dialog', { name: 'Direkt einbuchen' });
    await button(place.getByRole('region', { name: 'Nächste freie Zeiten' }), /./)
      .first()
      .click();
    await button(place, 'Direkt einbuchen').click();
    await place.waitFor({ state: 'detached' });
    await page.getByText(/ist am .* eingebucht/).waitFor();
    expect((await waiting()).length).toBe(before.length - 1);
    expect(await barriers(page)).toEqual([]);
  });
});
