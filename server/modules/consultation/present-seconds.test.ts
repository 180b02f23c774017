import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentSeconds, type Stay } from './present-seconds.ts';

const stay = (side: Stay['side'], from: number, until: number | null): Stay => ({
  side,
  joinedAt: from * 1000,
  leftAt: until === null ? null : until * 1000,
});
const now = 1_000_000;

describe('presentSeconds', () => {
  it.each<[string, Stay[], number]>([
    ['nobody', [], 0],
    ['one side alone', [stay('provider', 0, 600)], 0],
    ['both, one waited', [stay('requester', 0, 660), stay('provider', 60, 660)], 600],
    ['both, one after the other', [stay('requester', 0, 60), stay('provider', 60, 660)], 0],
    ['a gap of one', [stay('requester', 0, 100), stay('requester', 130, 300), stay('provider', 0, 300)], 270],
    [
      'two people of one side',
      [stay('requester', 0, 100), stay('requester', 50, 200), stay('provider', 0, 300)],
      200,
    ],
    ['still there', [stay('requester', 900, null), stay('provider', 940, null)], 60],
    ['left in the future of a wrong clock', [stay('requester', 0, 2000), stay('provider', 900, 2000)], 100],
  ])('%s', (_, stays, seconds) => {
    expect(presentSeconds(stays, now)).toBe(seconds);
  });

  it('agrees with counting second by second', () => {
    const anyStay = fc.record({
      side: fc.constantFrom('requester' as const, 'provider' as const),
      from: fc.nat(60),
      length: fc.option(fc.nat(60), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 8 }), (given) => {
        const stays = given.map(({ side, from, length }) =>
          stay(side, from, length === null ? null : from + length),
        );
        const until = 100;
        const isThere = (side: Stay['side'], second: number) =>
          stays.some(
            (one) =>
              one.side === side &&
              one.joinedAt <= second * 1000 &&
              second * 1000 < (one.leftAt ?? until * 1000),
          );
        const counted = Array.from({ length: until }, (_, second) => second).filter(
          (second) => isThere('requester', second) && isThere('provider', second),
        ).length;
        expect(presentSeconds(stays, until * 1000)).toBe(counted);
      }),
    );
  });
});
