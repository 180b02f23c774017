import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iceServers } from '../../server/modules/consultation/media/turn.ts';
import type { IceServer } from '../../server/modules/consultation/media-contract.ts';
import { openBrowser } from '../support/browser.ts';
import { hasTurnRelay, startTurnRelay, type TurnRelay } from '../support/turn-relay.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { hearsAndSees } from './support/watch.ts';

let relay: TurnRelay;
let rooms: RoomServer;
let browser: Browser;

const credentials = (now: number): IceServer[] =>
  iceServers({ urls: [relay.url], secret: relay.secret }, now);

// `npm test` installs Debian's coturn where it may; elsewhere it says so, and these tests have no relay to use.
describe.skipIf(!hasTurnRelay())('through a TURN relay', { timeout: 90_000 }, () => {
  beforeAll(async () => {
    relay = await startTurnRelay();
    [rooms, browser] = await Promise.all([
      startRooms(1, '127.0.0.1', () => credentials(Date.now())),
      openBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await rooms?.close();
    await relay?.close();
  });

  it('two people whose networks let nothing else through see and hear each other', async () => {
    const room = randomUUID();
    const enter = async (): Promise<Page> => {
      const page = await openPage(browser, rooms.url, room, randomUUID(), relayOnly);
      await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
      return page;
    };
    const pages = await Promise.all([enter(), enter()]);
    await Promise.all(pages.map((page) => hearsAndSees(page)));
    const kinds = await Promise.all(pages.map((page) => page.evaluate(localCandidates)));
    expect(kinds.flat()).not.toHaveLength(0);
    expect(new Set(kinds.flat())).toEqual(new Set(['relay']));
  });

  it('an expired credential is refused', async () => {
    const page = await openPage(browser, rooms.url, randomUUID(), randomUUID());
    const now = Date.now();
    expect(await page.evaluate(gather, credentials(now))).toMatchObject({ relayed: true });
    // They hold for six hours.
    const expired = credentials(now - 7 * 3_600_000);
    expect(await page.evaluate(gather, expired)).toEqual({ relayed: false, errors: [401] });
  });
});

/** Runs in the page before all else: every connection is made as if nothing but a relay could be reached. */
function relayOnly(): void {
  const connections: RTCPeerConnection[] = [];
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: 'relay' });
      connections.push(this);
    }
  };
  Object.assign(window, { connections });
}

/** Runs in the page: the kinds of the own ends of the connections in use. */
async function localCandidates(): Promise<string[]> {
  const { connections } = window as Window & { connections?: RTCPeerConnection[] };
  const reports = await Promise.all((connections ?? []).map((connection) => connection.getStats()));
  return reports.flatMap((report) => {
    const stats = [...report.values()] as { id: string; type: string; [name: string]: unknown }[];
    const used = stats.filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
    return used.map(({ localCandidateId }) =>
      String(stats.find(({ id }) => id === localCandidateId)?.candidateType),
    );
  });
}

/** Runs in the page: whether the relay gives a place, and what it says when not. */
async function gather(servers: RTCIceServer[]): Promise<{ relayed: boolean; errors: number[] }> {
  const connection = new RTCPeerConnection({ iceServers: servers, iceTransportPolicy: 'relay' });
  const errors = new Set<number>();
  let relayed = false;
  connection.addEventListener('icecandidateerror', ({ errorCode }) => errors.add(errorCode));
  connection.createDataChannel('probe');
  await connection.setLocalDescription();
  await new Promise<void>((resolve) => {
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (!candidate) resolve();
      else relayed ||= candidate.type === 'relay';
    });
  });
  connection.close();
  return { relayed, errors: [...errors] };
}
