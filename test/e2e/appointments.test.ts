import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, wallClock, weekdayOf } from '../../server/kernel/zoned-time.ts';
import { isPublicHoliday } from '../../server/modules/scheduling/index.ts';
import { barriers, screenshot, type Visit } from '../support/browser.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { otherPhysician } from './support/practices.ts';
import { button, card, field, heading, link, place } from './support/press.ts';
import { turnToWeek } from './support/turn-to-week.ts';

let network: Network;
let practice: Visit;
let other: Visit;
/** A booked consult of the practice with a cardiologist. */
let consult: string;

beforeAll(async () => {
  network = await openNetwork();
  const { database } = network.server;
  const [row] = await database.sql<{ id: string }>(
    `SELECT r.id FROM consult_request r JOIN booking b ON b.request_id = r.id AND b.state = 'booked'
      WHERE r.status = 'planned' AND b.series_id IS NULL AND b.start_at > now() + interval '1 day'
        AND r.requester_organisation_id = (SELECT organisation_id FROM account WHERE email = $1)
        AND r.specialty_code = 'cardiology' ORDER BY b.start_at LIMIT 1`,
    [demo('praxis.arzt').email],
  );
  if (!row) throw new Error('the demonstration has no booked consult in cardiology');
  consult = row.id;
  practice = await network.enter(demo('praxis.arzt').email);
  other = await network.enter(await otherPhysician(database));
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

const judge = async (page: Page) => expect(await barriers(page)).toEqual([]);
const times = (page: Page): Locator => page.getByRole('group', { name: /^Freie Zeiten der Woche/ });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const focusedStart = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-start') ?? '');
const reserved = (page: Page): Locator => page.getByRole('region', { name: 'Reservierte Zeit' });
/** Monday of the week after next, where nobody else of the tests is. */
const week = addDays(wallClock(Date.now()).date, 15 - weekdayOf(wallClock(Date.now()).date));

/** Turns to that week, and waits until its times stand there. */
const showWeek = async (page: Page) => {
  await turnToWeek(page, week);
  const first = times(page).locator('[data-start]').first();
  await expect.poll(() => first.getAttribute('data-start'), { timeout: 20_000 }).toSatisfy((at) => at > week);
};

/** The step with the times, for cardiology. */
const findTimes = async (page: Page) => {
  await place(page, 'Konsil anfordern').click();
  await card(page, /^Kardiologie/).click();
  await page.getByText('Dieser Schritt ist vollständig.').waitFor();
  await link(page, 'Termin und senden').click();
  await times(page).waitFor();
  await showWeek(page);
};

describe('finding a time', () => {
  it('needs no mouse: arrows among the times, page keys through the weeks, Enter to reserve', async () => {
    const { page } = practice;
    await findTimes(page);
    const shown = page.getByText(/^\d\d\.\d\d\.\d{4} bis/);
    const before = await shown.textContent();
    await button(page, 'Nächste Woche').focus();
    // The grid is one stop for the Tab key.
    while (!/^\d\d:\d\d/.test(await focused(page))) await page.keyboard.press('Tab');
    await page.keyboard.press('PageDown');
    await expect.poll(() => shown.textContent(), { timeout: 20_000 }).not.toBe(before);
    // The week is another, and the keyboard is in it.
    const monday = addDays(week, 7);
    await expect.poll(() => focusedStart(page), { timeout: 20_000 }).toSatisfy((at) => at > monday);
    await page.keyboard.press('PageUp');
    await expect.poll(() => shown.textContent(), { timeout: 20_000 }).toBe(before);
    await expect
      .poll(() => focusedStart(page), { timeout: 20_000 })
      .toSatisfy((at) => at > week && at < monday);
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).not.toBe(first);
    await page.keyboard.press('ArrowRight');
    const chosen = await focused(page);
    await page.keyboard.press('Enter');
    await reserved(page)
      .getByText(/Für Sie reserviert bis/)
      .waitFor();
    // The keyboard has not lost its place.
    expect((await focused(page)).slice(0, 5)).toBe(chosen.slice(0, 5));
    await judge(page);
  });

  it('lists the same times with the earliest first', async () => {
    const { page } = practice;
    await page.getByText('Früheste zuerst').click();
    const rows = page.locator('main section li button');
    await rows.first().waitFor();
    await judge(page);
    await page.getByText('Woche', { exact: true }).click();
    await times(page).waitFor();
  });

  it('marks a time in place when somebody else takes it, and gives it back in place', async () => {
    await findTimes(other.page);
    const free = times(other.page).locator('[data-start]:not([data-gone])');
    const start = await lonely(free);
    const { page } = practice;
    await showWeek(page);
    const mine = times(page).locator(`[data-start="${start}"]`);
    await mine.waitFor();
    const at = await mine.boundingBox();
    await times(other.page).locator(`[data-start="${start}"]`).click();
    await reserved(other.page).waitFor();
    await mine.and(page.locator('[data-gone]')).waitFor();
    expect(await mine.getAttribute('aria-label')).toContain('nicht mehr frei');
    expect(await mine.boundingBox()).toEqual(at);
    // The window closes: the time is free again at once, not only after five minutes.
    await other.page.goto('about:blank');
    await mine.and(page.locator(':not([data-gone])')).waitFor();
    expect(await mine.boundingBox()).toEqual(at);
  });

  it('reserves the time again for somebody who comes back', async () => {
    await other.page.goto(`${network.server.url}/konsile/neu/termin`);
    await reserved(other.page).waitFor();
    await other.page.reload();
    await reserved(other.page).waitFor();
    await button(reserved(other.page), '5 Minuten länger').click();
    await button(reserved(other.page), '5 Minuten länger').waitFor({ state: 'detached' });
    await button(reserved(other.page), 'Freigeben').click();
    await reserved(other.page).waitFor({ state: 'detached' });
  });
});

describe('moving an appointment', () => {
  it('reserves the new time, shows old and new, and swaps them', async () => {
    const { page } = practice;
    await page.goto(`${network.server.url}/konsile/${consult}`);
    await link(page, 'Termin verschieben').click();
    await times(page).waitFor();
    await judge(page);
    const target = times(page).locator('[data-start]').last();
    const words = ((await target.getAttribute('aria-label')) ?? '').slice(0, 5);
    await target.click();
    await reserved(page).getByText(words).waitFor();
    await button(page, 'Termin verschieben').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Bisher', { exact: true }).waitFor();
    await dialog.getByText(words).waitFor();
    await judge(page);
    await screenshot(page, 'move-booking');
    await button(dialog, 'Termin verschieben').click();
    await page.getByText('Der Termin ist verschoben. Die Klinik sieht es sofort.').waitFor();
    await page.getByRole('region', { name: 'Termin', exact: true }).getByText(`${words}–`).waitFor();
    const held = await network.server.database.sql(
      `SELECT 1 FROM booking WHERE state = 'held' AND waiting_id IS NULL AND booked_by_id = (SELECT id FROM account WHERE email = $1)`,
      [demo('praxis.arzt').email],
    );
    expect(held).toEqual([]);
  });
});

describe('follow-ups', () => {
  const plan = acrossHoliday();

  it('show every date, ask what to do on a holiday, and are booked together', async () => {
    const { page } = practice;
    await page.goto(`${network.server.url}/konsile/${consult}`);
    await link(page, 'Folgetermine planen').click();
    await times(page).waitFor();
    await button(page, 'Nächste Woche').click();
    const first = times(page).locator(`[data-start^="${plan.first}"]`).first();
    await first.waitFor();
    const clock = ((await first.getAttribute('aria-label')) ?? '').slice(0, 5);
    await first.click();
    await page.getByRole('combobox', { name: 'Wie oft?' }).click();
    await page
      .getByRole('option', { name: plan.everyWeeks === 1 ? 'jede Woche' : `alle ${plan.everyWeeks} Wochen` })
      .click();
    await field(page, 'Wie viele Termine?').fill(String(plan.count));
    const all = page.getByRole('region', { name: 'Alle Termine' });
    await expect.poll(() => all.locator('ol > li').count(), { timeout: 20_000 }).toBe(plan.count);
    const holiday = all.locator('ol > li').filter({ hasText: 'Feiertag:' });
    await holiday.first().waitFor();
    await judge(page);
    await screenshot(page, 'follow-ups');

    // The first proposal on the holiday, whatever else is taken is left out.
    await holiday.first().locator('label').first().click();
    const open = all.locator('ol > li[data-tone=attention]');
    while ((await open.count()) > 0) await open.first().locator('label').last().click();
    await card(page, 'Patientin/Patient').click();
    await card(page, 'mündlich').click();
    const send = button(page, /^\d+ Termine buchen$/);
    const count = Number.parseInt((await send.textContent()) ?? '', 10);
    await send.click();
    await page.getByText(`${count} Folgetermine sind gebucht`).waitFor();
    const dates = await page.getByRole('region', { name: 'Die Termine' }).locator('li').allTextContents();
    expect(dates).toHaveLength(count);
    // Winter or summer, the clock on the wall says the same.
    expect(dates.filter((one) => one.includes(`${clock}–`)).length).toBeGreaterThanOrEqual(count - 1);
    await judge(page);
  });

  it('stand in the list one by one, and may be called off together', async () => {
    const { page } = practice;
    await page.getByRole('region', { name: 'Die Termine' }).getByRole('link').first().click();
    const booking = page.getByRole('region', { name: 'Termin', exact: true });
    await booking.getByText(/^Folgetermin 1 von \d+/).waitFor();
    await button(booking, 'Termin absagen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Nicht mehr nötig' }).check();
    await dialog.getByRole('radio', { name: /^Auch d(er|ie) folgende/ }).check();
    await judge(page);
    await button(dialog, 'Termin absagen').click();
    await page.getByText(/\d+ Termine sind abgesagt/).waitFor();
    await heading(page, 'Das Konsil wurde abgesagt')
      .or(page.getByText('Das Konsil wurde abgesagt'))
      .first()
      .waitFor();
  });

  it('left no complaint in the pages', () => {
    const said = [...practice.complaints, ...other.complaints];
    expect(said.filter((one) => !one.includes('401 (Unauthorized)'))).toEqual([]);
  });
});

