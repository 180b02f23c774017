import { expect, it } from 'vitest';
import { formatsOf } from '../../lib/format.ts';
import { wishWords } from './wish-words.ts';

const said = (key: string, values: Record<string, string> = {}) =>
  [key.split('.').at(-1), ...Object.values(values)].join(' ');
const wish = {
  fromDay: '2026-11-24',
  untilDay: null,
  partsOfDay: [],
  weekdays: [],
  urgency: 'routine',
} as const;
const words = (entry: Parameters<typeof wishWords>[2]) => wishWords(said, formatsOf('de'), entry);

it('says from when, and leaves out what is open', () => {
  const entry = { wish: { ...wish, partsOfDay: [], weekdays: [] }, department: null, practitioner: null };
  expect(words(entry)).toBe('from 24.11.2026 · anyone');
});

it('names days, parts of the day and whose times may be offered', () => {
  const entry = {
    wish: { ...wish, untilDay: '2026-12-04', partsOfDay: ['morning' as const], weekdays: [1, 3] },
    department: { id: 'd', name: 'Kardiologie' },
    practitioner: { id: 'p', name: 'Dr. Muster' },
  };
  expect(words(entry)).toBe('between 24.11.2026 04.12.2026 · Mo, Mi · morning · Dr. Muster');
});
