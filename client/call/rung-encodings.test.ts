import { describe, expect, it } from 'vitest';
import { needOf, rungs, soundReserve } from './bandwidth-ladder.ts';
import { encodingsOn } from './rung-encodings.ts';

const video = ['camera', 'detail', 'screen'] as const;
const active = (source: (typeof video)[number], rung: (typeof rungs)[number]) =>
  encodingsOn(source, rung).filter((one) => one.active);
const capped = (source: (typeof video)[number], rung: (typeof rungs)[number]) =>
  active(source, rung).reduce((sum, one) => sum + (one.maxBitrate ?? Number.POSITIVE_INFINITY), 0);

describe('what is sent', () => {
  it('gets less with every rung, for each picture', () => {
    for (const source of video) {
      const caps = rungs.map((rung) => capped(source, rung));
      expect(caps).toEqual([...caps].sort((a, b) => b - a));
      expect(caps.at(-1)).toBe(0);
    }
  });

  it('is always bounded, so that a rung above the line shows as such', () => {
    for (const rung of rungs)
      for (const source of video) expect(capped(source, rung)).toBeLessThan(3_000_000);
  });

  it('keeps the voice on every rung, within what is reserved for it', () => {
    for (const rung of rungs) {
      const [voice] = encodingsOn('microphone', rung);
      expect(voice?.active).toBe(true);
      expect(voice?.maxBitrate).toBeLessThan(soundReserve);
    }
  });

  it('is one picture a second on the rung of stills', () => {
    for (const source of video) expect(active(source, 'still').map((one) => one.maxFramerate)).toEqual([1]);
  });
});

it('needs less of the line with every rung', () => {
  const needs = rungs.map(needOf);
  expect(needs).toEqual([...needs].sort((a, b) => b - a));
});
