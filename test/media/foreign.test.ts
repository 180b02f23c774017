import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '../../server/modules/consultation/media-contract.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage, type RoomServer, startRooms } from './support/harness.ts';
import { hearsAndSees } from './support/watch.ts';

let rooms: RoomServer;
let browser: Browser;
let victim: Page;
let intruder: Page;
/** What the victim's media is called. */
let ids: { producerId: string; roomId: string; peerId: string; own: string };

beforeAll(async () => {
  [rooms, browser] = await Promise.all([startRooms(), openBrowser()]);
  const [room, elsewhere] = [randomUUID(), randomUUID()];
  const enter = async (consultation: string) => {
    const page = await openPage(browser, rooms.url, consultation, randomUUID());
    await page.evaluate(() => window.call.join({ microphone: true, camera: true }));
    return page;
  };
  [victim, intruder] = await Promise.all([enter(room), enter(elsewhere)]);
  // A join does not wait for the devices.
  const sends = (roomId: string, source: Source) =>
    rooms.harness.event(
      (event) =>
        event.type === 'producerAdded' && event.roomId === roomId && event.producer.source === source,
    );
  await Promise.all([room, elsewhere].flatMap((id) => [sends(id, 'microphone'), sends(id, 'camera')]));
  const states = await rooms.harness.media.call('rooms', {});
  const peer = states.find((state) => state.roomId === room)?.peers[0];
  const other = states.find((state) => state.roomId === elsewhere)?.peers[0];
  const producerId = peer?.producers[0]?.producerId;
  if (!peer || !producerId || !other) throw new Error('nobody in the room');
  ids = { producerId, roomId: room, peerId: peer.peerId, own: other.peerId };
});
afterAll(async () => {
  await browser?.close();
  await rooms?.close();
});

const send = (name: string, data: unknown) =>
  intruder.evaluate(([message, given]) => window.send(message as string, given), [name, data]);
const refused = (code: string) =>
  expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) });

describe('a peer can act only on what is its own', { timeout: 60_000 }, () => {
  const rtpCapabilities = { codecs: [], headerExtensions: [] };

  it.each(['pause-producer', 'resume-producer', 'close-producer'])('%s of a foreign stream', async (name) => {
    expect(await send(`consultation:${name}`, { producerId: ids.producerId })).toEqual(
      refused('producer_not_found'),
    );
  });

  it('a stream of another room cannot be received', async () => {
    const answer = await send('consultation:consume', { producerId: ids.producerId, rtpCapabilities });
    expect(answer).toEqual(refused('producer_not_found'));
  });

  it('nor can the own one', async () => {
    const states = await rooms.harness.media.call('rooms', {});
    const own = states.flatMap((state) => state.peers).find((peer) => peer.peerId === ids.own)?.producers[0];
    const answer = await send('consultation:consume', { producerId: own?.producerId, rtpCapabilities });
    expect(answer).toEqual(refused('producer_not_found'));
  });

  it.each([
    ['restart-ice', { transportId: randomUUID() }, 'transport_not_found'],
    ['resume-consumer', { consumerId: randomUUID() }, 'consumer_not_found'],
    ['set-layers', { consumerId: randomUUID(), layers: { spatialLayer: 0 } }, 'consumer_not_found'],
    ['resume', { consultationId: randomUUID(), seatId: randomUUID() }, 'seat_not_found'],
  ])('%s of something that is not there', async (name, data, code) => {
    expect(await send(`consultation:${name}`, data)).toEqual(refused(code));
  });

  it.each([
    ['pause-producer', {}],
    ['pause-producer', { producerId: 'x' }],
    ['pause-producer', { producerId: randomUUID(), roomId: randomUUID() }],
    ['produce', { source: 'screen', rtpParameters: { codecs: [] }, paused: false }],
    ['consume', { producerId: randomUUID(), rtpCapabilities: { codecs: 'all' } }],
    ['connect-transport', { transportId: randomUUID(), dtlsParameters: { fingerprints: [] } }],
    ['join', null],
    ['set-layers', { consumerId: randomUUID(), layers: { spatialLayer: 99 } }],
  ])('%s with malformed data %o never reaches a worker', async (name, data) => {
    expect(await send(`consultation:${name}`, data)).toEqual(refused('invalid_input'));
  });

  it('parameters that only the worker can judge are refused by it and break nothing', async () => {
    const codec = { mimeType: 'audio/none', payloadType: 100, clockRate: 48_000 };
    await intruder.evaluate(() => window.call.setMicrophone(true));
    const rtpParameters = { codecs: [codec], encodings: [{ ssrc: 1 }] };
    const states = await rooms.harness.media.call('rooms', {});
    const own = states.flatMap((state) => state.peers).find((peer) => peer.peerId === ids.own);
    const microphone = own?.producers.find((producer) => producer.source === 'microphone');
    await send('consultation:close-producer', { producerId: microphone?.producerId });
    const answer = await send('consultation:produce', { source: 'microphone', rtpParameters, paused: false });
    expect(answer).toEqual(refused('media_parameters_invalid'));
    expect((await rooms.harness.media.health()).state).toBe('up');
  });

  it('one who sends without end is slowed down', async () => {
    const answers = await intruder.evaluate(() =>
      Promise.all(
        Array.from({ length: 300 }, () =>
          window.send('consultation:pause-consumer', { consumerId: crypto.randomUUID() }),
        ),
      ),
    );
    expect(answers).toContainEqual(refused('too_many_messages'));
  });

  it('and all of it left the other room alone', async () => {
    const other = await openPage(browser, rooms.url, ids.roomId, randomUUID());
    await other.evaluate(() => window.call.join({ microphone: false, camera: false }));
    await hearsAndSees(other);
    expect((await victim.evaluate(() => window.call.snapshot())).phase).toBe('joined');
  });
});
