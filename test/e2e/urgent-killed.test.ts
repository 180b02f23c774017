import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { screenshot, sizes, type Visit } from '../support/browser.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { enterRoom } from './support/enter-room.ts';
import { demo, type Network, openNetwork } from './support/network.ts';
import { onCallIn } from './support/on-call.ts';
import { button, link } from './support/press.ts';
import { expectToSeeAndHear } from './support/see-and-hear.ts';
import { askCardiology, queueCard, someResident } from './support/urgent-request.ts';
import { tonesOf } from './support/watch.ts';

let network: Network;
let again: ServerProcess | undefined;
let ward: Visit;
let doctor: Visit;
let name: string;
let doctorName: string;
/** When each page was loaded: it stays so unless somebody loads it anew. */
let loaded: number[];

beforeAll(async () => {
  network = await openNetwork();
  const { primary } = await onCallIn(network.server.database, 'cardiology');
  doctorName = primary.name;
  doctor = await network.enter(primary.email);
  ward = await network.enter(demo('heim.pflege').email, { size: sizes.tablet, options: { hasTouch: true } });
  name = await someResident(network.server.database);
  loaded = await loadTimes();
});
afterEach(({ task }) => network.keep(task));
afterAll(async () => {
  await again?.close();
  await network?.close();
});

const loadTimes = () =>
  Promise.all([doctor, ward].map(({ page }) => page.evaluate(() => performance.timeOrigin)));
const lost = (page: Page) => page.getByText(/Verbindung unterbrochen seit/);
const rounds = () =>
  network.server.database.sql(
    `SELECT payload ->> 'step' AS step, payload ->> 'why' AS why FROM event_log
     WHERE type = 'urgent.rung' AND request_id = $1 ORDER BY id`,
    [new URL(ward.page.url()).pathname.split('/').at(-1)],
  );

describe('a server that is killed while a request rings', () => {
  it('rings for who is on call', async () => {
    await askCardiology(ward.page, name, 'Seit heute früh kurzatmig, sitzt aufrecht im Bett.');
    await ward.page.getByText(`${doctorName} wird gerufen.`, { exact: true }).waitFor();
    await button(doctor.page, 'Klingeln stumm').waitFor();
  });

  it('is missed by both sides, which say so and whom to call instead', async () => {
    await network.server.kill();
    for (const { page } of [doctor, ward]) await lost(page).waitFor();
    // The number to call needs no line.
    await link(ward.page, /^Stattdessen anrufen/).waitFor();
    await screenshot(ward.page, 'urgent-line-lost');
  });

  it('goes on ringing when it is back, without anybody loading a page anew', async () => {
    const before = await tonesOf(doctor.page);
    again = await network.server.startAgain();
    for (const { page } of [doctor, ward]) await lost(page).waitFor({ state: 'detached' });
    await expect.poll(() => tonesOf(doctor.page), { timeout: 15_000 }).toBeGreaterThan(before);
    await button(doctor.page, 'Klingeln stumm').waitFor();
    await ward.page.getByText(`${doctorName} wird gerufen.`, { exact: true }).waitFor();
    expect(await rounds()).toEqual([{ step: 'primary', why: 'raised' }]);
  });

  it('is accepted, and the consultation takes place', async () => {
    await button(queueCard(doctor.page, name), 'Annehmen').click();
    await enterRoom(doctor.page);
    await ward.page.getByText(`${doctorName} hat angenommen.`, { exact: true }).waitFor();
    await link(ward.page, 'Zur Videosprechstunde').tap();
    await enterRoom(ward.page);
    await expectToSeeAndHear(ward.page);
    await expectToSeeAndHear(doctor.page);
    expect(await loadTimes()).toEqual(loaded);
  });

  it('left no fault in the pages', () => {
    const faults = [...ward.complaints, ...doctor.complaints].filter(
      // The line that was cut, a server that is not ready yet, and whether somebody is signed in before anybody is.
      (said) => !/ERR_CONNECTION|WebSocket|503 \(Service|401 \(Unauthorized\)/.test(said),
    );
    expect(faults).toEqual([]);
  });
});
