import type { types } from 'mediasoup-client';
import { pause } from '../call/pause.ts';
import { receivedStats } from '../call/received-stats.ts';
import { sentStats } from '../call/sent-stats.ts';
import type { LineResult } from './line-verdict.ts';
import { connectWay, echoStream, hearEcho, type TestRoom } from './test-server.ts';
import { noiseTrack } from './test-tracks.ts';

type Measured = Omit<LineResult, 'ways'>;
/** Of a line that carries nothing. */
export const unmeasured: Measured = { up: null, down: null, roundTripMs: null, loss: null };

/** More than any call of ours needs; who reaches it has enough. In bit/s. */
const most = 2_000_000;
/** So long the line is given to show what it carries, and then measured. In ms. */
const warmUp = 4_000;
const measured = 5_000;
const patience = 12_000;

/** Sends a stream to the server and gets it back, by whatever way works; tells what the line carried meanwhile. */
export async function measureEcho(device: types.Device, room: TestRoom): Promise<Measured> {
  const { iceServers } = room;
  const sending = device.createSendTransport({ ...room.offers.send, iceServers });
  const receiving = device.createRecvTransport({ ...room.offers.receive, iceServers });
  const noise = noiseTrack();
  const player = document.createElement('video');
  try {
    const echo = makeEcho(device, room, sending, receiving, noise.track);
    const track = await within(patience, echo);
    if (!track) return unmeasured;
    // What nobody plays is not decoded, and counts as lost.
    player.muted = true;
    player.srcObject = new MediaStream([track]);
    await player.play().catch(() => undefined);
    await pause(warmUp);
    const before = await read(sending, receiving);
    await pause(measured);
    return between(before, await read(sending, receiving));
  } finally {
    player.srcObject = null;
    sending.close();
    receiving.close();
    noise.close();
  }
}

async function makeEcho(
  device: types.Device,
  room: TestRoom,
  sending: types.Transport,
  receiving: types.Transport,
  track: MediaStreamTrack,
): Promise<MediaStreamTrack> {
  for (const [way, transport] of [['send', sending] as const, ['receive', receiving] as const])
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      connectWay(room.id, way, dtlsParameters).then(() => done(), failed);
    });
  const offered = new Promise<types.ConsumerOptions>((resolve, reject) => {
    sending.on('produce', ({ rtpParameters }, done, failed) => {
      echoStream(room.id, rtpParameters, device.recvRtpCapabilities).then(
        ({ producerId, echo }) => {
          done({ id: producerId });
          const { consumerId: id, kind } = echo;
          resolve({ id, producerId, kind, rtpParameters: echo.rtpParameters as types.RtpParameters });
        },
        (error) => {
          failed(error);
          reject(error);
        },
      );
    });
  });
  const [offer] = await Promise.all([
    offered,
    sending.produce({
      track,
      encodings: [{ maxBitrate: most }],
      codecOptions: { videoGoogleStartBitrate: 800 },
      stopTracks: false,
    }),
  ]);
  const consumer = await receiving.consume(offer);
  await hearEcho(room.id, consumer.id);
  return consumer.track;
}

async function read(sending: types.Transport, receiving: types.Transport) {
  const [sent, received] = await Promise.all([sending.getStats(), receiving.getStats()]);
  return { at: performance.now(), sent: sentStats(sent), received: receivedStats(received) };
}
type Reading = Awaited<ReturnType<typeof read>>;

function between(before: Reading, now: Reading): Measured {
  const seconds = (now.at - before.at) / 1000;
  const { counts, sums } = now.received;
  const came = counts.packetsReceived - before.received.counts.packetsReceived;
  if (came <= 0) return unmeasured;
  const lost = Math.max(0, counts.packetsLost - before.received.counts.packetsLost);
  const roundTrip = now.sent.roundTrip ?? counts.roundTripTime;
  return {
    up: Math.round((8 * (now.sent.bytesSent - before.sent.bytesSent)) / seconds),
    down: Math.round((8 * (sums.bytesReceived - before.received.sums.bytesReceived)) / seconds),
    roundTripMs: roundTrip === null ? null : Math.round(roundTrip * 1000),
    loss: Math.max(now.sent.loss ?? 0, lost / (lost + came)),
  };
}

/** What came in time, or null. */
const within = <T>(ms: number, work: Promise<T>): Promise<T | null> =>
  Promise.race([work.catch(() => null), pause(ms).then(() => null)]);
