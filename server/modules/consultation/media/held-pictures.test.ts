import { describe, expect, it } from 'vitest';
import { HeldPictures } from './held-pictures.ts';

const stream = (kind: 'audio' | 'video', paused = false) => {
  const one = {
    kind,
    paused,
    closed: false,
    async pause() {
      one.paused = true;
    },
    async resume() {
      one.paused = false;
    },
  };
  return one;
};

describe('pictures that are kept back', () => {
  it('stop where the line bears sound alone and loses much, and flow again with the line; sound goes on', async () => {
    const held = new HeldPictures();
    const [sound, picture] = [stream('audio'), stream('video')];
    await held.follow([sound, picture], true, true);
    expect([sound.paused, picture.paused]).toEqual([false, true]);
    // What is kept back gets lost no more: that alone is no reason to begin again.
    await held.follow([sound, picture], true, false);
    expect(picture.paused).toBe(true);
    await held.follow([sound, picture], false, false);
    expect([sound.paused, picture.paused]).toEqual([false, false]);
  });

  it('are none where the line is weak upwards only', async () => {
    const held = new HeldPictures();
    const picture = stream('video');
    await held.follow([picture], true, false);
    expect(picture.paused).toBe(false);
    expect(held.keeps(picture)).toBe(false);
  });

  it('are those too that are asked for meanwhile, but none that nobody wants any more or that have ended', async () => {
    const held = new HeldPictures();
    const [asked, unwanted, ended, off] = [
      stream('video', true),
      stream('video'),
      stream('video'),
      stream('video', true),
    ];
    await held.follow([unwanted, ended, off], true, true);
    expect(held.keeps(asked)).toBe(true);
    held.forget(unwanted);
    ended.closed = true;
    await held.follow([], false, false);
    expect([asked, unwanted, ended, off].map(({ paused }) => paused)).toEqual([false, true, true, true]);
  });
});
