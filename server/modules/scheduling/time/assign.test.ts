import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFrom, type PoolLoad } from './assign.ts';

const load = (practitionerId: string, bookings: number, lastAt: number | null = null): PoolLoad => ({
  practitionerId,
  bookings,
  lastAt,
});

describe('the next time of a pool', () => {
  it('goes to who has fewest, then to whom it went longest ago, then by id', () => {
    expect(assignFrom(['a', 'b', 'c'], [load('a', 2, 1), load('b', 1, 9), load('c', 2, 0)])).toBe('b');
    expect(assignFrom(['a', 'b', 'c'], [load('a', 1, 5), load('b', 1, 3), load('c', 1, 4)])).toBe('b');
    expect(assignFrom(['a', 'b'], [load('a', 0, 5), load('b', 0)])).toBe('b');
    expect(assignFrom(['b', 'a'], [])).toBe('a');
    expect(assignFrom([], [load('a', 0)])).toBeNull();
  });

  const people = ['a', 'b', 'c', 'd', 'e'];
  type Step = { free: number[]; cancel: boolean; which: number };
  const step: fc.Arbitrary<Step> = fc.record({
    free: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
    cancel: fc.boolean(),
    which: fc.nat(1_000),
  });

  /** Gives times out one after the other, as the server does; a month's table of who got them. */
  const play = (steps: readonly Step[], all: boolean, cancels: boolean) => {
    const given: { to: string; at: number }[] = [];
    let clock = 0;
    const loads = () =>
      people.map((id) => {
        const own = given.filter(({ to }) => to === id);
        return load(id, own.length, own.length > 0 ? Math.max(...own.map(({ at }) => at)) : null);
      });
    for (const { free, cancel, which } of steps) {
      clock += 1;
      if (cancels && cancel && given.length > 0) given.splice(which % given.length, 1);
      const able = all ? people : free.map((at) => people[at] as string);
      const before = loads();
      const to = assignFrom(able, before) as string;
      const fewest = Math.min(
        ...before.filter((one) => able.includes(one.practitionerId)).map((one) => one.bookings),
      );
      expect(before.find((one) => one.practitionerId === to)?.bookings).toBe(fewest);
      given.push({ to, at: clock });
    }
    return loads().map(({ bookings }) => bookings);
  };

  it('keeps the months of people who are free alike within one of each other, at every moment', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), (steps) => {
        for (let so = 1; so <= steps.length; so += 1) {
          const months = play(steps.slice(0, so), true, false);
          expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes to one of the least loaded of those who are free, also after cancellations', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => void play(steps, false, true)),
    );
  });
});
