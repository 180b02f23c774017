import { expect, test } from 'vitest';
import {
  exchanged,
  findingsOf,
  isEmpty,
  missingFields,
  noVitals,
  scoreTyped,
  valuesTyped,
} from './vitals-typed.ts';

test('unfinished and empty entries are numbers only when they are', () => {
  const typed = { ...noVitals, texts: { temperature: '38.', pulse: '', systolic: '120' }, onOxygen: false };
  expect(valuesTyped(typed)).toMatchObject({ temperature: 38, pulse: null, systolic: 120, onOxygen: false });
  expect(isEmpty(typed)).toBe(false);
  expect(isEmpty(noVitals)).toBe(true);
  expect(missingFields(typed)).not.toContain('onOxygen');
});

test('an impossible value is named and does not count into the score', () => {
  const typed = { ...noVitals, texts: { temperature: '100.4', pulse: '115' } };
  expect(findingsOf(typed).get('temperature')).toMatchObject({
    problem: 'probably_fahrenheit',
    suggestion: 38,
  });
  expect(scoreTyped(typed, { ageYears: 84 })).toMatchObject({
    total: 2,
    missing: expect.arrayContaining(['temperature']),
  });
});

test('what was typed into the other field changes place with it, also where that is empty', () => {
  const typed = { ...noVitals, texts: { oxygenSaturation: '130', temperature: '37.' } };
  const finding = findingsOf(typed).get('oxygenSaturation');
  expect(finding?.exchange).toBe('pulse');
  const after = exchanged(typed, 'oxygenSaturation', finding?.exchange ?? 'pain');
  expect(after.texts).toEqual({ oxygenSaturation: '', pulse: '130', temperature: '37.' });
  expect([...findingsOf(after).values()]).toEqual([]);
});
