import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FreeSlot } from '../time/roster.ts';
import { compete, fits, matchTimes, placeOf, urgencies, type Waiter, waitingOrder } from './rules.ts';

const minute = 60_000;
const at = (text: string) => Date.parse(text);
const waiter = (of: Partial<Waiter> = {}): Waiter => ({
  id: 'w',
  urgency: 'routine',
  since: 0,
  departmentId: null,
  practitionerId: null,
  fromDay: '2026-11-23',
  untilDay: null,
  partsOfDay: [],
  weekdays: [],
  ...of,
});
const slot = (of: Partial<FreeSlot> = {}): FreeSlot => {
  const start = of.start ?? at('2026-11-24T08:00:00Z');
  const end = start + 20 * minute;
  return {
    start,
    end,
    blockedFrom: start,
    blockedUntil: end,
    rosterId: 'r',
    departmentId: 'd1',
    practitionerId: 'p1',
    poolId: null,
    modality: 'video',
    ...of,
  };
};

describe('a wish', () => {
  it.each([
    [{}, true],
    [{ departmentId: 'd1' }, true],
    [{ departmentId: 'd2' }, false],
    [{ practitionerId: 'p1' }, true],
    [{ practitionerId: 'p2' }, false],
    [{ fromDay: '2026-11-25' }, false],
    [{ untilDay: '2026-11-24' }, true],
    [{ untilDay: '2026-11-23' }, false],
    [{ weekdays: [2] }, true],
    [{ weekdays: [1, 3] }, false],
    [{ partsOfDay: ['morning'] }, true],
    [{ partsOfDay: ['afternoon', 'evening'] }, false],
  ] as const)('%j and Tuesday at nine: %s', (of, expected) => {
    expect(fits(waiter(of), slot())).toBe(expected);
  });

  it('goes by the clock on the wall: 23:30 UTC is the next day, and noon by summer time is afternoon', () => {
    expect(fits(waiter({ fromDay: '2026-11-25' }), slot({ start: at('2026-11-24T23:30:00Z') }))).toBe(true);
    expect(
      fits(
        waiter({ fromDay: '2026-07-01', partsOfDay: ['afternoon'] }),
        slot({ start: at('2026-07-01T10:00:00Z') }),
      ),
    ).toBe(true);
  });

  it('for one person is not met by the hours of a pool, which are nobody’s own', () => {
    const inPool = slot({ poolId: 'any cardiologist' });
    expect(fits(waiter({ practitionerId: 'p1' }), inPool)).toBe(false);
    expect(fits(waiter({ departmentId: 'd1' }), inPool)).toBe(true);
  });
});

const day = fc
  .integer({ min: 0, max: 20 })
  .map((days) => new Date(at('2026-11-23T12:00Z') + days * 86_400_000).toISOString().slice(0, 10));
const wishes = fc.record({
  departmentId: fc.constantFrom(null, null, 'd1', 'd2'),
  practitionerId: fc.constantFrom(null, null, 'p1', 'p2'),
  fromDay: day,
  untilDay: fc.option(day),
  partsOfDay: fc.subarray(['morning', 'afternoon', 'evening'] as const, { maxLength: 2 }),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }),
});
const waiters = fc
  .array(fc.tuple(wishes, fc.constantFrom(...urgencies), fc.integer({ min: 0, max: 3 })), { maxLength: 8 })
  .map((list) =>
    list.map(([wish, urgency, since], index): Waiter => ({ ...wish, urgency, since, id: `w${index}` })),
  );
const slots = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 20 }),
      hour: fc.constantFrom(8, 9, 13, 17),
      practitionerId: fc.constantFrom('p1', 'p2', 'p3'),
      poolId: fc.constantFrom(null, null, 'pool'),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list
      .map(({ day: days, hour, practitionerId, poolId }) =>
        slot({
          start: at('2026-11-23T00:00:00Z') + days * 86_400_000 + hour * 60 * minute,
          practitionerId,
          poolId,
          departmentId: practitionerId === 'p3' ? 'd2' : 'd1',
        }),
      )
      .sort((a, b) => a.start - b.start || (a.practitionerId < b.practitionerId ? -1 : 1)),
  );

