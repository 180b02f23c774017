import type { types } from 'mediasoup-client';
import type { Source } from '../../server/modules/consultation/media-contract.ts';

type Options = Pick<types.ProducerOptions, 'encodings' | 'codecOptions'>;

/**
 * How own streams are sent. The camera goes out in three sizes, so that each receiver gets what its line carries;
 * the lowest still passes where little else does. Audio comes first when the line is short.
 */
export const sendingOptions: Record<Source, Options> = {
  microphone: {
    // Adaptive: on a narrow line the browser puts more speech into a packet, as every packet costs headers.
    encodings: [{ maxBitrate: 32_000, priority: 'high', networkPriority: 'high', adaptivePtime: true }],
    codecOptions: {
      opusFec: true,
      opusDtx: true,
      opusNack: true,
      opusStereo: false,
      opusMaxPlaybackRate: 48_000,
    },
  },
  camera: {
    encodings: [
      // Beside sound, the smallest has to pass through 120 kbit/s.
      { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 60_000, maxFramerate: 15 },
      { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 450_000 },
      { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_600_000 },
    ],
    codecOptions: { videoGoogleStartBitrate: 600 },
  },
  // Of a wound or a paper sharpness counts more than motion.
  detail: {
    encodings: [
      { rid: 'q', scaleResolutionDownBy: 3, maxBitrate: 200_000, maxFramerate: 5 },
      { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 15 },
    ],
    codecOptions: { videoGoogleStartBitrate: 400 },
  },
  screen: {
    encodings: [
      { rid: 'q', scaleResolutionDownBy: 2, maxBitrate: 250_000, maxFramerate: 5 },
      { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 10 },
    ],
    codecOptions: { videoGoogleStartBitrate: 400 },
  },
};

/**
 * Sound for a line of 24 kbit/s: speech at 8 kbit/s, 120 ms of it in a packet, so that its headers (about 90 bytes
 * with IP, SRTP and SFrame) come eight times a second and not fifty. The length of a frame is agreed on when a
 * stream begins. Costs a tenth of a second of delay.
 */
export const narrowSound: Options = {
  encodings: [{ maxBitrate: 8_000, priority: 'high', networkPriority: 'high' }],
  codecOptions: { ...sendingOptions.microphone.codecOptions, opusPtime: 120, opusMaxAverageBitrate: 8_000 },
};
