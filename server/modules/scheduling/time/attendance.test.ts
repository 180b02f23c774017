import { describe, expect, it } from 'vitest';
import { lateMinutes, missedBy } from './attendance.ts';

const start = new Date('2026-11-24T08:00:00Z');
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe('late', () => {
  it.each([
    ['not there', null, null],
    ['early', minutesIn(-14), null],
    ['on the minute', start, null],
    ['a second before five minutes', new Date(minutesIn(5).getTime() - 1_000), null],
    ['at five minutes', minutesIn(5), 5],
    ['in the middle of a minute', minutesIn(7.9), 7],
    ['minutesIn the end', minutesIn(45), 45],
  ])('%s', (_, joinedAt, late) => {
    expect(lateMinutes(start, joinedAt)).toBe(late);
  });
});

describe('missed', () => {
  it.each([
    [start, start, null],
    [null, start, 'requester'],
    [start, null, 'provider'],
    [null, null, 'both'],
  ])('requester %s, provider %s', (requesterJoinedAt, providerJoinedAt, expected) => {
    expect(missedBy({ requesterJoinedAt, providerJoinedAt })).toBe(expected);
  });
});
