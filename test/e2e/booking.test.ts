import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { bookKnown, post } from './support/book-known.ts';
import { openTimeSoon } from './support/near-time.ts';
import { demo, type Network, openNetwork } from './support/network.ts';

import { button, heading, link } from './support/press.ts';
import { bookingOf, type Noon, openTeamNoon, type Person } from './support/team-noon.ts';

let network: Network;
let office: Visit;
let practice: Visit;
let noon: Noon;
/** Three of the department, in the order of the calendar. */
let first: Person;
let second: Person;
/** Requests with a booking of the first person, at 12:00 and at 12:25. */
let moved: string;
let stays: string;

beforeAll(async () => {
  network = await openNetwork();
  noon = await openTeamNoon(network.server.database, 4);
  [first, second] = noon.team as [Person, Person];
  practice = await network.enter(demo('praxis.arzt').email);
  moved = await bookKnown(network.server.database, practice, {
    practitionerId: first.id,
    startAt: noon.at('12:00'),
  });
  stays = await bookKnown(network.server.database, practice, {
    practitionerId: first.id,
    startAt: noon.at('12:25'),
  });
  office = await network.enter(demo('klinik.koordination').email);
  await office.page.goto(`${network.server.url}/dienstplan?ansicht=day&tag=${noon.day}`);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const stored = (requestId: string) => bookingOf(network.server.database, requestId);
const blockAt = (page: Page, time: string): Locator =>
  button(page.getByRole('main'), new RegExp(`^${time} Hausarztpraxis`));
const drawerOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

describe('the coordinator', () => {
  it('drags a booking to a colleague, reads what it would do, saves it and takes it back', async () => {
    const { page } = office;
    const before = await stored(moved);
    const target = page.locator(`button[aria-label*="${second.name} ${noon.day}"][aria-label*="12:30:00 -"]`);
    await blockAt(page, '12:00').dragTo(target);
    const drawer = drawerOf(page, 'Termin verschieben');
    await drawer.getByText('Das würde sich ändern').waitFor();
    const change = drawer.getByRole('form', { name: 'Das würde sich ändern' });
    const said = await change.innerText();
    expect(said).toContain(`12:00 · ${first.name}`);
    expect(said).toMatch(new RegExp(`12:(25|50) · ${second.name}`));
    expect(said).toContain(`Hausarztpraxis Musterhafen · ${first.name} · ${second.name}`);
    expect(await barriers(page)).toEqual([]);
    await screenshot(page, 'booking-move', false);
    expect(await stored(moved)).toEqual(before);

    await button(change, /verschieben$/).click();
    await drawer.waitFor({ state: 'detached' });
    expect(await stored(moved)).toMatchObject({ practitioner: second.id, sequence: 1, reason: null });
    await button(page, 'Rückgängig').click();
    await page.getByText(/Der Termin liegt wieder am/).waitFor();
    expect(await stored(moved)).toMatchObject({ practitioner: first.id, start: before.start, sequence: 2 });
  });

  it('pushes a booking in with the keyboard alone, and only with a reason', async () => {
    const { page } = office;
    const press = async (target: Locator) => {
      await target.focus();
      await page.keyboard.press('Enter');
    };
    await press(blockAt(page, '12:00'));
    await press(button(drawerOf(page, 'Termin'), 'Verschieben'));
    const drawer = drawerOf(page, 'Termin verschieben');
    await drawer.getByRole('region', { name: 'Nächste freie Zeiten' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press(button(drawer, 'Andere Uhrzeit, auch als Einschub'));
    await drawer.getByLabel('Stunde, Beginn').fill('12');
    await drawer.getByLabel('Minute, Beginn').fill('30');
    await press(button(drawer, 'Diese Zeit nehmen'));
    await drawer.getByText(/Von 12:25 bis 12:45 ist schon ein Termin/).waitFor();
    await press(button(drawer, /einschieben$/));
    await drawer.getByText('Diese Angabe fehlt noch.').waitFor();
    expect((await stored(moved)).sequence).toBe(2);
    await drawer.getByLabel(/Grund für den Einschub/).fill('Verschlechterung seit gestern');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await drawer.waitFor({ state: 'detached' });
    expect(await stored(moved)).toMatchObject({ sequence: 3, reason: 'Verschlechterung seit gestern' });
    await button(page.getByRole('main'), /^12:30 Hausarztpraxis.*Einschub/).waitFor();
    await screenshot(page, 'booking-overbooked', false);
  });

  it('sees what a practice is booking right now, and when it is left', async () => {
    const { page } = office;
    const time = { practitionerId: second.id, startAt: noon.at('13:40') };
    const { id } = await post(practice, '/api/holds', time);
    const open = page.getByTitle(/^13:40 wird gerade gebucht \(Hausarztpraxis Musterhafen\)/);
    await open.waitFor();
    await open.getByRole('timer').waitFor();
    await screenshot(page, 'booking-hold', false);
    await post(practice, `/api/holds/${id}`, {}, 'delete');
    await open.waitFor({ state: 'detached' });
  });

  it('is told who was faster, and goes on from there', async () => {
    const { page } = office;
    await blockAt(page, '12:25').click();
    await button(drawerOf(page, 'Termin'), 'Übergeben').click();
    const drawer = drawerOf(page, 'Termin übergeben');
    await button(drawer, /^An .* übergeben$/).waitFor();
    const other = await network.enter(demo('klinik.koordination').email);
    const { id, sequence } = await stored(stays);
    await post(other, `/api/bookings/${id}/hand-over`, { practitionerId: second.id, sequence });
    const told = drawer.getByRole('alert');
    await told.getByText(/^Jemand war schneller/).waitFor();
    await told.getByText(/^Übergeben von Konrad Planmuster/).waitFor();
    await told.getByText(new RegExp(`^Jetzt gilt: .* bei ${second.name}`)).waitFor();
    await button(told, 'Mit diesem Stand weiter').click();
    await button(drawerOf(page, 'Termin'), 'Verschieben').click();
    await post(practice, `/api/bookings/${id}/cancel`, { reason: 'patient_unable' });
    await drawerOf(page, 'Termin verschieben').getByText('Der Termin ist jetzt abgesagt.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await other.context.close();
  });
});

describe('a booking on its own page', () => {
  it('tells the practice its history, and fits on a phone', async () => {
    const phone = await network.enter(demo('praxis.arzt').email, { size: sizes.phone });
    const { page } = phone;
    await page.goto(`${network.server.url}/termine/${(await stored(moved)).id}`);
    await heading(page, /^Termin zum Konsil K-/).waitFor();
    const history = page.getByRole('list', { name: 'Verlauf' });
    const steps = await history.getByRole('listitem').allInnerTexts();
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.at(-1)).toMatch(/^Gebucht/);
    expect(steps[0]).toMatch(/^Verschoben/);
    expect(steps[0]).toContain('Einschub');
    expect(steps[0]).toContain('Koordination');
    await page.getByText('Verschlechterung seit gestern').waitFor();
    await link(page, 'Verschieben').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await barriers(page)).toEqual([]);
    await screenshot(page, 'booking-page', false);
    await phone.context.close();
  });

  it('opens from the specialist’s day, who gives it to a colleague', async () => {
    const own = demo('klinik.kardiologie');
    const start = await openTimeSoon(network.server.database, own.email);
    const [who] = await network.server.database.sql<{ id: string }>(
      'SELECT practitioner_id AS id FROM account WHERE email = $1',
      [own.email],
    );
    const request = await bookKnown(network.server.database, practice, {
      practitionerId: who?.id ?? '',
      startAt: start.toISOString(),
    });
    const { page } = await network.enter(own.email);
    await link(page, /^Termin von .* übergeben$/).click();
    await button(page, /^An .* übergeben$/).click();
    await heading(page, 'Was möchten Sie tun?')
      .or(page.getByText('Übergeben', { exact: true }))
      .first()
      .waitFor();
    await expect.poll(async () => (await stored(request)).practitioner).not.toBe(who?.id);
    await page.getByRole('list', { name: 'Verlauf' }).getByText('Übergeben', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('keeps a corrected attendance with who corrected it and why', async () => {
    const { page } = office;
    const { database } = network.server;
    const { id } = await stored(moved);
    await database.sql(
      `UPDATE booking SET start_at = now() - interval '2 hours', end_at = now() - interval '100 minutes',
         blocked_from = now() - interval '2 hours', blocked_until = now() - interval '100 minutes',
         state = 'no_show', missed_by = 'requester' WHERE id = $1`,
      [id],
    );
    await database.sql(`UPDATE consult_request SET status = 'no_show' WHERE id = $1`, [moved]);
    await page.goto(`${network.server.url}/termine/${id}`);
    await page.getByText('Praxis nicht erschienen').waitFor();
    await button(page, 'Anwesenheit berichtigen').click();
    await page.getByRole('radio', { name: 'Die Klinik war nicht da' }).check();
    await button(page, 'Berichtigen').click();
    await page.getByText('Diese Angabe fehlt noch.').waitFor();
    await page.getByLabel(/Grund der Berichtigung/).fill('Ärztin im Notfall gebunden');
    await button(page, 'Berichtigen').click();
    await page.getByText(/Konrad Planmuster, .*: Ärztin im Notfall gebunden/).waitFor();
    await page.getByText('Klinik nicht erschienen').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
