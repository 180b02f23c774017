import { expect, it } from 'vitest';
import { type LineReading, qualityReport } from './quality-report.ts';

function reading(at: number, given: Record<string, number> = {}): LineReading {
  const of = (name: string, otherwise = 0) => given[name] ?? otherwise;
  return {
    at,
    received: {
      streams: [],
      counts: {
        packetsReceived: of('packetsReceived'),
        packetsLost: of('packetsLost'),
        framesDecoded: 0,
        freezesDuration: of('freezesDuration'),
        roundTripTime: 0.05,
      },
      sums: {
        bytesReceived: of('bytesReceived'),
        audioSamples: of('audioSamples'),
        concealedSamples: of('concealedSamples'),
        jitter: 0.0124,
      },
    },
    sent: { available: null, loss: 0.0234, roundTrip: 0.0811, bytesSent: of('bytesSent') },
  };
}

it('tells what happened between two readings', () => {
  const before = reading(0, { packetsReceived: 1000, packetsLost: 5, bytesSent: 1000 });
  const now = reading(10_000, {
    packetsReceived: 1900,
    packetsLost: 105,
    bytesSent: 126_000,
    bytesReceived: 50_000,
    audioSamples: 480_000,
    concealedSamples: 4_800,
    freezesDuration: 1.25,
  });
  expect(qualityReport(before, now, 'low')).toEqual({
    seconds: 10,
    rung: 'low',
    lossIn: 0.1,
    lossOut: 0.023,
    concealed: 0.01,
    jitterMs: 12,
    roundTripMs: 81,
    frozenMs: 1250,
    sentBitrate: 100_000,
    receivedBitrate: 40_000,
  });
});

it('counts from nought where the counters began anew', () => {
  const before = reading(0, { packetsReceived: 9_000, packetsLost: 500, bytesSent: 9_000_000 });
  const now = reading(10_000, { packetsReceived: 95, packetsLost: 5, bytesSent: 10_000 });
  expect(qualityReport(before, now, 'full')).toMatchObject({ lossIn: 0.05, sentBitrate: 8_000 });
});

it('says nothing of what it did not see', () => {
  const silent = reading(10_000);
  silent.sent.loss = null;
  silent.received.sums.jitter = null;
  expect(qualityReport(reading(0), silent, 'sound')).toMatchObject({
    lossIn: null,
    lossOut: null,
    concealed: null,
    jitterMs: null,
  });
});
