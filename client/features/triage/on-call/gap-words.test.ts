import { expect, test } from 'vitest';
import { fillOf, gapWindow, gapWords } from './gap-words.ts';

const now = Date.parse('2026-11-23T10:20:00Z');
const { from, until } = gapWindow(now);
const words = (startAt: string, endAt: string) =>
  gapWords({ startAt, endAt }, { now, until, language: 'de' });

test('two weeks from the hour that runs', () => {
  expect([from, until]).toEqual(['2026-11-23T10:00:00.000Z', '2026-12-07T23:00:00.000Z']);
});

test.each([
  [
    'within a day',
    '2026-11-26T17:00:00.000Z',
    '2026-11-26T21:00:00.000Z',
    'ahead',
    { day: 'Donnerstag, 26. November', from: '18', until: '22' },
  ],
  ['to the half hour', '2026-11-26T17:30:00.000Z', '2026-11-26T21:00:00.000Z', 'ahead', { from: '18:30' }],
  ['until midnight', '2026-11-26T17:00:00.000Z', '2026-11-26T23:00:00.000Z', 'ahead', { until: '24' }],
  [
    'over night',
    '2026-11-26T17:00:00.000Z',
    '2026-11-27T07:00:00.000Z',
    'aheadDays',
    { until: '8', lastDay: 'Freitag, 27. November' },
  ],
  ['running', '2026-11-23T10:00:00.000Z', '2026-11-23T17:00:00.000Z', 'now', { until: '18' }],
  ['running over night', '2026-11-23T10:00:00.000Z', '2026-11-24T07:00:00.000Z', 'nowDays', { until: '8' }],
  ['without an end', '2026-12-03T07:00:00.000Z', until, 'openEnd', { from: '8' }],
  ['running without an end', '2026-11-23T10:00:00.000Z', until, 'nowOn', {}],
])('a gap %s', (_, startAt, endAt, key, values) => {
  const said = words(startAt, endAt);
  expect(said.key).toBe(`triage.gap.time.${key}`);
  expect(said.values).toMatchObject(values);
});

test('the form begins with the gap; without an end with its first day', () => {
  const gap = { departmentId: 'd', startAt: '2026-12-03T07:00:00.000Z', missing: 'everybody' as const };
  expect(fillOf({ ...gap, endAt: '2026-12-03T17:00:00.000Z' }, until)).toEqual({
    startAt: gap.startAt,
    endAt: '2026-12-03T17:00:00.000Z',
    level: 'primary',
  });
  expect(fillOf({ ...gap, endAt: until }, until).endAt).toBe('2026-12-04T07:00:00.000Z');
});
