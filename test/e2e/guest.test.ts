import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../server/setup/paths.ts';
import { barriers, openBrowser, type Size, sizes, visit } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { enterRoom } from './support/enter-room.ts';
import { seesAndHearsAll } from './support/everybody.ts';
import { expectSilentLog } from './support/logged.ts';
import { button } from './support/press.ts';

const { CLIENT_DIR } = process.env;
let server: TestServer;
let browser: Browser;
let requestId: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(CLIENT_DIR ? { CLIENT_DIR } : {}), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Secrets of the browsers: sessions, guests' cookies and links. */
const tokens: string[] = [];
const seen: string[][] = [];
const guestName = 'Frau Gastprobe';

beforeEach(async () => {
  const [practice] = await server.database.sql<{ organisation_id: string; id: string }>(
    `SELECT organisation_id, id FROM account WHERE email LIKE 'praxis.arzt@%'`,
  );
  const [row] = await server.database.sql<{ id: string; patient_id: string }>(
    `UPDATE consult_request SET status = 'planned', planned_start = now() + interval '5 minutes',
       planned_end = now() + interval '25 minutes', requester_organisation_id = $1, requester_account_id = $2
     WHERE id = (SELECT r.id FROM consult_request r JOIN department d ON d.id = r.provider_department_id
       WHERE r.status IN ('planned', 'cancelled') AND d.specialty_code = 'cardiology'
         AND NOT EXISTS (SELECT 1 FROM consultation c WHERE c.request_id = r.id) LIMIT 1) RETURNING id, patient_id`,
    [practice?.organisation_id, practice?.id],
  );
  if (!row) throw new Error('the demonstration network has no request left for this test');
  await server.database.sql('UPDATE patient SET organisation_id = $1, kvnr = NULL WHERE id = $2', [
    practice?.organisation_id,
    row.patient_id,
  ]);
  requestId = row.id;
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(seen.splice(0).flat()).toEqual([]);
});

async function enter(name: 'praxis.arzt' | 'klinik.kardiologie'): Promise<Page> {
  const { page, context, complaints } = await visit(browser, `${server.url}/healthz`);
  const data = { email: `${name}@demo.telkonnet.example`, password: 'Konsil-im-Nordwesten' };
  expect((await context.request.post(`${server.url}/api/session`, { data })).status()).toBeLessThan(300);
  tokens.push(...(await context.cookies()).map(({ value }) => value));
  seen.push(complaints);
  await page.goto(`${server.url}/raum/${requestId}`);
  await enterRoom(page);
  return page;
}

/** Somebody with a phone and nothing but the link. */
async function open(link: string, size: Size = sizes.phone): Promise<Page> {
  const { page, complaints } = await visit(browser, link, { size });
  seen.push(complaints);
  return page;
}

/** Fills the form in the room and reads the link that is shown once. */
async function invite(staff: Page): Promise<string> {
  await button(staff, /^Personen im Raum/).click();
  await button(staff, 'Jemanden einladen').click();
  const dialog = staff.getByRole('dialog', { name: 'Jemanden einladen' });
  await dialog.getByLabel('Name des Gastes').fill(guestName);
  await dialog.getByRole('combobox', { name: 'Nimmt teil als' }).click();
  // A busy machine draws few frames to prove by that the list stands still.
  await staff.getByRole('option', { name: /^Angehörige/ }).click({ force: true });
  await dialog.getByRole('checkbox', { name: /mit dieser Person einverstanden/ }).check();
  await button(dialog, 'Link erstellen').click();
  await dialog.getByText(`Einladung für ${guestName}`).waitFor();
  const link = (await dialog.locator('code').textContent()) ?? '';
  tokens.push(link.split('#')[1] ?? '');
  await dialog.getByRole('img', { name: 'Der Link als QR-Code' }).waitFor();
  await staff.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return link;
}

