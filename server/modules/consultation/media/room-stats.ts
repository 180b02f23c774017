import type { types } from 'mediasoup';
import type { CallOutput } from './interface.ts';
import type { Peer } from './peer.ts';

type StreamStats = CallOutput<'stats'>[number];
type Raw = types.ProducerStat | types.ConsumerStat;

/** How each stream of the room fares: `in` as it arrives from its sender, `out` as its receivers report it. */
export async function roomStats(peers: Peer[]): Promise<StreamStats[]> {
  const sources = new Map(peers.flatMap((peer) => peer.producers.map((one) => [one.producerId, one.source])));
  const perPeer = await Promise.all(
    peers.map(async (peer) => {
      const { sent, received } = peer.streams();
      const incoming = sent.map(({ producer, source }) => read(producer, peer, 'in', source));
      const outgoing = received.map((consumer) => {
        const source = sources.get(consumer.producerId);
        return source ? read(consumer, peer, 'out', source) : [];
      });
      return (await Promise.all([...incoming, ...outgoing])).flat();
    }),
  );
  return perPeer.flat();
}

async function read(
  stream: types.Producer | types.Consumer,
  { participantId }: Peer,
  direction: StreamStats['direction'],
  source: StreamStats['source'],
): Promise<StreamStats[]> {
  // A stream may close while its worker is asked; then there is nothing to report.
  const raw: Raw[] = await stream.getStats().catch(() => []);
  const wanted = direction === 'in' ? 'inbound-rtp' : 'outbound-rtp';
  return raw
    .filter((one) => one.type === wanted)
    .map((one) => ({
      participantId,
      direction,
      source,
      packets: one.packetCount,
      bytes: one.byteCount,
      bitrate: one.bitrate,
      packetsLost: one.packetsLost,
      fractionLost: one.fractionLost,
      jitter: one.jitter,
      roundTripMs: one.roundTripTime ?? null,
      score: one.score,
    }));
}
