import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { barriers, openBrowser, type Size, screenshot, sizes, visit } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { enterRoom } from './support/enter-room.ts';
import { freeRoom } from './support/free-room.ts';
import { expectSilentLog } from './support/logged.ts';
import { button } from './support/press.ts';

let server: TestServer;
let browser: Browser;
let requestId: string;

beforeAll(async () => {
  const { CLIENT_DIR } = process.env;
  [server, browser] = await Promise.all([startServer(CLIENT_DIR ? { CLIENT_DIR } : {}), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  server.database.sql<R & Record<string, unknown>>(text, values);
/** Of the sessions in the browsers. */
const tokens: string[] = [];
/** What the pages complained of, window by window. */
const seen: string[][] = [];
/** A room of their own for each test: a booking of the demonstration network, with nobody in it yet. */
beforeEach(async () => {
  requestId = await freeRoom(server);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(seen.splice(0).flat()).toEqual([]);
});

async function signIn(
  name: 'praxis.arzt' | 'klinik.kardiologie' | 'klinik.geriatrie',
  size: Size = sizes.desktop,
): Promise<Page> {
  const { page, context, complaints: own } = await visit(browser, `${server.url}/healthz`, { size });
  const data = { email: `${name}@demo.telkonnet.example`, password: 'Konsil-im-Nordwesten' };
  const answer = await context.request.post(`${server.url}/api/session`, { data });
  expect(answer.status()).toBeLessThan(300);
  tokens.push(...(await context.cookies()).map(({ value }) => value));
  seen.push(own);
  return page;
}
/** What stands at the room's address, before anything is pressed. */
const open = async (page: Page) => {
  await page.goto(`${server.url}/raum/${requestId}`);
  return page;
};
const enter = async (page: Page) => {
  await open(page);
  await enterRoom(page);
  return page;
};
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Generous: two cores encode, carry, decode and draw everything at once. In ms. */
const patience = 30_000;

/** Frames shown of the others, and sound that can be heard, both growing. */
async function seesAndHears(page: Page): Promise<void> {
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('figure video')].reduce(
        (sum, video) => sum + (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames,
        0,
      ),
    );
  let before = await shown();
  await vi.waitUntil(
    async () => {
      const now = await shown();
      // A picture that is built anew counts from the beginning.
      before = Math.min(before, now);
      return now > before + 5;
    },
    { timeout: patience, interval: 100 },
  );
  await vi.waitUntil(() => page.evaluate(hearsSomething), { timeout: patience, interval: 100 });
}

/** Runs in the page: whether the voice that is there now is heard within a second or two; it beeps with pauses. */
async function hearsSomething(): Promise<boolean> {
  const voice = document.querySelector<HTMLAudioElement>('audio[data-voice]')?.srcObject;
  // Another one is on its way.
  if (!(voice instanceof MediaStream) || voice.getAudioTracks().length === 0) return false;
  const context = new AudioContext();
  await context.resume();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(voice).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let isHeard = false;
  for (let look = 0; look < 100 && !isHeard; look += 1) {
    analyser.getFloatTimeDomainData(samples);
    isHeard = samples.some((sample) => sample !== 0);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await context.close();
  return isHeard;
}

describe('the room', () => {
  it('brings both sides together, from the asking side alone to the end for everyone', async () => {
    const practice = await enter(await signIn('praxis.arzt'));
    await practice.getByText(/Warten auf Kardiologie/).waitFor();
    const clinic = await enter(await signIn('klinik.kardiologie'));
    await Promise.all([seesAndHears(practice), seesAndHears(clinic)]);
    await clinic.getByText('Dr. med. Anna Muster').first().waitFor();
    expect(await barriers(clinic)).toEqual([]);

    await press(practice, 'Mikrofon ist an: stumm schalten');
    await clinic.getByText('stumm', { exact: true }).waitFor();
    await press(practice, 'Kamera ist an: ausschalten');
    await clinic.getByText('Kamera aus', { exact: true }).first().waitFor();
    await press(practice, 'Kamera aus: einschalten');
    await press(practice, 'Stumm: Mikrofon einschalten');
    await seesAndHears(clinic);

    await press(clinic, 'Verlassen');
    await press(clinic, 'Für alle beenden');
    await Promise.all(
      [practice, clinic].map((page) => page.getByText('Die Videosprechstunde ist beendet.').waitFor()),
    );
    const [row] = await sql<{ state: string; status: string; present_seconds: number }>(
      `SELECT c.state::text, r.status::text, c.present_seconds FROM consultation c
       JOIN consult_request r ON r.id = c.request_id WHERE r.id = $1`,
      [requestId],
    );
    expect(row).toMatchObject({ state: 'closed', status: 'consulted', present_seconds: expect.any(Number) });
  });

  it('lets one go and come back, and load the page anew, without showing anybody twice', async () => {
    const practice = await enter(await signIn('praxis.arzt'));
    const clinic = await enter(await signIn('klinik.kardiologie'));
    await seesAndHears(clinic);
    await press(practice, 'Verlassen');
    await practice.getByText('Sie haben den Raum verlassen.').waitFor();
    await clinic.getByText(/Warten auf/).waitFor();
    await press(practice, 'Wieder eintreten');
    await seesAndHears(clinic);
    await practice.reload();
    await Promise.all([seesAndHears(practice), seesAndHears(clinic)]);
    expect(await clinic.locator('figure').count()).toBe(1);
  });

  it('fits a phone and a tablet', async () => {
    const practice = await enter(await signIn('praxis.arzt', sizes.phone));
    await enter(await signIn('klinik.kardiologie'));
    await seesAndHears(practice);
    for (const size of [sizes.phone, sizes.tablet]) {
      await practice.setViewportSize(size);
      const overflow = await practice.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // What a phone has no room for is behind "Mehr".
      const more = practice.getByRole('button', { name: 'Mehr', exact: true });
      if (await more.isVisible()) await more.click();
      const small = await practice.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('footer button')]
          .filter(({ offsetParent }) => offsetParent !== null)
          .map((button) => button.getBoundingClientRect())
          .filter(({ width, height, right }) => width < 48 || height < 48 || right > window.innerWidth),
      );
      expect(small).toEqual([]);
      await press(practice, 'Unterlagen öffnen');
      expect(await barriers(practice)).toEqual([]);
      await press(practice, 'Unterlagen schließen');
    }
  });

  it('shows both sides the same safety number behind the lock', async () => {
    const practice = await enter(await signIn('praxis.arzt', sizes.phone));
    const clinic = await enter(await signIn('klinik.kardiologie'));
    const numbers = await Promise.all(
      [practice, clinic].map(async (page) => {
        await press(page, 'Von Gerät zu Gerät verschlüsselt: Sicherheitszahl zeigen');
        await page.getByText('hört niemand mit').waitFor();
        return page.getByText(/^\d{3} \d{3} \d{3}$/).textContent();
      }),
    );
    expect(numbers[0]).toBe(numbers[1]);
    expect(await barriers(practice)).toEqual([]);
  });

  it('is closed to a browser that cannot encrypt, which says what to do', async () => {
    const practice = await signIn('praxis.arzt');
    await practice.addInitScript(() => {
      Reflect.deleteProperty(window, 'RTCRtpScriptTransform');
    });
    await open(practice);
    await practice.getByText('Dieser Browser kann Bild und Ton nicht verschlüsseln.').waitFor();
    await practice.getByText(/Chrome, Edge, Firefox oder Safari\. Oder rufen Sie an: .*\d/).waitFor();
    expect(await barriers(practice)).toEqual([]);
    const stays = await sql(
      'SELECT 1 FROM participation p JOIN consultation c ON c.id = p.consultation_id WHERE c.request_id = $1',
      [requestId],
    );
    expect(stays).toEqual([]);
  });

  it.each([
    ['phone', sizes.phone],
    ['tablet', sizes.tablet],
    ['desktop', sizes.desktop],
  ])('shows before it how one will be seen and heard, on a %s', async (name, size) => {
    const practice = await open(await signIn('praxis.arzt', size));
    await practice.getByRole('heading', { name: 'Bereit für die Videosprechstunde?' }).waitFor();
    await practice.getByLabel('Ihr eigenes Bild').waitFor();
    // The made-up microphone beeps.
    await vi.waitUntil(
      () =>
        practice
          .getByRole('meter')
          .evaluate((meter) => meter instanceof HTMLMeterElement && meter.value > 20),
      { timeout: patience, interval: 50 },
    );
    await practice.getByRole('link', { name: /^Leitung prüfen/ }).waitFor();
    expect(await barriers(practice)).toEqual([]);
    await screenshot(practice, `before-room-${name}`, false);
  });

  it('is entered without a camera, or to listen only, and remembers it for the next time', async () => {
    const practice = await open(await signIn('praxis.arzt'));
    await button(practice, 'Ohne Kamera beitreten').click();
    await button(practice, 'Mikrofon ist an: stumm schalten').waitFor();
    await button(practice, 'Kamera aus: einschalten').waitFor();
    const clinic = await open(await signIn('klinik.kardiologie'));
    await button(clinic, 'Nur zuhören').click();
    await button(clinic, 'Stumm: Mikrofon einschalten').waitFor();
    await clinic.getByText('Kamera aus', { exact: true }).first().waitFor();
    await vi.waitUntil(() => clinic.evaluate(hearsSomething), { timeout: patience, interval: 100 });
    await press(practice, 'Verlassen');
    await practice.getByText('Sie haben den Raum verlassen.').waitFor();
    await open(practice);
    await practice.getByText('Ihre Kamera ist aus').waitFor();
    await button(practice, /^Beitreten$/).waitFor();
  });

  it('says when the clock of the device is wrong by hours, and opens by that of the server', async () => {
    const practice = await signIn('praxis.arzt');
    await practice.clock.setSystemTime(Date.now() + 3 * 3_600_000);
    await open(practice);
    await practice.getByText(/Die Uhr dieses Geräts geht 3 Stunden vor/).waitFor();
    await button(practice, /^Beitreten$/).click();
    await practice.getByText(/Warten auf Kardiologie/).waitFor();
  });

  it('does not exist for another department', async () => {
    const other = await open(await signIn('klinik.geriatrie'));
    await other.getByRole('alert').waitFor();
    expect(await other.locator('video').count()).toBe(0);
    // The browser itself notes the refusal.
    expect(seen.pop()).toEqual([expect.stringContaining('404')]);
  });

  it('says when it opens, and opens by itself', async () => {
    const plan = (start: string) =>
      sql(
        `UPDATE consult_request SET planned_start = now() + $2::interval, planned_end = now() + $2::interval + interval '20 minutes'
         WHERE id = $1`,
        [requestId, start],
      );
    await plan('75 minutes');
    const practice = await signIn('praxis.arzt');
    await practice.clock.install();
    await open(practice);
    await practice.getByText(/Er öffnet in (59:\d\d|1:00:00) von selbst/).waitFor();
    await plan('14 minutes');
    await practice.clock.fastForward(3_600_000);
    await button(practice, /^Beitreten$/).waitFor();
  });
});

it('left no word about anybody in the log', () => expectSilentLog({ server, tokens: () => tokens }, []));
