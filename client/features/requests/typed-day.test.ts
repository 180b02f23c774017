import { describe, expect, it } from 'vitest';
import { typedDay } from './typed-day.ts';

describe('a typed birth date', () => {
  it.each([
    ['12.3.1941', '1941-03-12'],
    [' 12.03.1941 ', '1941-03-12'],
    ['12031941', '1941-03-12'],
    ['12/3/1941', '1941-03-12'],
    ['1941-03-12', '1941-03-12'],
    ['29.2.2000', '2000-02-29'],
  ])('%s', (typed, day) => expect(typedDay(typed)).toBe(day));

  it.each(['', '12.3.41', '31.2.1941', '12.13.1941', 'März 1941'])('%s is none', (typed) =>
    expect(typedDay(typed)).toBeNull(),
  );
});
