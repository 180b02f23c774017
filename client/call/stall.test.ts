import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stall } from './stall.ts';

/** Packets at these gaps, read every 100 ms, and then nothing for `silence` ms: when it is called stalled, if so. */
function stalledAfter(gaps: readonly number[], silence: number): number | null {
  const stall = new Stall();
  let at = 0;
  const arrivals = [0, ...gaps.map((gap) => (at += gap))];
  const last = arrivals.at(-1) ?? 0;
  for (let now = 0; now <= last + silence; now += 100) {
    const count = arrivals.filter((at) => at <= now).length;
    if (stall.read(count, now)) return now - last;
  }
  return null;
}

describe('a stalled line', () => {
  it('is noticed within a second where pictures came', () => {
    expect(stalledAfter(Array(50).fill(40), 5_000)).toBeLessThanOrEqual(800);
  });

  it('is none in a pause of speech, which brings a packet every 400 ms', () => {
    expect(stalledAfter([...Array(50).fill(20), ...Array(10).fill(400)], 500)).toBeNull();
    expect(stalledAfter(Array(20).fill(400), 5_000)).toBeLessThanOrEqual(1_400);
  });

  it('is none before anything has come', () => {
    expect(stalledAfter([], 60_000)).toBeNull();
  });

  it('is told once, until something arrives again', () => {
    const stall = new Stall();
    for (let at = 1; at <= 20; at += 1) stall.read(at, at * 100);
    expect([2_300, 2_700, 3_000, 9_000].map((now) => stall.read(20, now))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    stall.read(21, 9_100);
    for (let at = 1; at <= 100; at += 1) stall.read(21 + at, 9_100 + at * 100);
    expect(stall.read(121, 19_100 + 700)).toBe(true);
  });

  it('does not make the next one be noticed later', () => {
    const stall = new Stall();
    let now = 0;
    const wait = () => {
      now += 100;
      return now;
    };
    const flow = () => {
      for (let at = 0; at < 30; at += 1) stall.read(now, wait());
    };
    const silence = () => {
      const began = now;
      const count = began - 100;
      for (;;) if (stall.read(count, wait())) return now - began;
    };
    flow();
    const first = silence();
    flow();
    expect(silence()).toBe(first);
  });

  it('is never called while silences are no longer than before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 580 }), { minLength: 10, maxLength: 60 }), (gaps) => {
        expect(stalledAfter(gaps, 0)).toBeNull();
      }),
    );
  });
});
