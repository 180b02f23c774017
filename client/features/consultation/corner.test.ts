import { expect, it } from 'vitest';
import { cornerAt, nextCorner } from './corner.ts';

const frame = { left: 100, top: 50, width: 800, height: 400 };

it.each([
  [120, 60, 'top-left'],
  [880, 60, 'top-right'],
  [120, 440, 'bottom-left'],
  [500, 250, 'bottom-right'],
] as const)('a point at %i, %i belongs to the corner %3$s', (x, y, corner) => {
  expect(cornerAt(frame, x, y)).toBe(corner);
});

it('goes round all four corners', () => {
  const once = nextCorner('bottom-right');
  expect(nextCorner(nextCorner(nextCorner(once)))).toBe('bottom-right');
});
