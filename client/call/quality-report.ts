import type { Rung } from './bandwidth-ladder.ts';
import type { ReceivedStats } from './received-stats.ts';
import type { SentStats } from './sent-stats.ts';
import type { MessageData } from './signalling.ts';

/** What a seat tells of its line: numbers only. */
export type QualityReport = MessageData<'consultation:report-quality'>;

/** Both directions at one moment; `at` in ms. */
export type LineReading = { at: number; received: ReceivedStats; sent: SentStats };

/** What happened between two readings. Counters that began anew after a re-join count from nought. */
export function qualityReport(before: LineReading, now: LineReading, rung: Rung): QualityReport {
  const seconds = Math.max(1, (now.at - before.at) / 1000);
  const lost = grown(before.received.counts.packetsLost, now.received.counts.packetsLost);
  const came = grown(before.received.counts.packetsReceived, now.received.counts.packetsReceived);
  const samples = grown(before.received.sums.audioSamples, now.received.sums.audioSamples);
  const concealed = grown(before.received.sums.concealedSamples, now.received.sums.concealedSamples);
  const bits = (from: number, to: number) => Math.round((8 * grown(from, to)) / seconds);
  return {
    seconds: Math.min(60, Math.round(seconds)),
    rung,
    lossIn: share(lost, lost + came),
    lossOut: now.sent.loss === null ? null : share(now.sent.loss, 1),
    concealed: share(concealed, samples),
    jitterMs: milliseconds(now.received.sums.jitter),
    roundTripMs: milliseconds(now.sent.roundTrip ?? now.received.counts.roundTripTime),
    frozenMs: Math.min(
      60_000,
      milliseconds(grown(before.received.counts.freezesDuration, now.received.counts.freezesDuration)) ?? 0,
    ),
    sentBitrate: bits(before.sent.bytesSent, now.sent.bytesSent),
    receivedBitrate: bits(before.received.sums.bytesReceived, now.received.sums.bytesReceived),
  };
}

const grown = (from: number, to: number): number => (to >= from ? to - from : to);

/** To a thousandth; null where there was nothing to lose. */
const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round(Math.min(1, part / whole) * 1000) / 1000 : null;

const milliseconds = (seconds: number | null): number | null =>
  seconds === null ? null : Math.min(60_000, Math.round(seconds * 1000));
