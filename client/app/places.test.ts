import { expect, test } from 'vitest';
import { roles } from '../../server/kernel/wire.ts';
import { mayEnter, placeAt, placesOf } from './places.ts';

test('every role has a place to start at and at most six', () => {
  for (const role of roles) {
    const { rail, main } = placesOf[role];
    expect(rail.length + (main ? 1 : 0)).toBeLessThanOrEqual(6);
    expect(rail[0]).toBeDefined();
  }
});

test('an address belongs to the closest place', () => {
  expect(placeAt('/konsile/neu')).toBe('newRequest');
  expect(placeAt('/konsile/0198-1')).toBe('consults');
  expect(placeAt('/konsilexyz')).toBeNull();
});

test('roles enter only what is theirs', () => {
  expect(mayEnter('nurse', 'urgent')).toBe(true);
  expect(mayEnter('evaluator', 'audit')).toBe(false);
});
