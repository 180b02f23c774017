import type { types } from 'mediasoup';

/**
 * What rooms carry. Opus repairs single lost packets by itself (in-band FEC, RFC 6716 §2.1.7) and goes quiet in
 * pauses (DTX). VP8 is what every browser sends as simulcast and what frame encryption can pass through.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1, minptime: 10 },
  },
  {
    kind: 'video',
    mimeType: 'video/VP8',
    clockRate: 90_000,
    parameters: { 'x-google-start-bitrate': 600 },
  },
];
