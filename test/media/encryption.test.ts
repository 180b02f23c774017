import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { clearBytes } from '../../client/call/crypto/clear-bytes.ts';
import { keyAge } from '../../client/call/crypto/kid.ts';
import { decodeHeader } from '../../client/call/crypto/sframe-header.ts';
import type { Source } from '../../server/modules/consultation/media-contract.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage } from './support/harness.ts';
import { startTappedRooms, type TappedFrame, type TappedRooms } from './support/tap.ts';
import { callState, hearsAndSees } from './support/watch.ts';

let tapped: TappedRooms;
let browsers: Browser[];

beforeAll(async () => {
  tapped = await startTappedRooms();
  browsers = await Promise.all([openBrowser(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all((browsers ?? []).map((browser) => browser.close()));
  await tapped?.rooms.close();
});
afterEach(async () => {
  for (const browser of browsers) await Promise.all(browser.contexts().map((context) => context.close()));
});

const everything = { microphone: true, camera: true };
const nothing = { microphone: false, camera: false };
const open = (consultation: string, index: number, before?: () => void): Promise<Page> =>
  openPage(browsers[index % 2] as Browser, tapped.rooms.url, consultation, randomUUID(), before);
const join = (page: Page, wanted = everything) => page.evaluate((given) => window.call.join(given), wanted);
const counts = (page: Page) => page.evaluate(() => window.call.frameCounts());
const seatOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { participants, participantId } = window.call.snapshot();
    return participants.find((person) => person.participantId === participantId)?.seatId ?? '';
  });
const codeOf = async (page: Page, people: number): Promise<string | null> => {
  await callState(page, `state.safety.state === 'ready' && state.participants.length === ${people}`);
  return page.evaluate(() => window.call.snapshot().safety.code);
};
/** What the server forwards of one stream of a room's only sender. */
const tapOf = async (roomId: string, source: Source): Promise<TappedFrame[]> => {
  const event = await tapped.rooms.harness.event(
    (one) => one.type === 'producerAdded' && one.roomId === roomId && one.producer.source === source,
  );
  if (event.type !== 'producerAdded') throw new Error('no stream');
  return tapped.tap(event.producer.producerId);
};
const until = (test: () => boolean | Promise<boolean>) =>
  vi.waitUntil(test, { timeout: 30_000, interval: 20 });
const headerOf = (source: Source, { data }: TappedFrame) => {
  const bytes = Uint8Array.from(data);
  return decodeHeader(bytes.subarray(clearBytes(source, bytes)));
};

/** Decodes VP8 frames in a page and tells how much of the last picture is the test camera's green, from 0 to 1. */
const greenOf = async (page: Page, frames: TappedFrame[]): Promise<number> =>
  page.evaluate(async (pictures) => {
    let green = 0;
    const decoder = new VideoDecoder({
      output: (picture) => {
        const canvas = new OffscreenCanvas(picture.displayWidth, picture.displayHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0);
        const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let hits = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          const [red = 0, leaf = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]];
          if (leaf > red + 40 && leaf > blue + 40) hits += 1;
        }
        green = hits / (pixels.length / 4);
        picture.close();
      },
      error: () => undefined,
    });
    decoder.configure({ codec: 'vp8' });
    for (const [index, text] of pictures.entries()) {
      const data = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const type = ((data[0] ?? 1) & 1) === 0 ? 'key' : 'delta';
      if (decoder.state === 'configured')
        decoder.decode(new EncodedVideoChunk({ type, timestamp: index * 40_000, data }));
    }
    await decoder.flush().catch(() => undefined);
    return green;
  }, fromKeyFrame(frames));
const isKeyFrame = ({ data }: TappedFrame) => ((data[0] ?? 1) & 1) === 0;
const fromKeyFrame = (frames: TappedFrame[]) =>
  frames.slice(frames.findIndex(isKeyFrame)).map(({ data }) => data.toString('base64'));

describe('people in a room', { timeout: 120_000 }, () => {
  it('hear and see each other by sealed frames alone, and read the same number', async () => {
    const room = randomUUID();
    const [left, right] = await Promise.all([open(room, 0), open(room, 1)]);
    await Promise.all([join(left), join(right)]);
    await Promise.all([hearsAndSees(left), hearsAndSees(right)]);
    for (const page of [left, right]) {
      const { sealed, opened, false: forged, replayed } = await counts(page);
      expect(sealed).toBeGreaterThan(20);
      expect(opened).toBeGreaterThan(20);
      expect([forged, replayed]).toEqual([0, 0]);
    }
    const code = await codeOf(left, 2);
    expect(code).toMatch(/^\d{3} \d{3} \d{3}$/);
    expect(await codeOf(right, 2)).toBe(code);
  });

  it('go on when a third comes and when one leaves, who can read nothing from then on', async () => {
    const room = randomUUID();
    const pages = await Promise.all([open(room, 0), open(room, 1), open(room, 0)]);
    const [one, two, three] = pages as [Page, Page, Page];
    await Promise.all([join(one), join(two, nothing)]);
    await hearsAndSees(two);
    const before = await codeOf(one, 2);
    await join(three);
    await Promise.all([hearsAndSees(one), hearsAndSees(two), hearsAndSees(three)]);
    const together = await codeOf(one, 3);
    expect(together).not.toBe(before);
    expect(await codeOf(three, 3)).toBe(together);

    const frames = await tapOf(room, 'camera');
    await until(() => frames.length > 5);
    await three.evaluate(() => {
      for (const video of document.querySelectorAll('video')) {
        const note = () => {
          window.firstFrameAt = performance.timeOrigin + performance.now();
          video.requestVideoFrameCallback(note);
        };
        video.requestVideoFrameCallback(note);
      }
    });
    const peerId = await seatOf(three);
    // Its page must not come back by itself.
    await three.evaluate(() => window.socket.disconnect());
    const generation = () => keyAge(headerOf('camera', frames.at(-1) as TappedFrame)?.kid ?? 0n).generation;
    const former = generation();
    const [removedAt, wallClock] = [performance.now(), Date.now()];
    await tapped.rooms.harness.media.call('leave', { roomId: room, peerId });
    await until(() => generation() > former);
    expect(performance.now() - removedAt).toBeLessThan(500);
    await hearsAndSees(two);
    const last = await three.evaluate(() => window.firstFrameAt ?? 0);
    expect(last - wallClock).toBeLessThan(500);
    expect(await codeOf(one, 2)).not.toBe(together);
  });
});

