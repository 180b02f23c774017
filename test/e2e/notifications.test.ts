/** What people are told while they work: the bell, a word at once, the choice of it, and the own calendar. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, screenshot, sizes, type Visit } from '../support/browser.ts';
import { eventsIn } from '../support/mail-catcher.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { button, heading } from './support/press.ts';

let network: Network;
let specialist: Visit;
let booked: { id: string; request: string; number: number; asker: string };

beforeAll(async () => {
  network = await openNetwork();
  const { email } = demo('klinik.kardiologie');
  specialist = await network.enter(email);
  const [row] = await network.server.database.sql<typeof booked>(
    `SELECT b.id, r.id AS request, r.number, a.email AS asker FROM booking b JOIN consult_request r ON r.id = b.request_id
       JOIN account a ON a.id = r.requester_account_id JOIN account s ON s.practitioner_id = b.practitioner_id
      WHERE s.email = $1 AND b.state = 'booked' AND b.start_at > now() + interval '2 days' AND a.email LIKE 'praxis.%'
      ORDER BY b.start_at LIMIT 1`,
    [email],
  );
  if (!row) throw new Error('the demonstration has no booked time of this practice');
  booked = row;
});
afterEach(({ task }) => network.keep(task));
afterAll(() => network?.close());

/** As the practice's own page would: with the cookie and the token of its window. */
const cancel = async ({ page }: Visit, id: string): Promise<number> =>
  page.evaluate(async (path) => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const body = JSON.stringify({ reason: 'no_longer_needed' });
    return (await fetch(path, { method: 'POST', headers, body })).status;
  }, `/api/bookings/${id}/cancel`);

it('says at once what the other side does, and keeps it behind the bell', async () => {
  const { page } = specialist;
  await button(page, 'Benachrichtigungen, keine neue').waitFor();
  const practice = await network.enter(booked.asker);
  expect(await cancel(practice, booked.id)).toBe(200);
  const toast = page.getByRole('alert').filter({ hasText: 'Termin abgesagt' });
  await toast.waitFor();
  expect(await toast.textContent()).toContain(`K-${String(booked.number).padStart(6, '0')}`);
  expect(await barriers(page)).toEqual([]);

  await button(page, 'Benachrichtigungen, 1 neue').click();
  const panel = page.getByRole('dialog', { name: 'Benachrichtigungen' });
  await panel.getByText('Termin abgesagt').waitFor();
  await toast.waitFor({ state: 'hidden' });
  await screenshot(page, 'notifications');
  expect(await barriers(page)).toEqual([]);
  await panel.getByRole('link', { name: /Termin abgesagt/ }).click();
  await page.waitForURL(`**/termine/${booked.id}`);
  await button(page, 'Benachrichtigungen, keine neue').waitFor();
  await practice.context.close();
});

it('lets everybody choose, on a phone too', async () => {
  const { page } = specialist;
  await button(page, /^Konto von/).click();
  await page.getByRole('menuitem', { name: 'Benachrichtigungen' }).click();
  await heading(page, 'Benachrichtigungen').waitFor();
  await page.getByText('E-Mail ist nicht eingerichtet').waitFor();
  const reminders = page.getByRole('group', { name: 'Erinnerungen' }).getByRole('switch', { name: 'Hier' });
  await reminders.click();
  await page.getByText('Ihre Auswahl gilt ab jetzt.').waitFor();
  await page.setViewportSize(sizes.phone);
  await page.reload();
  await reminders.waitFor();
  expect(await reminders.isChecked()).toBe(false);
  expect(await barriers(page)).toEqual([]);
  await screenshot(page, 'notification-settings-phone');
  await page.setViewportSize(sizes.desktop);
});

it('gives the own calendar an address once, and ends it', async () => {
  const { page } = specialist;
  await button(page, 'Kalenderadresse erstellen').click();
  const address = page.getByLabel('Kalenderadresse', { exact: true });
  const url = (await address.textContent()) ?? '';
  expect(await barriers(page)).toEqual([]);
  const feed = await fetch(url);
  expect(feed.headers.get('content-type')).toContain('text/calendar');
  expect(eventsIn(await feed.text()).length).toBeGreaterThan(3);
  await page.reload();
  await page.getByText('Zuletzt abgerufen:').waitFor();
  expect(await address.count()).toBe(0);
  await button(page, 'Beenden').click();
  await button(page, 'Adresse beenden').click();
  await button(page, 'Kalenderadresse erstellen').waitFor();
  expect((await fetch(url)).status).toBe(404);
  // Before signing in, the page asks who is there.
  expect(specialist.complaints.filter((line) => !line.includes('401'))).toEqual([]);
});
