import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { barriers, openBrowser, type Size, sizes, visit } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { enterRoom } from './support/enter-room.ts';
import { freeRoom } from './support/free-room.ts';
import { expectSilentLog } from './support/logged.ts';
import { button } from './support/press.ts';

let server: TestServer;
let browser: Browser;
const tokens: string[] = [];
const complaints: string[][] = [];
/** Two cores encode, seal, carry, open and draw everything at once. In ms. */
const patience = { timeout: 60_000 };

beforeAll(async () => {
  const { CLIENT_DIR } = process.env;
  [server, browser] = await Promise.all([
    startServer(CLIENT_DIR ? { CLIENT_DIR } : {}),
    openBrowser(undefined, 3),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints.splice(0).flat()).toEqual([]);
});

async function come(
  name: 'praxis.arzt' | 'klinik.kardiologie',
  requestId: string,
  size: Size,
): Promise<Page> {
  const { page, context, complaints: own } = await visit(browser, `${server.url}/healthz`, { size });
  const data = { email: `${name}@demo.telkonnet.example`, password: 'Konsil-im-Nordwesten' };
  expect((await context.request.post(`${server.url}/api/session`, { data })).status()).toBeLessThan(300);
  tokens.push(...(await context.cookies()).map(({ value }) => value));
  complaints.push(own);
  await page.goto(`${server.url}/raum/${requestId}`);
  await enterRoom(page);
  return page;
}

/** Both sides in a room of their own, seeing each other. */
async function meet(): Promise<{ requestId: string; practice: Page; clinic: Page }> {
  const requestId = await freeRoom(server);
  const practice = await come('praxis.arzt', requestId, sizes.tablet);
  const clinic = await come('klinik.kardiologie', requestId, sizes.desktop);
  for (const page of [practice, clinic]) await page.locator('figure video').first().waitFor(patience);
  return { requestId, practice, clinic };
}

/** Pictures of a part of the stage are decoded, and go on coming. */
async function isShown(page: Page, label: RegExp): Promise<void> {
  const video = page.locator('figure').filter({ hasText: label }).locator('video');
  const frames = () =>
    video.evaluate((element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
  await video.waitFor(patience);
  await vi.waitUntil(async () => (await frames()) > 5, { ...patience, interval: 100 });
}

it('shows a second camera and a screen beside the faces, and points at them', async () => {
  const { practice, clinic } = await meet();
  await button(practice, 'Zweite Kamera zeigen, für Wunden und Papiere').click();
  await practice.getByText('Sie zeigen Ihre zweite Kamera.').waitFor();
  // The made-up second camera measures depth, which no codec carries; the third one shows a picture.
  await button(practice, 'Andere Kamera').click();
  await isShown(clinic, /Zweite Kamera: Dr\. med\. Anna Muster/);

  const surface = button(clinic, /^Auf das Bild zeigen/);
  const box = await surface.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await clinic.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await clinic.mouse.down();
  await clinic.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  const dot = practice.locator('[data-pointer]');
  await dot.getByText('Dr. med. Karl Herzmuster').waitFor();
  // Both see it at the same place of the picture, whatever its size on the screen.
  await vi.waitUntil(async () => /^4[89]|^5[01]/.test(await dot.evaluate(({ style }) => style.left)));
  await clinic.mouse.up();
  await dot.waitFor({ state: 'detached' });
  await surface.focus();
  await clinic.keyboard.press('ArrowRight');
  await clinic.keyboard.press('ArrowRight');
  await dot.waitFor();
  await clinic.keyboard.press('Escape');
  await dot.waitFor({ state: 'detached' });

  await button(clinic, 'Bildschirm oder Fenster zeigen').click();
  await isShown(practice, /Bildschirm: Dr\. med\. Karl Herzmuster/);
  expect(await barriers(practice)).toEqual([]);
  await button(clinic, 'Groß zeigen: Bild der Teilnehmenden').click();
  await button(clinic, /Groß zeigen: Zweite Kamera/).waitFor();
  expect(await barriers(clinic)).toEqual([]);
  await practice.setViewportSize(sizes.phone);
  await isShown(practice, /Bildschirm: Dr\. med\. Karl Herzmuster/);
  expect(await practice.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    sizes.phone.width,
  );

  await button(clinic, 'Bildschirm nicht mehr zeigen').first().click();
  await practice.getByText('Bildschirm: Dr. med. Karl Herzmuster').waitFor({ state: 'detached' });
  await button(practice, 'Zweite Kamera nicht mehr zeigen').last().click();
  await clinic.getByText('Zweite Kamera: Dr. med. Anna Muster').first().waitFor({ state: 'detached' });
});

it('carries a line into the report and a picture into the files, and asks both sides at the end', async () => {
  const { requestId, practice, clinic } = await meet();
  const line = `Der Puls ist unregelmäßig ${requestId.slice(-6)}.`;
  await button(practice, 'Unterlagen öffnen').click();
  await practice.getByRole('tab', { name: 'Chat' }).click();
  await practice.getByLabel('Nachricht').fill(line);
  await practice.keyboard.press('Enter');
  await clinic.getByRole('tab', { name: 'Chat, 1 neue Zeile im Chat' }).click();
  await clinic.getByRole('log').getByText(line).waitFor();
  await button(clinic, 'In den Befund übernehmen').click();
  await button(clinic.getByRole('dialog'), 'In den Befund übernehmen').click();
  await clinic.getByText('im Befund', { exact: true }).waitFor();
  const findings = () =>
    server.database.sql<{ findings: string }>('SELECT findings FROM report WHERE request_id = $1', [
      requestId,
    ]);
  await vi.waitUntil(async () => (await findings())[0]?.findings.includes(line), {
    ...patience,
    interval: 200,
  });

  await button(clinic, 'Foto der anderen Seite anfordern').click();
  await button(clinic, 'Dr. med. Anna Muster bitten').click();
  await practice.getByText('Ist die Patientin oder der Patient einverstanden?').waitFor();
  expect(await barriers(practice)).toEqual([]);
  await button(practice, 'Ja, einverstanden').click();
  await clinic.getByText('Dr. med. Anna Muster nimmt das Foto auf …').waitFor();
  await practice.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
  await practice.getByAltText('Ihr Foto').waitFor(patience);
  await button(practice.getByRole('dialog'), 'Senden').click();
  for (const page of [practice, clinic]) {
    await page.getByText('liegt jetzt unter „Dateien“').waitFor(patience);
    await page.getByRole('tab', { name: 'Dateien' }).click();
    await page.locator('aside img').first().waitFor(patience);
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('aside img')?.naturalWidth ?? 0) > 0,
    );
    expect(await barriers(page)).toEqual([]);
  }
  const [kept] = await server.database.sql<{ kind: string; width: number }>(
    'SELECT kind::text, width FROM attachment WHERE request_id = $1',
    [requestId],
  );
  expect(kept).toMatchObject({ kind: 'wound', width: expect.any(Number) });
  expect(kept?.width).toBeGreaterThanOrEqual(1_280);

  await button(clinic, 'Verlassen').click();
  await button(clinic, 'Für alle beenden').click();
  for (const [page, trouble] of [
    [practice, 'Keine'],
    [clinic, 'Ton'],
  ] as const) {
    await page.getByText('Hat die Technik funktioniert?').waitFor();
    expect(await barriers(page)).toEqual([]);
    const answer = (question: string, words: string) =>
      page.getByRole('group', { name: question }).getByText(words, { exact: true }).click();
    await answer('Hat die Technik funktioniert?', 'Teilweise');
    await answer('War die Videosprechstunde hilfreich?', 'Ja');
    await answer('Gab es eine technische Störung?', trouble);
    await page.getByText('Danke für Ihre Antwort.').waitFor();
  }
  const said = () =>
    server.database.sql<{ side: string; worked: string; useful: string; trouble: string }>(
      `SELECT f.side::text, worked::text, useful::text, trouble::text FROM consultation_feedback f
       JOIN consultation c ON c.id = f.consultation_id WHERE c.request_id = $1 ORDER BY f.side`,
      [requestId],
    );
  await vi.waitUntil(async () => (await said()).length === 2);
  expect(await said()).toEqual([
    { side: 'requester', worked: 'partly', useful: 'yes', trouble: 'none' },
    { side: 'provider', worked: 'partly', useful: 'yes', trouble: 'sound' },
  ]);
  // Once per person, and nothing of the chat is there any more.
  await practice.reload();
  await practice.getByText('Die Videosprechstunde ist beendet.').waitFor();
  expect(await practice.getByText('Hat die Technik funktioniert?').count()).toBe(0);
});

it('goes on by phone: the asking side says so, and the consultant notes it with the end', async () => {
  const { requestId, practice, clinic } = await meet();
  await button(practice, /^Telefon/).click();
  await button(practice, 'Am Telefon weiterführen').click();
  await practice.getByText('Die andere Seite weiß Bescheid. Rufen Sie jetzt an.').waitFor();
  await clinic.getByText('Dr. med. Anna Muster führt am Telefon weiter.').waitFor();
  await button(clinic, 'Beenden: am Telefon weitergeführt').click();
  expect(await clinic.getByLabel('Am Telefon weitergeführt').isChecked()).toBe(true);
  await button(clinic, 'Für alle beenden').click();
  await practice.getByText('Die Videosprechstunde ist beendet.').waitFor();
  const [row] = await server.database.sql<{ by_phone: boolean }>(
    'SELECT by_phone FROM consultation WHERE request_id = $1',
    [requestId],
  );
  expect(row).toEqual({ by_phone: true });
});

it('needs no mouse: every control is reached by Tab, and M and V switch', async () => {
  const { practice } = await meet();
  const wanted = await practice
    .locator('footer button:visible')
    .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent));
  const reached = new Set<string | null>();
  for (let press = 0; press < 40; press += 1) {
    await practice.keyboard.press('Tab');
    reached.add(
      await practice.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null,
      ),
    );
  }
  expect(wanted.length).toBeGreaterThan(8);
  expect(wanted.filter((one) => !reached.has(one))).toEqual([]);
  await practice.keyboard.press('m');
  await button(practice, 'Stumm: Mikrofon einschalten').waitFor();
  await practice.keyboard.press('m');
  await button(practice, 'Mikrofon ist an: stumm schalten').waitFor();
  await button(practice, 'Unterlagen öffnen').click();
  await practice.getByRole('tab', { name: 'Chat' }).click();
  await practice.getByLabel('Nachricht').pressSequentially('mvm');
  await button(practice, 'Mikrofon ist an: stumm schalten').waitFor();
  await button(practice, 'Kamera ist an: ausschalten').waitFor();
});

it('left no word of it in the log', () =>
  expectSilentLog({ server, tokens: () => tokens }, ['Der Puls ist unregelmäßig']));
