import { expect, it } from 'vitest';
import { sentStats } from './sent-stats.ts';

const pair = { type: 'candidate-pair', nominated: true };
const outbound = { type: 'outbound-rtp', bytesSent: 100 };
const remote = { type: 'remote-inbound-rtp' };

it('reads estimate and round trip of the pair in use, and adds what the streams send', () => {
  const sent = sentStats(
    new Map<string, object>([
      ['old', { type: 'candidate-pair', nominated: false, availableOutgoingBitrate: 1 }],
      ['pair', { ...pair, availableOutgoingBitrate: 300_000, currentRoundTripTime: 0.08 }],
      ['voice', { ...outbound, packetsSent: 300 }],
      ['face', { ...outbound, packetsSent: 100 }],
      ['voice-there', { ...remote, localId: 'voice', fractionLost: 0.1 }],
      ['face-there', { ...remote, localId: 'face', fractionLost: 0.5 }],
    ]),
  );
  expect(sent).toEqual({ available: 300_000, roundTrip: 0.08, bytesSent: 200, loss: 0.2 });
});

it('says nothing where the browser says nothing', () => {
  const sent = sentStats(new Map<string, object>([['pair', pair]]));
  expect(sent).toEqual({ available: null, roundTrip: null, loss: null, bytesSent: 0 });
});
