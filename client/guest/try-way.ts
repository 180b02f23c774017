import type { types } from 'mediasoup-client';
import type { WayState } from './line-verdict.ts';
import { connectWay, type TestRoom } from './test-server.ts';
import { silentTrack } from './test-tracks.ts';

/** So long a connection may take to come up, in ms. */
const patience = 8_000;

/** Tries whether media gets to the server this way and no other. */
export async function tryWay(
  device: types.Device,
  room: TestRoom,
  way: 'udp' | 'tcp' | 'relay',
): Promise<WayState> {
  if (way === 'relay' && room.iceServers.length === 0) return 'absent';
  const offer = room.offers[way];
  const candidates = offer.iceCandidates.filter(({ protocol }) => way === 'relay' || protocol === way);
  if (candidates.length === 0) return 'blocked';
  const transport = device.createSendTransport({
    ...offer,
    iceCandidates: candidates,
    ...(way === 'relay' ? { iceServers: room.iceServers, iceTransportPolicy: 'relay' } : { iceServers: [] }),
  });
  const { track, close } = silentTrack();
  try {
    return await connects(transport, track, (dtls) => connectWay(room.id, way, dtls));
  } finally {
    transport.close();
    close();
  }
}

function connects(
  transport: types.Transport,
  track: MediaStreamTrack,
  connect: (dtlsParameters: types.DtlsParameters) => Promise<object>,
): Promise<WayState> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('blocked'), patience);
    const done = (state: WayState) => {
      clearTimeout(timer);
      resolve(state);
    };
    transport.on('connect', ({ dtlsParameters }, connected, failed) => {
      connect(dtlsParameters).then(() => connected(), failed);
    });
    // Nothing is sent: that the connection comes up is all that is asked.
    transport.on('produce', (_parameters, produced) => produced({ id: crypto.randomUUID() }));
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') done('open');
      else if (state === 'failed') done('blocked');
    });
    transport.produce({ track, stopTracks: false }).catch(() => done('blocked'));
  });
}