/** Has a page send what its encoders give, as one without encryption would. */
const sendInClear = () => {
  Object.defineProperty(RTCRtpSender.prototype, 'transform', { set: () => undefined });
};
/** Has a page pass its camera off as its screen. */
const swapStreams = () => {
  const { RTCRtpScriptTransform: Transform } = window;
  const swapped = { camera: 'screen', microphone: 'microphone' } as const;
  Object.assign(window, {
    RTCRtpScriptTransform: class extends Transform {
      constructor(worker: Worker, options: { way: string; source: keyof typeof swapped }) {
        super(worker, options.way === 'seal' ? { ...options, source: swapped[options.source] } : options);
      }
    },
  });
};

describe('what the server forwards', { timeout: 120_000 }, () => {
  const listen = async (before?: () => void) => {
    const room = randomUUID();
    const page = await open(room, 0, before);
    await join(page);
    const [pictures, sounds] = await Promise.all([tapOf(room, 'camera'), tapOf(room, 'microphone')]);
    await until(() => pictures.some(isKeyFrame) && pictures.length > 30 && sounds.length > 60);
    return { green: await greenOf(page, pictures), pictures, sounds };
  };
  const differing = (frames: TappedFrame[]) =>
    new Set(frames.map(({ data }) => data.subarray(1).toString('hex'))).size;

  it('would be picture and sound if they were not sealed', async () => {
    const { green, sounds } = await listen(sendInClear);
    expect(green).toBeGreaterThan(0.5);
    // The same quiet, over and over.
    expect(differing(sounds)).toBeLessThan(sounds.length);
  });

  it('is neither: no picture comes of it, no sound repeats, and no count does', async () => {
    const { green, pictures, sounds } = await listen();
    expect(green).toBeLessThan(0.2);
    expect(differing(sounds)).toBe(sounds.length);
    const headers = [
      ...pictures.map((frame) => headerOf('camera', frame)),
      ...sounds.map((frame) => headerOf('microphone', frame)),
    ];
    expect(headers.every((header) => header?.kid === 0n)).toBe(true);
    expect(new Set(headers.map((header) => header?.ctr)).size).toBe(headers.length);
  });
});

describe('what is not sealed for one', { timeout: 120_000 }, () => {
  const pair = async (before: () => void): Promise<Page> => {
    const room = randomUUID();
    const [sender, receiver] = await Promise.all([open(room, 0, before), open(room, 1)]);
    await Promise.all([join(sender), join(receiver, nothing)]);
    return receiver;
  };
  const refused = (page: Page) => until(async () => (await counts(page)).false > 30);
  const streams = async (page: Page) => (await page.evaluate(() => window.call.stats()))?.streams ?? [];

  it('is not shown: a picture and sound in clear', async () => {
    const receiver = await pair(sendInClear);
    await refused(receiver);
    expect((await counts(receiver)).opened).toBe(0);
    expect((await streams(receiver)).every(({ framesDecoded }) => framesDecoded === 0)).toBe(true);
  });

  it('is not shown: a stream that is passed off as another one', async () => {
    const receiver = await pair(swapStreams);
    await refused(receiver);
    expect((await counts(receiver)).opened).toBeGreaterThan(0);
    const [picture] = (await streams(receiver)).filter(({ kind }) => kind === 'video');
    expect(picture?.framesDecoded).toBe(0);
  });
});

describe('a browser that cannot seal', { timeout: 60_000 }, () => {
  it('says so and does not enter', async () => {
    const room = randomUUID();
    const page = await open(room, 0, () => {
      Reflect.deleteProperty(window, 'RTCRtpScriptTransform');
    });
    await join(page);
    expect(await page.evaluate(() => window.call.snapshot())).toMatchObject({
      phase: 'failed',
      problem: 'encryption_unsupported',
    });
    expect(await tapped.rooms.harness.media.call('rooms', {})).not.toContainEqual(
      expect.objectContaining({ roomId: room }),
    );
  });
});
