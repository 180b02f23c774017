import { expect, it } from 'vitest';
import { timeBeside } from './grid-keys.ts';

// Winter time: one hour ahead of UTC.
const at = (day: string, clock: string) => ({ day, startAt: `${day}T${clock}:00.000Z` });
const monday = '2026-11-23';
const thursday = '2026-11-26';
const times = [
  at(monday, '08:00'),
  at(monday, '08:20'),
  at(monday, '13:00'),
  at(thursday, '08:40'),
  at(thursday, '12:00'),
];
const from = (start: (typeof times)[number] | undefined, key: string) =>
  timeBeside(times, start?.startAt ?? '', key)?.slice(8, 16) ?? null;

it('leads through the day, and stops at its ends', () => {
  expect(from(times[0], 'ArrowDown')).toBe('23T08:20');
  expect(from(times[2], 'ArrowDown')).toBeNull();
  expect(from(times[1], 'ArrowUp')).toBe('23T08:00');
  expect(from(times[1], 'End')).toBe('23T13:00');
  expect(from(times[1], 'Home')).toBe('23T08:00');
});

it('leads to the nearest time of the next day that has any', () => {
  expect(from(times[2], 'ArrowRight')).toBe('26T12:00');
  expect(from(times[3], 'ArrowLeft')).toBe('23T08:20');
  expect(from(times[4], 'ArrowRight')).toBeNull();
  expect(from(times[0], 'Enter')).toBeNull();
});
