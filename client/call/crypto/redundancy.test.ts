import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RepairedSound, RepeatedSound, type SoundFrame } from './redundancy.ts';

const frame = fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => new Uint8Array(bytes));
const step = 960;

/** What is heard of frames of which some are lost, in the order in which it is given. */
function heard(
  frames: readonly Uint8Array<ArrayBuffer>[],
  repeats: number,
  lost: (at: number) => boolean,
  start = 0,
) {
  const sender = new RepeatedSound();
  sender.frames = repeats;
  const receiver = new RepairedSound();
  return frames.flatMap((data, at) => {
    const timestamp = (start + at * step) >>> 0;
    const packed = sender.pack(timestamp, data);
    return lost(at) ? [] : (receiver.unpack(timestamp, packed) ?? []);
  });
}

describe('sound that is repeated inside the next frames', () => {
  it('comes whole as long as no more are lost in a row than are repeated, and each frame once', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (frames, repeats, seed, start) => {
          // Up to `repeats` in a row are lost, then one comes.
          const lost = (at: number) => (at + seed) % (repeats + 1) !== 0 && at < frames.length - 1;
          const got = heard(frames, repeats, lost, start);
          const expected: SoundFrame[] = frames.map((data, at) => ({
            timestamp: (start + at * step) >>> 0,
            data,
          }));
          // The very first ones may be lost before anything could repeat them late enough.
          expect(got).toEqual(expected);
        },
      ),
    );
  });

  it('is as it was while nothing is repeated', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 20 }), (frames) => {
        expect(heard(frames, 0, () => false).map(({ data }) => data)).toEqual(frames);
      }),
    );
  });

  it('repeats nothing older than a tenth of a second, as after a pause in speech', () => {
    const sender = new RepeatedSound();
    sender.frames = 3;
    sender.pack(0, Uint8Array.of(1, 2, 3));
    expect(sender.pack(19_200, Uint8Array.of(4, 5))).toEqual(Uint8Array.of(4, 0, 5));
  });

  it('takes nothing for a frame that was not packed so', () => {
    const receiver = new RepairedSound();
    for (const bytes of [[], [1], [1, 9, 0, 0], [1, 1, 0, 1, 255, 255, 3], [1, 2, 0, 1, 0, 0, 0]]) {
      expect(receiver.unpack(0, Uint8Array.from(bytes))).toBeNull();
    }
  });
});
