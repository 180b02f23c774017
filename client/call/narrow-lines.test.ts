import { describe, expect, it } from 'vitest';
import { isSoundAlone } from './narrow-lines.ts';

const one = { participantId: 'p', seatId: 's', joinedAt: '2026-11-23T10:00:00Z', keyPackage: 'BA==' };

describe('a room in which somebody has a line for sound alone', () => {
  it('is told by the own line, or that of somebody who is there', () => {
    expect(isSoundAlone({ rung: 'low', rungs: { s: 'still' }, participants: [one] })).toBe(false);
    expect(isSoundAlone({ rung: 'sound', rungs: {}, participants: [one] })).toBe(true);
    expect(isSoundAlone({ rung: 'full', rungs: { s: 'sound' }, participants: [one] })).toBe(true);
  });

  it('is none any more when that one has gone', () => {
    expect(isSoundAlone({ rung: 'full', rungs: { s: 'sound' }, participants: [] })).toBe(false);
  });
});
