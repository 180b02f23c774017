/** How good the line is, as a person would say it. `unknown` until something has been received. */
export type LineQuality = 'unknown' | 'good' | 'fair' | 'poor' | 'lost';

/** Sums since the beginning of what is received, from `getStats`; times in seconds. */
export type LineCounts = {
  packetsReceived: number;
  packetsLost: number;
  framesDecoded: number;
  freezesDuration: number;
  roundTripTime: number | null;
};

/** Bounds of a good and of a usable line: share of lost packets, round trip and frozen share of the time. */
const bounds = {
  good: { loss: 0.03, roundTrip: 0.25, frozen: 0.05 },
  fair: { loss: 0.1, roundTrip: 0.6, frozen: 0.3 },
};

/**
 * Judges the line by what came between two samples that are `seconds` apart.
 * Loss up to a few per cent is repaired unheard (Opus FEC, retransmission).
 */
export function lineQuality(before: LineCounts, now: LineCounts, seconds: number): LineQuality {
  const received = now.packetsReceived - before.packetsReceived;
  if (now.packetsReceived === 0) return 'unknown';
  if (received <= 0) return 'lost';
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  const measured = {
    loss: lost / (lost + received),
    roundTrip: now.roundTripTime ?? 0,
    frozen: Math.max(0, now.freezesDuration - before.freezesDuration) / seconds,
  };
  const within = (bound: typeof measured) =>
    measured.loss <= bound.loss && measured.roundTrip <= bound.roundTrip && measured.frozen <= bound.frozen;
  if (within(bounds.good)) return 'good';
  return within(bounds.fair) ? 'fair' : 'poor';
}
