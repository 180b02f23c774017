import { expect, it } from 'vitest';
import { pointAt, pointByKey } from './picture-point.ts';

const frame = { left: 100, top: 50, width: 800, height: 400 };

it.each([
  [100, 50, 0, 0],
  [500, 250, 0.5, 0.5],
  [900, 450, 1, 1],
  [0, 9_999, 0, 1],
])('takes %i, %i for %d, %d of the picture', (clientX, clientY, x, y) => {
  expect(pointAt(frame, clientX, clientY)).toEqual({ x, y });
});

it('stays within a picture that has no size yet', () => {
  expect(pointAt({ left: 0, top: 0, width: 0, height: 0 }, 5, 5)).toEqual({ x: 1, y: 1 });
});

it('moves by arrow keys from the middle, and never over the edge', () => {
  expect(pointByKey(null, 'ArrowLeft', false)).toEqual({ x: 0.5, y: 0.5 });
  expect(pointByKey({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.48, y: 0.5 });
  expect(pointByKey({ x: 0.5, y: 0.95 }, 'ArrowDown', true)).toEqual({ x: 0.5, y: 1 });
  expect(pointByKey(null, 'a', false)).toBeNull();
  expect(pointByKey(null, 'toString', false)).toBeNull();
});
