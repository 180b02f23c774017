import { expect, it } from 'vitest';
import { type LineCounts, lineQuality } from './line-quality.ts';

const counts = (given: Partial<LineCounts>): LineCounts => ({
  packetsReceived: 1000,
  packetsLost: 0,
  framesDecoded: 100,
  freezesDuration: 0,
  roundTripTime: 0.04,
  ...given,
});
const before = counts({});

it.each<[Partial<LineCounts>, string]>([
  [{ packetsReceived: 1200 }, 'good'],
  [{ packetsReceived: 1200, packetsLost: 4 }, 'good'],
  [{ packetsReceived: 1200, packetsLost: 16 }, 'fair'],
  [{ packetsReceived: 1200, packetsLost: 60 }, 'poor'],
  [{ packetsReceived: 1200, roundTripTime: 0.4 }, 'fair'],
  [{ packetsReceived: 1200, roundTripTime: 1.2 }, 'poor'],
  [{ packetsReceived: 1200, freezesDuration: 0.4 }, 'fair'],
  [{ packetsReceived: 1200, freezesDuration: 1.5 }, 'poor'],
  [{ packetsReceived: 1000 }, 'lost'],
])('%o is %s', (given, quality) => {
  expect(lineQuality(before, counts(given), 2)).toBe(quality);
});

it('says nothing before anything has come', () => {
  const nothing = counts({ packetsReceived: 0 });
  expect(lineQuality(nothing, nothing, 2)).toBe('unknown');
});

it('forgives counters that begin anew after a re-join', () => {
  expect(lineQuality(counts({ packetsLost: 50 }), counts({ packetsReceived: 1100 }), 2)).toBe('good');
});
