/** What a sending connection says of its line; null where the browser or the server says nothing. */
export type SentStats = {
  /** Estimate of what the line carries, in bit/s. */
  available: number | null;
  /** Share of packets that the server missed since its last report, 0 to 1, weighted by the streams' packets. */
  loss: number | null;
  /** In seconds. */
  roundTrip: number | null;
  bytesSent: number;
};

/** `availableOutgoingBitrate` belongs to the pair in use; Firefox does not tell it (webrtc-stats §8.15). */
type Remote = RTCStats & { fractionLost?: number; localId?: string };

/** Reads the numbers that matter from a sending transport's report. */
export function sentStats(report: RTCStatsReport): SentStats {
  const sent: SentStats = { available: null, loss: null, roundTrip: null, bytesSent: 0 };
  const weights = new Map<string, number>();
  const losses: { id: string; loss: number }[] = [];
  for (const [id, stat] of report.entries()) {
    if (isPair(stat) && stat.nominated) {
      sent.available = stat.availableOutgoingBitrate ?? sent.available;
      sent.roundTrip = stat.currentRoundTripTime ?? sent.roundTrip;
    } else if (isOutbound(stat)) {
      sent.bytesSent += stat.bytesSent ?? 0;
      weights.set(id, stat.packetsSent ?? 0);
    } else if (isRemote(stat) && stat.localId && stat.fractionLost !== undefined) {
      losses.push({ id: stat.localId, loss: stat.fractionLost });
    }
  }
  const weigh = ({ id }: { id: string }) => weights.get(id) ?? 0;
  const packets = losses.reduce((sum, one) => sum + weigh(one), 0);
  if (packets > 0) sent.loss = losses.reduce((sum, one) => sum + one.loss * weigh(one), 0) / packets;
  return sent;
}

const isPair = (stat: RTCStats): stat is RTCIceCandidatePairStats => stat.type === 'candidate-pair';
const isOutbound = (stat: RTCStats): stat is RTCOutboundRtpStreamStats => stat.type === 'outbound-rtp';
const isRemote = (stat: RTCStats): stat is Remote => stat.type === 'remote-inbound-rtp';
