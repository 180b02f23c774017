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

/** Sums over all streams beyond {@link LineCounts}: samples and bytes; jitter of the worst stream in seconds. */
export type ReceivedSums = {
  bytesReceived: number;
  audioSamples: number;
  /** Of them, those that had to be made up for lost ones, but for pauses in speech. */
  concealedSamples: number;
  jitter: number | null;
};

export type ReceivedStats = { streams: StreamStats[]; counts: LineCounts; sums: ReceivedSums };

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
  const sums: ReceivedSums = { bytesReceived: 0, audioSamples: 0, concealedSamples: 0, jitter: null };
  for (const [, stat] of report.entries()) {
    if (isInbound(stat)) {
      add(sums, stat);
      counts.packetsReceived += stat.packetsReceived ?? 0;
      counts.packetsLost += stat.packetsLost ?? 0;
      counts.framesDecoded += stat.framesDecoded ?? 0;
      counts.freezesDuration += stat.totalFreezesDuration ?? 0;
      streams.push(streamStats(stat));
    } else if (isPair(stat) && stat.nominated) {
      counts.roundTripTime = stat.currentRoundTripTime ?? counts.roundTripTime;
    }
  }
  return { streams, counts, sums };
}

function add(sums: ReceivedSums, stat: Inbound): void {
  sums.bytesReceived += stat.bytesReceived ?? 0;
  sums.audioSamples += stat.totalSamplesReceived ?? 0;
  sums.concealedSamples += Math.max(0, (stat.concealedSamples ?? 0) - (stat.silentConcealedSamples ?? 0));
  if (stat.jitter !== undefined) sums.jitter = Math.max(sums.jitter ?? 0, stat.jitter);
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
