import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { bookTime } from './support/practices.ts';
import { button, heading } from './support/press.ts';
import { bookingOf, openTeamNoon } from './support/team-noon.ts';

type Booked = { id: string; name: string; day: string; time: string };

let network: Network;
let office: Visit;
let booked: Booked;

beforeAll(async () => {
  network = await openNetwork();
  booked = await bookNoon();
  office = await network.enter(demo('klinik.koordination').email);
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

/**
 * The only booking of a noon on which nothing else is planned. It begins within a half hour, whose beginning stays
 * free to be dragged: what begins with it would be moved by the drag.
 */
const bookNoon = async (): Promise<Booked> => {
  const { database } = network.server;
  const time = '12:50';
  const { day, team, at } = await openTeamNoon(database, 6);
  const [{ id: practitionerId, name } = { id: '', name: '' }] = team;
  const practice = await network.enter(demo('praxis.arzt').email);
  const requestId = await bookTime(practice, { practitionerId, startAt: at(time) });
  await practice.context.close();
  return { id: (await bookingOf(database, requestId)).id, name, day, time };
};

/** Half hours can be pressed and dragged. */
const halfHour = (page: Page, minutesLater = 0): Locator => {
  const minutes =
    Number(booked.time.slice(0, 2)) * 60 + (Number(booked.time.slice(3)) >= 30 ? 30 : 0) + minutesLater;
  const time = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return page.locator(`button[aria-label*="${booked.name} ${booked.day}"][aria-label*="${time}:00 -"]`);
};

/** Along the lower edge, where no booking lies. */
const drag = async (page: Page, from: Locator, to: Locator) => {
  const edge = async (slot: Locator) => {
    const box = await slot.boundingBox();
    if (!box) throw new Error('the half hour is not shown');
    return [box.x + box.width / 2, box.y + box.height - 3] as const;
  };
  await page.mouse.move(...(await edge(from)));
  await page.mouse.down();
  await page.mouse.move(...(await edge(to)), { steps: 6 });
  await page.mouse.up();
};

describe('the coordinator', () => {
  it('sees the week of the whole team and who is on call', async () => {
    const { page } = office;
    await heading(page, 'Dienstplan').waitFor();
    await page.goto(`${network.server.url}/dienstplan?tag=${booked.day}`);
    await heading(page, 'Rufbereitschaft').waitFor();
    await halfHour(page).waitFor();
    await screenshot(page, 'roster');
    expect(await barriers(page)).toEqual([]);
  });

  it('drags an absence over booked time and reads whom it hits before saving', async () => {
    const { page } = office;
    await drag(page, halfHour(page), halfHour(page, 30));
    const drawer = page.getByRole('dialog', { name: 'Sprechzeit' });
    expect(await drawer.getByRole('radio', { name: 'Abwesenheit' }).isChecked()).toBe(true);
    await drawer.getByText('1 gebuchter Termin läge außerhalb der Sprechzeit.').waitFor();
    await screenshot(page, 'roster-hits', false);
    expect(await barriers(page)).toEqual([]);
    await button(drawer, 'Speichern und 1 Termin umplanen').click();
    const replan = page.getByRole('dialog', { name: 'Termine umplanen' });
    await replan.getByText('0 von 1 geklärt').waitFor();
    await screenshot(page, 'roster-replan', false);
    expect(await barriers(page)).toEqual([]);
    await button(replan, 'So lassen').click();
    await replan.getByText('Alle Termine sind geklärt.').waitFor();
    await button(replan, 'Schließen').last().click();
    await replan.waitFor({ state: 'detached' });
    // What was left is not forgotten.
    await page.getByText('1 Termin liegt außerhalb der Sprechzeit.').waitFor();
  });

  it('opens the booking from the list, and cancels it with a word to the practice', async () => {
    const { page } = office;
    await page.getByText('Liste', { exact: true }).click();
    await button(page, new RegExp(`^${booked.time}–.*Termin außerhalb der Sprechzeit`)).click();
    await button(page.getByRole('dialog', { name: 'Termin' }), 'Absagen').click();
    const drawer = page.getByRole('dialog', { name: 'Termin absagen' });
    await drawer.getByLabel('Mitteilung an die Praxis').fill('Gern am Donnerstag');
    await button(drawer, /^Termin am .* absagen$/).click();
    await page.getByText(/ist abgesagt/).waitFor();
    const [row] = await network.server.database.sql(
      `SELECT b.state, r.status, r.end_note AS note FROM booking b JOIN consult_request r ON r.id = b.request_id WHERE b.id = $1`,
      [booked.id],
    );
    expect(row).toEqual({ state: 'cancelled', status: 'cancelled', note: 'Gern am Donnerstag' });
  });

  it('works with the keyboard alone', async () => {
    const { page } = office;
    await page.goto(`${network.server.url}/dienstplan?tag=${booked.day}`);
    await halfHour(page, -30).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Speichern' }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });
});

describe('a specialist on a phone', () => {
  it('reads the plan as a list without scrolling sideways, and changes only the own hours', async () => {
    const own = demo('klinik.kardiologie');
    const { page } = await network.enter(own.email, { size: sizes.phone });
    await page.goto(`${network.server.url}/dienstplan`);
    await page.getByRole('main').getByText(own.displayName, { exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Abwesenheit eintragen').click();
    const drawer = page.getByRole('dialog');
    expect(await drawer.getByLabel('Ärztin/Arzt').inputValue()).toBe(own.displayName);
  });
});