describe('a guest', () => {
  it('is invited, waits, is let in, and all three see and hear each other; the link is then worth nothing', async () => {
    const practice = await enter('praxis.arzt');
    const link = await invite(practice);
    const guest = await open(link);
    await guest.getByText(/lädt Sie zu einer Videosprechstunde ein/).waitFor();
    expect(await barriers(guest)).toEqual([]);
    await button(guest, 'Kamera und Ton prüfen').click();
    await guest.getByText(/Der Browser fragt gleich/).waitFor();
    await button(guest, 'Jetzt prüfen').click();
    await guest.getByLabel('Ihr eigenes Bild').waitFor();
    expect(await barriers(guest)).toEqual([]);
    await button(guest, 'Beitreten').click();
    await guest.getByRole('heading', { name: 'Sie sind im Warteraum' }).waitFor();
    expect(await barriers(guest)).toEqual([]);

    // Both sides are told; one lets in. Who comes into the room later sees at once who waits.
    const clinic = await enter('klinik.kardiologie');
    await practice.getByText(`${guestName} wartet.`).waitFor();
    const admit = button(clinic, `${guestName} einlassen`);
    await admit.focus();
    await clinic.keyboard.press('Enter');
    await Promise.all([practice, clinic, guest].map((page) => seesAndHearsAll(page, 2)));
    await guest.getByText('Fachärztin, Facharzt · ').waitFor();
    await clinic.getByText(guestName).first().waitFor();
    expect(await barriers(guest)).toEqual([]);
    expect(await overflowOf(guest)).toBeLessThanOrEqual(0);

    const second = await open(link);
    await second.getByRole('heading', { name: 'Dieser Link wurde schon benutzt.' }).waitFor();
    // The browser itself notes the refusal.
    expect(seen.pop()).toEqual([expect.stringContaining('409')]);

    // A reload comes back to the same place without anybody's help.
    await guest.reload();
    await seesAndHearsAll(guest, 2);
    await button(guest, 'Mikrofon ist an: stumm schalten').click();
    await clinic.getByText('stumm', { exact: true }).waitFor();

    await button(clinic, 'Verlassen').click();
    await button(clinic, 'Für alle beenden').click();
    await guest.getByRole('heading', { name: 'Die Videosprechstunde ist beendet.' }).waitFor();
    // Three browsers encrypt, decrypt and draw everything on one machine, beside its server.
  }, 240_000);

  it('takes part by listening only, in English, and is put out at once', async () => {
    const clinic = await enter('klinik.kardiologie');
    const guest = await open(await invite(clinic));
    await button(guest, 'English').click();
    await guest.getByText('Listening only').click();
    await button(guest, 'Join').click();
    await guest.getByRole('heading', { name: 'You are in the waiting room' }).waitFor();
    await button(clinic, `${guestName} einlassen`).click();
    await seesAndHearsAll(guest, 1);
    await button(guest, 'Muted: switch the microphone on').waitFor();
    await button(clinic, /^Personen im Raum/).click();
    await button(clinic, 'Jemanden einladen').click();
    await button(clinic, `${guestName} aus dem Raum entfernen`).waitFor();
    expect(await barriers(clinic)).toEqual([]);
    await button(clinic, `${guestName} aus dem Raum entfernen`).click();
    await button(clinic, /^Aus dem Raum entfernen$/).click();
    await guest.getByRole('heading', { name: 'Your part was ended.' }).waitFor();
    await clinic.getByText(/Warten auf/).waitFor({ state: 'attached' });
  });

  it('of a browser that cannot encrypt is told so before anything else, and the link is not used up', async () => {
    const clinic = await enter('klinik.kardiologie');
    const link = await invite(clinic);
    const { page } = await visit(browser, 'about:blank', {
      size: sizes.phone,
      prepare: (context) =>
        context.addInitScript(() => Reflect.deleteProperty(window, 'RTCRtpScriptTransform')),
    });
    await page.goto(link);
    await page.getByRole('heading', { name: 'Dieser Browser kann nicht teilnehmen.' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const guest = await open(link);
    await button(guest, 'Beitreten').waitFor();
  });
});

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('the page', () => {
  it('costs a guest at most 75 KB of JavaScript, compressed, the worker included', () => {
    const folder = CLIENT_DIR ?? join(cacheFolder, 'client');
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const scripts = new Set<string>();
    const follow = (path: string) => {
      if (scripts.has(path)) return;
      scripts.add(path);
      // Static and dynamic imports, and the worker.
      for (const [, name] of read(path).matchAll(/["'`](?:\.?\/|\/?assets\/)([\w-]+\.js)["'`]/g)) {
        if (existsSync(join(folder, 'assets', name ?? ''))) follow(`assets/${name}`);
      }
    };
    for (const [, path] of read('guest.html').matchAll(/"\/(assets\/[\w-]+\.js)"/g)) if (path) follow(path);
    const bytes = [...scripts].map((path) => brotliCompressSync(read(path)).length);
    const sum = bytes.reduce((before, one) => before + one, 0);
    expect([...scripts].some((path) => /worker/.test(path))).toBe(true);
    expect(sum).toBeGreaterThan(40_000);
    expect(sum).toBeLessThanOrEqual(75_000);
  });
});

it('left no word about anybody in the log', () =>
  expectSilentLog({ server, tokens: () => tokens }, [guestName]));
