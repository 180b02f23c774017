import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, openBrowser, type Size, screenshot, sizes, visit } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  const { CLIENT_DIR } = process.env;
  [server, browser] = await Promise.all([startServer(CLIENT_DIR ? { CLIENT_DIR } : {}), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

/** Several seconds of measuring on a busy machine. In ms. */
const patience = 60_000;
const open = async (size: Size = sizes.phone) => {
  const visited = await visit(browser, `${server.url}/test`, { size });
  const asked: string[] = [];
  visited.page.on('request', (request) => asked.push(request.url()));
  return { ...visited, asked };
};

it('tells anybody without an account whether a consultation will work from here', async () => {
  const { page, complaints, asked } = await open();
  await page.getByRole('heading', { name: 'Kamera, Ton und Leitung prüfen' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Kamera und Ton prüfen' }).click();
  await page.getByLabel('Ihr eigenes Bild').waitFor();
  await page.getByText('Ihr Mikrofon ist zu hören.').waitFor();
  await page.getByRole('button', { name: 'Leitung prüfen' }).click();
  await page.getByText('Die Leitung ist gut. Bild und Ton werden gelingen.').waitFor({ timeout: patience });
  const found = (name: string) =>
    page.getByRole('row').filter({ hasText: name }).getByRole('cell').innerText();
  expect(await found('Direkt (UDP)')).toBe('frei');
  expect(await found('Direkt (TCP)')).toBe('frei');
  expect(await found('Über das Relais')).toBe('nicht eingerichtet');
  expect(await found('Senden')).toMatch(/^\d+(,\d)? Mbit\/s$/);
  expect(await found('Hin und zurück')).toMatch(/^\d+(,\d)? ms$/);
  expect(await barriers(page)).toEqual([]);
  await screenshot(page, 'test-phone', false);
  // The page belongs to nobody: it asks its own server only, and no account's part of it.
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  const paths = asked.map((url) => new URL(url).pathname).filter((path) => path.startsWith('/api/'));
  expect(paths.every((path) => path.startsWith('/api/connection-test'))).toBe(true);
  expect(complaints).toEqual([]);
});

it('hands the result on as text without names and addresses', async () => {
  const { page, context } = await open(sizes.desktop);
  await context.grantPermissions(['camera', 'microphone', 'clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Check the line' }).click();
  await page.getByRole('button', { name: 'Copy result' }).click({ timeout: patience });
  await page.getByText('Copied.').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/Direct \(UDP\): open/);
  expect(text).toMatch(/Microphone: not checked/);
  expect(text).not.toContain('127.0.0.1');
  await screenshot(page, 'test-desktop', false);
});

it('says what to do where the network lets nothing through', async () => {
  const { page } = await open();
  // A network that blocks media: no connection ever comes up.
  await page.evaluate(() => {
    RTCPeerConnection.prototype.setRemoteDescription = () => new Promise(() => undefined);
  });
  await page.getByRole('button', { name: 'Leitung prüfen' }).click();
  await page.getByText('kommt keine Verbindung für Bild und Ton zustande').waitFor({ timeout: patience });
  await page.getByText('UDP und TCP zum Medienserver sind gesperrt').waitFor();
  await screenshot(page, 'test-blocked', false);
});
