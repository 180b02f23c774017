import { describe, expect, it } from 'vitest';
import { poolsForAll, progressOf } from './outcomes.ts';

describe('re-planning', () => {
  it('counts what is settled, and what was left counts too', () => {
    const bookings = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const progress = progressOf(bookings, new Map([['b', 'left']]));
    expect(progress).toEqual({ settled: 1, open: [{ id: 'a' }, { id: 'c' }] });
  });

  it('offers a pool for all only when somebody of it is free at every time', () => {
    const pool = (id: string, free: number) => ({ id, name: id, free });
    expect(
      poolsForAll([
        [pool('a', 1), pool('b', 2)],
        [pool('a', 0), pool('b', 1)],
      ]),
    ).toEqual([{ id: 'b', name: 'b' }]);
    expect(poolsForAll([[pool('a', 1)], []])).toEqual([]);
    expect(poolsForAll([])).toEqual([]);
  });
});
