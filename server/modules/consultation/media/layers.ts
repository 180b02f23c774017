import type { types } from 'mediasoup';

/** Layers count from 0; how many a stream has bounds them from above. */
const best = { spatialLayer: 3, temporalLayer: 3 };

/**
 * A receiver gets the smallest picture first and then the best that its line carries. A sender starts its larger
 * layers one after the other; waiting for a key frame of each costs the first picture a second or two.
 */
export const firstLayers = { spatialLayer: 0, temporalLayer: 2 };

/** After the first picture the line decides. */
export function riseAfterFirstPicture(consumer: types.Consumer): void {
  if (consumer.type !== 'simulcast') return;
  consumer.once('layerschange', () => {
    if (consumer.closed) return;
    // A worker that dies now takes the consumer with it.
    consumer.setPreferredLayers(best).catch(() => undefined);
  });
}