/** Of these times the first that one person has alone: taken once, it is gone for all. */
const lonely = async (free: Locator): Promise<string> => {
  const found = await free.evaluateAll((buttons) =>
    buttons.map((one) => ({
      start: one.getAttribute('data-start') ?? '',
      label: one.getAttribute('aria-label') ?? '',
      pressed: one.getAttribute('aria-pressed') === 'true',
    })),
  );
  const one = found.find(({ label, pressed }) => !pressed && label.split(',').length === 4);
  if (!one) throw new Error('every time is several people’s');
  return one.start;
};

/** A rhythm from next week on that meets a public holiday on a working day. */
function acrossHoliday(): { first: string; everyWeeks: number; count: number } {
  const today = wallClock(Date.now()).date;
  const monday = addDays(today, 8 - weekdayOf(today));
  for (let week = 1; week < 26; week += 1) {
    for (let day = 0; day < 5; day += 1) {
      const first = addDays(monday, day);
      if (!isPublicHoliday(addDays(first, week * 7)) || isPublicHoliday(first)) continue;
      const everyWeeks = [4, 3, 2].find((one) => week % one === 0) ?? 1;
      return { first, everyWeeks, count: week / everyWeeks + 2 };
    }
  }
  throw new Error('half a year without a holiday on a working day');
}
