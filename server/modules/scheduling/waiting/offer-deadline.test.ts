import fc from 'fast-check';
import { expect, it } from 'vitest';
import { offerDeadline } from './offer-deadline.ts';

const minute = 60_000;
const inMinutes = (start: number, least = 120) => {
  const deadline = offerDeadline(0, start * minute, least);
  return deadline === null ? null : deadline / minute;
};

it.each([
  ['a week ahead: two hours', 7 * 1440, 120],
  ['in three hours and a minute: still two hours', 181, 120],
  ['in two hours: until an hour before', 120, 60],
  ['in 70 minutes: ten', 70, 10],
  ['in half an hour: ten', 30, 10],
  ['in 22 minutes: until a quarter of an hour before', 22, 7],
  ['in 20 minutes: five', 20, 5],
  ['sooner: not at all', 19, null],
] as const)('%s', (_, start, expected) => {
  expect(inMinutes(start)).toBe(expected);
});

it('always leaves five minutes to answer and a quarter of an hour to come, and no more than was set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 20_000 }), fc.integer({ min: 10, max: 10_080 }), (start, set) => {
      const deadline = inMinutes(start, set) ?? 0;
      expect(deadline).toBeGreaterThanOrEqual(5);
      expect(deadline).toBeLessThanOrEqual(start - 15);
      expect(deadline).toBeLessThanOrEqual(set);
      // A later time never leaves less.
      expect(inMinutes(start + 1, set)).toBeGreaterThanOrEqual(deadline);
    }),
  );
});
