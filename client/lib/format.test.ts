import { expect, test } from 'vitest';
import { ageOn, clockOf, formatsOf, groupInsuranceNumber } from './format.ts';

test('writes dates, times and money as the language does, on the region’s clock', () => {
  const de = formatsOf('de');
  expect(de.dateTime('2026-11-23T23:30:00Z')).toBe('24.11.2026, 00:30');
  expect(de.day('1941-03-12')).toBe('12.03.1941');
  expect(de.money(123456)).toBe('1.234,56\u00a0€');
  expect(formatsOf('en').longDate('2026-11-23T12:00:00Z')).toBe('Monday 23 November');
});

test('counts completed years, also for a birthday on 29 February', () => {
  expect(ageOn('1941-11-24', '2026-11-23')).toBe(84);
  expect(ageOn('1941-11-23', '2026-11-23')).toBe(85);
  expect(ageOn('1944-02-29', '2026-02-28')).toBe(81);
  expect(ageOn('1944-02-29', '2026-03-01')).toBe(82);
  expect(ageOn('1944-02-29', '2028-02-29')).toBe(84);
});

test('groups an insurance number and shows seconds as a clock', () => {
  expect(groupInsuranceNumber('A123456780')).toBe('A123 456 780');
  expect([clockOf(40), clockOf(725), clockOf(3725), clockOf(-3)]).toEqual([
    '0:40',
    '12:05',
    '1:02:05',
    '0:00',
  ]);
});
