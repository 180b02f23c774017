import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Server } from 'socket.io';
import type { Actor } from '../../../server/kernel/actor.ts';
import type { Deps } from '../../../server/kernel/deps.ts';
import { notFound } from '../../../server/kernel/errors.ts';
import { createLog } from '../../../server/kernel/log.ts';
import { createMedia, type Media } from '../../../server/modules/consultation/media/client.ts';
import type { MediaEvent } from '../../../server/modules/consultation/media/interface.ts';
import type { MediaSettings } from '../../../server/modules/consultation/media/settings.ts';
import type { IceServer } from '../../../server/modules/consultation/media-contract.ts';
import {
  participantsOf,
  tellMediaEvent,
  tellMediaLost,
} from '../../../server/modules/consultation/media-facts.ts';
import { mountSignalling, type RoomAccess } from '../../../server/modules/consultation/signalling.ts';
import { mediaWorker } from '../../support/media-worker.ts';
import { buildPage } from './page.ts';

export type MediaHarness = {
  media: Media;
  settings: MediaSettings;
  events: MediaEvent[];
  /** Resolves with the first event, past or to come, that passes. */
  event(test: (event: MediaEvent) => boolean): Promise<MediaEvent>;
  /** Takes hold of the media process again, after `media` was closed. */
  attach(): void;
  close(): Promise<void>;
};

/** A media process with its control client, and nothing else. */
export async function startMedia(
  workers = 1,
  address = '127.0.0.1',
  prepare: (settings: MediaSettings) => Promise<unknown> = async () => undefined,
): Promise<MediaHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'telkonnet-media-'));
  const settings: MediaSettings = {
    socketPath: join(folder, 'media.sock'),
    workerBin: await mediaWorker(),
    workers,
    network: { listen: [address], announced: [], port: 0 },
  };
  await prepare(settings);
  const events: MediaEvent[] = [];
  const hearers = new Set<(event: MediaEvent) => void>();
  const attach = () => {
    const media = createMedia({ settings, log: createLog('silent') });
    media.listen((event) => {
      events.push(event);
      for (const hear of hearers) hear(event);
    });
    return media;
  };
  const harness: MediaHarness = {
    media: attach(),
    settings,
    events,
    event: (test) =>
      new Promise((resolve) => {
        const past = events.find(test);
        if (past) return resolve(past);
        const hear = (event: MediaEvent) => {
          if (!test(event)) return;
          hearers.delete(hear);
          resolve(event);
        };
        hearers.add(hear);
      }),
    attach() {
      harness.media = attach();
    },
    async close() {
      await harness.media.call('shutdown', {}).catch(() => undefined);
      await harness.media.close();
      await rm(folder, { recursive: true });
    },
  };
  return harness;
}

/** As the real server's, but for what tests ask the page by text. */
const csp = "default-src 'self'; script-src 'self' 'unsafe-eval'; worker-src 'self'; connect-src 'self' ws:";

export type RoomServer = {
  harness: MediaHarness;
  url: string;
  /** Cuts every socket, as a break of the line would. */
  dropSockets(): void;
  /** Ends the web server; media is not told. Returns how to start another one at the same address. */
  stop(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** Rooms without accounts and database: everyone may enter everywhere. The signalling is the real one. */
export async function startRooms(
  workers = 1,
  address = '127.0.0.1',
  relays: () => IceServer[] = () => [],
  prepare?: (settings: MediaSettings) => Promise<unknown>,
): Promise<RoomServer> {
  const harness = await startMedia(workers, address, prepare);
  const scripts = await buildPage();
  let web = await startWeb(harness.media, scripts, 0, address, relays);
  const { port } = web;
  return {
    harness,
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    dropSockets: () => {
      for (const socket of web.io.sockets.sockets.values()) socket.conn.close();
    },
    async stop() {
      await web.io.close();
      await harness.media.close();
      return async () => {
        harness.attach();
        web = await startWeb(harness.media, scripts, port, address, relays);
      };
    },
    async close() {
      await web.io.close();
      await harness.close();
    },
  };
}

export async function startWeb(
  media: Media,
  scripts: ReadonlyMap<string, string>,
  wantedPort: number,
  address = '127.0.0.1',
  relays: () => IceServer[] = () => [],
) {
  const http = createServer((request, response) => {
    const script = scripts.get(request.url ?? '');
    if (script) return response.setHeader('content-type', 'text/javascript').end(script);
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', csp)
      .end(
        '<!doctype html><html lang="de"><title>Raum</title><body><script type="module" src="/page.js"></script></body></html>',
      );
  });
  const io = new Server(http);
  media.listen((event) => void tellMediaEvent(io, media, event));
  media.watch((state) => state === 'down' && tellMediaLost(io));
  const log = createLog('silent');
  io.on('connection', (socket) => {
    const participantId = String(socket.handshake.auth.participantId);
    // Signalling takes no more of these than its log.
    const line = { deps: { log } as Deps, actor: { accountId: participantId } as Actor, socket, io };
    mountSignalling(line, media, openAccess(media, participantId, relays));
  });
  await new Promise<void>((resolve) => http.listen(wantedPort, address, resolve));
  const bound = http.address();
  if (!bound || typeof bound === 'string') throw new Error('no port');
  return { io, port: bound.port };
}

function openAccess(media: Media, participantId: string, relays: () => IceServer[]): RoomAccess {
  return {
    async enter(consultationId, keyPackage) {
      const seatId = randomUUID();
      const joined = await media.call('join', {
        roomId: consultationId,
        peerId: seatId,
        participantId,
        keyPackage,
      });
      return { ...joined, seatId, participantId, iceServers: relays() };
    },
    async resume({ roomId, peerId }) {
      const state = await media.call('room', { roomId });
      if (!state.peers.some((peer) => peer.peerId === peerId)) throw notFound('seat');
      return {
        participants: participantsOf(state),
        producers: state.peers.flatMap((peer) => peer.producers),
      };
    },
    leave: async (address) => {
      await media.call('leave', address);
    },
    iceServers: relays,
    report: async () => undefined,
  };
}

/** Opens the test page for one participant in a profile of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  consultation: string,
  participant: string,
  /** Runs in the page before anything of ours. */
  prepare?: () => void,
): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  await page.goto(`${url}/?consultation=${consultation}&participant=${participant}`);
  return page;
}
