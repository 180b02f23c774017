import { expect, test } from 'vitest';
import { momentWords } from './moment-words.ts';

const words = { today: 'heute', tomorrow: 'morgen', yesterday: 'gestern' };
const now = Date.parse('2026-11-23T13:05:00Z');
const say = (instant: string) => momentWords(instant, now, 'de', words);

test('says the time of day and how far away it is', () => {
  expect(say('2026-11-23T13:30:00Z')).toEqual({ day: 'heute', time: '14:30', distance: 'in 25 Min.' });
  expect(say('2026-11-23T12:55:00Z').distance).toBe('vor 10 Min.');
  expect(say('2026-11-23T13:05:20Z').distance).toBe('jetzt');
});

test('names the neighbouring days by the region’s calendar', () => {
  expect(say('2026-11-23T23:10:00Z')).toEqual({ day: 'morgen', time: '00:10', distance: 'in 10 Std.' });
  expect(say('2026-11-22T08:00:00Z').day).toBe('gestern');
  expect(say('2026-11-26T08:00:00Z')).toEqual({ day: 'Do., 26.11.', time: '09:00', distance: 'in 3 Tagen' });
});

test('leaves out a distance that says nothing', () => {
  expect(say('2026-12-24T08:00:00Z')).toEqual({ day: 'Do., 24. Dez.', time: '09:00', distance: null });
  expect(say('2027-08-02T08:00:00Z').day).toBe('Mo., 2. Aug. 2027');
});