describe('the order', () => {
  it('is urgency, then waiting time, then fixed', () => {
    const list = [
      waiter({ id: 'd', since: 2 }),
      waiter({ id: 'b', urgency: 'urgent', since: 9 }),
      waiter({ id: 'c', since: 1 }),
      waiter({ id: 'a', urgency: 'urgent', since: 9 }),
    ];
    expect(list.sort(waitingOrder).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('counts as standing before somebody who could be offered the same time, and nobody else (by trying every time)', () => {
    const hours = Array.from({ length: 28 }, (_, days) =>
      [8, 13, 18].map((hour) => at('2026-11-23T00:00Z') + days * 86_400_000 + hour * 3_600_000),
    ).flat();
    const everyTime = hours.flatMap((start) =>
      [
        ['p1', 'd1'],
        ['p2', 'd1'],
        ['p1', 'd2'],
        ['p2', 'd2'],
        ['p9', 'd1'],
        ['p9', 'd2'],
      ].map(([practitionerId = '', departmentId = '']) => slot({ start, practitionerId, departmentId })),
    );
    fc.assert(
      fc.property(wishes, wishes, (a, b) => {
        expect(compete(a, b, '2026-11-23')).toBe(everyTime.some((time) => fits(a, time) && fits(b, time)));
      }),
      { numRuns: 200 },
    );
  });

  it('gives places from one', () => {
    const list = [
      waiter({ id: 'a', urgency: 'urgent' }),
      waiter({ id: 'b' }),
      waiter({ id: 'c', departmentId: 'd2' }),
    ];
    expect(list.map((one) => placeOf(one, list, '2026-11-23'))).toEqual([1, 2, 3]);
    expect(placeOf(waiter({ id: 'x', since: 5, departmentId: 'd1' }), list, '2026-11-23')).toBe(3);
    // Whose last day is over can be offered nothing, and is in nobody's way.
    const over = waiter({ id: 'o', urgency: 'urgent', untilDay: '2026-11-24' });
    expect(placeOf(waiter(), [over], '2026-11-25')).toBe(1);
  });
});

describe('who gets which time', () => {
  /** Told the other way round: each time, from the earliest, goes to the first who has none yet and whom it fits. */
  const byTimes = (waiting: readonly Waiter[], free: readonly FreeSlot[]) => {
    const pairs: string[] = [];
    const served = new Set<string>();
    const taken: FreeSlot[] = [];
    for (const time of free) {
      if (taken.some((one) => one.practitionerId === time.practitionerId && one.start === time.start))
        continue;
      const next = waiting.toSorted(waitingOrder).find((one) => !served.has(one.id) && fits(one, time));
      if (!next) continue;
      served.add(next.id);
      taken.push(time);
      pairs.push(`${next.id} ${time.start} ${time.practitionerId}`);
    }
    return pairs.sort();
  };

  it('is the same whether the list looks for times or the times for the list', () => {
    fc.assert(
      fc.property(waiters, slots, (waiting, free) => {
        const matches = matchTimes(waiting, () => free, 100);
        expect(
          matches.map(({ waiter: of, slot: time }) => `${of.id} ${time.start} ${time.practitionerId}`).sort(),
        ).toEqual(byTimes(waiting, free));
      }),
      { numRuns: 500 },
    );
  });

  it('never gives a time to two, nor two overlapping times of one person, nor more than were asked for', () => {
    const long = slot({ end: at('2026-11-24T08:40:00Z'), blockedUntil: at('2026-11-24T08:40:00Z') });
    const within = slot({ start: at('2026-11-24T08:20:00Z'), poolId: 'pool' });
    const list = ['a', 'b', 'c'].map((id) => waiter({ id }));
    expect(matchTimes(list, () => [long, within], 10)).toHaveLength(1);
    const three = [0, 1, 2].map((index) => slot({ start: at('2026-11-24T08:00:00Z') + index * 20 * minute }));
    expect(matchTimes(list, () => three, 2).map(({ waiter: of }) => of.id)).toEqual(['a', 'b']);
  });
});
