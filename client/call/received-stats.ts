import type { LineCounts } from './line-quality.ts';

/** What one received stream has brought so far. */
export type StreamStats = {
  kind: 'audio' | 'video';
  trackId: string;
  framesDecoded: number;
  /** 0 to 1, of the last moment. */
  audioLevel: number;
  /** Sum of squared levels times seconds: grows only while something is heard. */
  audioEnergy: number;
  width: number;
  height: number;
};

export type ReceivedStats = { streams: StreamStats[]; counts: LineCounts };

/** Reads the numbers that matter from a receiving transport's report. */
export function receivedStats(report: RTCStatsReport): ReceivedStats {
  const streams: StreamStats[] = [];
  const counts: LineCounts = {
    packetsReceived: 0,
    packetsLost: 0,
    framesDecoded: 0,
    freezesDuration: 0,
    roundTripTime: null,
  };
  for (const [, stat] of report.entries()) {
    if (isInbound(stat)) {
      counts.packetsReceived += stat.packetsReceived ?? 0;
      counts.packetsLost += stat.packetsLost ?? 0;
      counts.framesDecoded += stat.framesDecoded ?? 0;
      counts.freezesDuration += stat.totalFreezesDuration ?? 0;
      streams.push(streamStats(stat));
    } else if (isPair(stat) && stat.nominated) {
      counts.roundTripTime = stat.currentRoundTripTime ?? counts.roundTripTime;
    }
  }
  return { streams, counts };
}

/** `totalFreezesDuration` is not in TypeScript's library yet (webrtc-stats §8.4). */
type Inbound = RTCInboundRtpStreamStats & { totalFreezesDuration?: number };

const isInbound = (stat: RTCStats): stat is Inbound => stat.type === 'inbound-rtp';
const isPair = (stat: RTCStats): stat is RTCIceCandidatePairStats => stat.type === 'candidate-pair';

function streamStats(stat: Inbound): StreamStats {
  return {
    kind: stat.kind === 'video' ? 'video' : 'audio',
    trackId: stat.trackIdentifier,
    framesDecoded: stat.framesDecoded ?? 0,
    audioLevel: stat.audioLevel ?? 0,
    audioEnergy: stat.totalAudioEnergy ?? 0,
    width: stat.frameWidth ?? 0,
    height: stat.frameHeight ?? 0,
  };
}
