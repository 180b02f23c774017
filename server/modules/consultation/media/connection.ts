import type { types } from 'mediasoup';
import type { TransportOffer } from '../media-contract.ts';
import { limits } from './limits.ts';

/** Where a room lives: its router, and the ports of the worker that carries it. */
export type Place = { router: types.Router; webRtcServer: types.WebRtcServer };

/** Opens one direction of a peer's connection; UDP where it gets through, else TCP. */
export async function openTransport({ router, webRtcServer }: Place): Promise<types.WebRtcTransport> {
  const transport = await router.createWebRtcTransport({
    webRtcServer,
    enableUdp: true,
    enableTcp: true,
    preferUdp: true,
    initialAvailableOutgoingBitrate: limits.initialOutgoingBitrate,
  });
  await transport.setMaxIncomingBitrate(limits.incomingBitrate);
  return transport;
}

/** What the browser needs to answer. */
export function offerOf(transport: types.WebRtcTransport): TransportOffer {
  const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
  return { id, iceParameters, iceCandidates, dtlsParameters };
}
